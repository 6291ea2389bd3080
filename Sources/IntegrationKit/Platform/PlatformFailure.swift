/// Why the platform could not do what a handler or a page asked of it.
public enum PlatformFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// No such thing in this installation; whether it exists in another is never told.
    case notFound(what: String, id: String)
    /// A unique field or an identity would have been there twice, or somebody else wrote first.
    case conflict(what: String, field: String)
    /// A value does not fit its field.
    case invalid(InvalidValue)
    /// The field belongs to the other side: an APP field written by the workplace or the reverse.
    case notOwner(model: String, field: String, owner: FieldOwner)
    /// The thing cannot be deleted while others refer to it.
    case inUse(what: String, by: String)
    /// Something must be there before a thing can be created, and is not.
    case missing(what: String, for: String)
    /// The channel is closed: nothing can be sent through it.
    case closed(channel: String, reason: String)
    /// The store or the platform cannot be reached just now. Nothing was changed; trying again later is right.
    case unavailable(reason: String)
    /// A part of what was to be written is there, or may be: the platform has no transactions, and something failed on
    /// the way. Doing it all again does what is left.
    case unfinished(reason: String)

    public var description: String {
        switch self {
        case .notFound(let what, let id): "\(what) '\(id)' does not exist here"
        case .conflict(let what, let field): "\(what) with this \(field) exists already"
        case .invalid(let problems): problems.description
        case .notOwner(let model, let field, let owner):
            "\(model).\(field) belongs to the \(owner.rawValue); it cannot be written from here"
        case .inUse(let what, let users): "\(what) cannot be deleted while \(users) refer to it"
        case .missing(let what, let thing): "\(thing) cannot be created before there is a \(what)"
        case .closed(let channel, let reason): "'\(channel)' is closed: \(reason)"
        case .unavailable(let reason): "the store cannot be reached: \(reason)"
        case .unfinished(let reason): "only a part of it may be written: \(reason)"
        }
    }
}
