import IntegrationKit

extension RemindPatient: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        guard let patient = try await context.models.patient.find(input.patient) else {
            throw ToolFailure.notFound("patient", input.patient, field: "patient")
        }
        if patient.reminders == .none_ { return Output(sent: false) }
        let note = input.note.map { "\n\($0)" } ?? ""
        _ = try await context.bot.send("We expect you at \(input.at).\(note)", to: patient.chatID)
        return Output(sent: true)
    }
}
