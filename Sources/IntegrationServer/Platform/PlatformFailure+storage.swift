package import Cryptography
package import IntegrationKit
package import Storage

extension PlatformFailure {
    /// What a store's error means to a handler.
    package init(_ error: StorageError) {
        self =
            switch error {
            case .conflict(let table, let columns): .conflict(what: table, field: columns.joined(separator: ", "))
            case .notFound(let table, let id): .notFound(what: table, id: id)
            case .referenced(let table, let referrer): .inUse(what: table, by: referrer)
            case .dangling(let target, let column):
                .invalid(InvalidValue(at: column, "must be the id of an existing \(target)"))
            case .unavailable(let reason), .cannotWrite(let reason), .corrupt(let reason): .unavailable(reason: reason)
            case .incompatibleSchema, .invalidRequest, .closed, .cancelled:
                .unavailable(reason: error.description)
            }
    }

    package init(_ error: SealingError) {
        self = .unavailable(reason: error.description)
    }
}

extension ToolFailure {
    /// What a failure of the platform means to whoever called a tool or an API.
    package init(_ failure: PlatformFailure) {
        switch failure {
        case .notFound(let what, let id): self = .notFound(what, id)
        case .conflict(let what, let field):
            self.init(.conflict, "There is a \(what) with this \(field) already, or it changed meanwhile.",
                field: field, advice: "Look at what is there now, then try again.")
        case .invalid(let problems): self = .invalid(problems)
        case .notOwner(let model, let field, let owner):
            self.init(.permissionDenied, "\(model).\(field) belongs to the \(owner.rawValue) and cannot be written from here.",
                field: field)
        case .inUse(let what, let users):
            self.init(.conflict, "The \(what) cannot be deleted: \(users) refer to it.",
                advice: "Delete those first, or let them refer to another one.")
        case .missing(let what, let thing):
            self.init(.conflict, "There must be a \(what) before a \(thing) can be created.",
                advice: "Create that first, then try again.")
        case .closed(let channel, let reason):
            self.init(.channelClosed, "'\(channel)' is closed, nothing can be sent through it. \(reason)",
                advice: "Add it again to go on with its conversations.")
        case .unavailable:
            self.init(.unavailable, "The store cannot be reached just now. Nothing was changed.",
                advice: "Try again in a moment.", retry: .after(.seconds(2)))
        case .unfinished:
            self.init(.unknownOutcome, "Only a part of it may have been written.",
                advice: "Look at what is there before trying again.")
        }
    }

    /// Names every field; ``field`` is set when it is only one.
    package static func invalid(_ problems: InvalidValue) -> ToolFailure {
        let paths = Set(problems.problems.map(\.path))
        return ToolFailure(
            .invalidInput, problems.description + ".",
            field: paths.count == 1 ? problems.problems[0].path : nil,
            advice: "Correct \(paths.count == 1 ? "it" : "them") and try again.")
    }
}
