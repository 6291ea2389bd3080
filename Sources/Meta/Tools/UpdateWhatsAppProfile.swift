import GraphAPI
import IntegrationKit

extension UpdateWhatsAppProfile: ToolHandler {
    /// Meta takes the web addresses as one list: who gives one of the two keeps the other.
    static func call(_ input: Input, in context: Context) async throws -> Output {
        var profile = GraphAPI.WhatsAppProfile(
            about: input.about, address: input.address, description: input.description, email: input.email,
            websites: [input.website, input.website2].compactMap { $0 }, vertical: input.vertical?.rawValue)
        try checkLimits(of: profile, input)
        let number = try await context.number(record: input.id)
        profile.websites = try await websites(input, on: number, context)
        let change = profile
        try await context.graph.call { client, token throws(GraphFailure) in
            try await client.change(change, of: number, with: token)
        }
        return Output()
    }

    /// - Throws: every field that is beyond a limit, as the tool calls it.
    private static func checkLimits(of profile: GraphAPI.WhatsAppProfile, _ input: Input) throws {
        do throws(InvalidValue) {
            try profile.checkLimits()
        } catch {
            let first = input.website == nil ? "website_2" : "website"
            let names = ["websites[0]": first, "websites[1]": "website_2"]
            throw InvalidValue(error.problems.map { ValueProblem(path: names[$0.path] ?? $0.path, message: $0.message) })
        }
    }

    /// - Returns: nil when they stay as they are.
    private static func websites(_ input: Input, on number: String, _ context: Context) async throws -> [String]? {
        if input.website == nil, input.website2 == nil { return nil }
        if let first = input.website, let second = input.website2 { return [first, second] }
        let shown = try await context.graph.call { client, token throws(GraphFailure) in
            try await client.profile(of: number, with: token)
        }.websites ?? []
        if let first = input.website { return [first] + shown.dropFirst().prefix(1) }
        return shown.prefix(1) + [input.website2].compactMap { $0 }
    }
}
