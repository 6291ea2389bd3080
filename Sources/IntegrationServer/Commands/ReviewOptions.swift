#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import ArgumentParser
internal import IntegrationKit

/// What the commands for the inbox and the outbox have in common.
struct ReviewOptions: ParsableArguments {
    @Option(help: "Of one installation, by its id.")
    var installation: String?
    @Option(help: "That came longer ago than this, such as 2h or 7d.")
    var olderThan: String?
    @Option(help: "That came less long ago than this, such as 2h or 7d.")
    var newerThan: String?

    func validate() throws {
        for (name, text) in [("--older-than", olderThan), ("--newer-than", newerThan)] {
            if let text, Age.parse(text) == nil { throw ValidationError("\(name) must be \(Age.form).") }
        }
    }

    var installationID: InstallationID? { installation.map(InstallationID.init(rawValue:)) }

    func before(_ now: Date) -> Date? { moment(olderThan, now) }
    func since(_ now: Date) -> Date? { moment(newerThan, now) }

    private func moment(_ age: String?, _ now: Date) -> Date? {
        age.flatMap(Age.parse).map { now.addingTimeInterval(-$0.timeInterval) }
    }

    /// - Parameter filter: An option that chooses some.
    static func validate(_ ids: [String], all: Bool, filter: String) throws {
        guard all != !ids.isEmpty else {
            throw ValidationError("Give the ids, or --all with or without a filter such as \(filter).")
        }
    }

    /// With tabs between.
    static func printLine(_ fields: [String]) {
        Terminal.print(fields.map { $0.replacing("\n", with: " ").replacing("\t", with: " ") }.joined(separator: "\t"))
    }
}

/// How much a command lists.
struct ListLimit: ParsableArguments {
    @Option(name: .customLong("limit"), help: "How many at most. Default: 50")
    var count = 50

    func validate() throws {
        guard (1...500).contains(count) else { throw ValidationError("--limit must be from 1 to 500.") }
    }

    /// Says beside the list what the list itself does not.
    func comment(on listed: Int) {
        if listed == 0 { Terminal.error("There is nothing of this kind.\n") }
        if listed == count { Terminal.error("There may be more: see --limit.\n") }
    }
}
