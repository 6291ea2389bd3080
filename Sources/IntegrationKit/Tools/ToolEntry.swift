/// A tool with its handler, its types erased, as the registry keeps it.
public struct ToolEntry<Owner: Integration>: Sendable {
    /// Decodes the arguments, calls the handler and encodes its output.
    ///
    /// Throws ``InvalidValue`` when the arguments do not fit, else what the handler throws.
    public enum Call: Sendable {
        case installation(@Sendable (_ arguments: JSON, _ context: ToolContext<Owner>) async throws -> JSONObject?)
        case appVersion(@Sendable (_ arguments: JSON, _ context: AppToolContext<Owner>) async throws -> JSONObject?)
    }

    public let descriptor: ToolDescriptor
    /// Decodes the arguments and does nothing with them.
    public let validate: @Sendable (_ arguments: JSON) throws(InvalidValue) -> Void
    public let call: Call
    /// Decodes the arguments and says what a call with them would cost; nil without `estimate: true`.
    public let estimate: (@Sendable (_ arguments: JSON, _ context: EstimateContext<Owner>) async throws -> Estimate)?

    /// A tool that belongs to an installation.
    public init<T: ToolHandler>(_ tool: T.Type) where T.Owner == Owner {
        self.init(tool, .running(tool), estimate: nil)
    }

    /// A tool that belongs to an installation and says beforehand what a call will cost.
    public init<T: ToolHandler & EstimateHandler>(estimating tool: T.Type) where T.Owner == Owner {
        self.init(tool, .running(tool), estimate: Self.estimate(tool))
    }

    /// A tool that belongs to the app version.
    public init<T: AppToolHandler>(app tool: T.Type) where T.Owner == Owner {
        self.init(tool, .running(tool), estimate: nil)
    }

    /// A tool that belongs to the app version and says beforehand what a call will cost.
    public init<T: AppToolHandler & EstimateHandler>(appEstimating tool: T.Type) where T.Owner == Owner {
        self.init(tool, .running(tool), estimate: Self.estimate(tool))
    }

    private init<T: Tool>(
        _ tool: T.Type, _ call: Call,
        estimate: (@Sendable (_ arguments: JSON, _ context: EstimateContext<Owner>) async throws -> Estimate)?
    ) where T.Owner == Owner {
        descriptor = T.descriptor
        validate = { arguments throws(InvalidValue) in _ = try T.Input(json: arguments, at: "") }
        self.call = call
        self.estimate = estimate
    }

    private static func estimate<T: EstimateHandler>(
        _ tool: T.Type
    ) -> @Sendable (_ arguments: JSON, _ context: EstimateContext<Owner>) async throws -> Estimate
    where T.Owner == Owner {
        { arguments, context in try await T.estimate(T.Input(json: arguments, at: ""), in: context) }
    }
}

extension ToolEntry.Call {
    fileprivate static func running<T: ToolHandler>(_ tool: T.Type) -> Self where T.Owner == Owner {
        .installation { arguments, context in
            try await T.call(T.Input(json: arguments, at: ""), in: context).structured
        }
    }

    fileprivate static func running<T: AppToolHandler>(_ tool: T.Type) -> Self where T.Owner == Owner {
        .appVersion { arguments, context in
            try await T.call(T.Input(json: arguments, at: ""), in: context).structured
        }
    }
}
