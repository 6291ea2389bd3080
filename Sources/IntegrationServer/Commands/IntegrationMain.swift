#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import ArgumentParser
public import IntegrationKit

/// The command line of an integration. The executable's hand-written file is all of this:
///
/// ```swift
/// @main struct Main {
///     static func main() async { await IntegrationMain<Meta>.run() }
/// }
/// ```
public enum IntegrationMain<I: Integration> {
    /// Reads the arguments, does what they say and ends the process: with 0 when it went well, 1 when something failed,
    /// 2 when the arguments are wrong. What failed is said in a sentence on standard error.
    public static func run() async -> Never {
        var root: any ParsableCommand.Type = RootCommand<I>.self
        do {
            var command = try RootCommand<I>.parseAsRoot()
            root = type(of: command)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch {
            finish(error, root)
        }
    }

    private static func finish(_ error: any Error, _ root: any ParsableCommand.Type) -> Never {
        let code = RootCommand<I>.exitCode(for: error)
        if code == .success {
            Terminal.print(RootCommand<I>.fullMessage(for: error))
            exit(0)
        }
        let isUsage = code == .validationFailure
        let text = isUsage ? RootCommand<I>.fullMessage(for: error) : CommandFailure.words(for: error)
        Terminal.error(text + "\n")
        exit(isUsage ? 2 : 1)
    }
}

/// Something that the person at the command line can mend.
struct CommandFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    /// Any error in words, without the name of its type.
    static func words(for error: any Error) -> String {
        switch error {
        case let error as CommandFailure: error.description
        default: ListenFailure(error)?.description ?? "\(error)"
        }
    }
}
