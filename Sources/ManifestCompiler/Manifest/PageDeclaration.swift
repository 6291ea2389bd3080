/// An entry of `pages:`.
package struct PageDeclaration: Declaration {
    package enum Audience: String, Sendable, Hashable, CaseIterable {
        case install = "INSTALL"
        case developer = "DEVELOPER"
        case both = "BOTH"
    }

    package var heading: Heading
    package var path: PagePath
    package var isDefault: Bool
    package var isInNavigation: Bool
    package var audience: Audience
    /// The page above this one, for breadcrumbs.
    package var parent: Reference?
    /// Pages of one group are tabs of one another.
    package var group: Reference?
    /// False hides every entry to the page and answers 404.
    package var condition: TemplateSource?
    package var context: Declarations<ContextEntry>
    package var blocks: [Block]
    package var actions: [ActionDeclaration]
}

/// A path such as `/whatsapp-numbers/[id]/overview`.
package struct PagePath: Sendable, Hashable {
    package enum Segment: Sendable, Hashable {
        case literal(String)
        /// Matches exactly one segment; the name is a handle.
        case parameter(String)
    }

    package var segments: [Segment]
    /// As written.
    package var text: String
    package var span: SourceSpan

    /// Names of the parameters from left to right.
    package var parameters: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }
}

/// A name of a page's `context:` and where its value comes from.
package struct ContextEntry: Declaration {
    package enum Source: Sendable, Hashable {
        case query(ModelQuery)
        /// A read-only tool; `inputs` are its arguments.
        case tool(Reference, inputs: [InputValue])
    }

    package var heading: Heading
    package var source: Source
}

/// A read of a model for a page.
package struct ModelQuery: Sendable, Hashable {
    package enum Mode: String, Sendable, Hashable, CaseIterable {
        /// One instance or none.
        case first = "FIRST"
        case many = "MANY"
        case count = "COUNT"
    }

    package enum Comparison: String, Sendable, Hashable, CaseIterable {
        case equal = "EQ"
        case notEqual = "NEQ"
        case greater = "GT"
        case greaterOrEqual = "GTE"
        case less = "LT"
        case lessOrEqual = "LTE"
        case isIn = "IN"
        case contains = "CONTAINS"
    }

    /// One condition of `where`; all must hold.
    package struct Filter: Sendable, Hashable {
        package var field: Reference
        package var comparison: Comparison
        package var value: WrittenValue
    }

    package struct Order: Sendable, Hashable {
        package var field: Reference
        package var isDescending: Bool
    }

    package var model: Reference
    package var mode: Mode
    package var filters: [Filter]
    /// `id` is always the last, and is not listed.
    package var order: [Order]
    /// 1 to 1000; 100 unless said.
    package var limit: Int
    /// Whether `mode:` is written out.
    var saysMode = true
}

/// A value for an input of a tool, resolved on the server.
package struct InputValue: Sendable, Hashable {
    package var input: Reference
    package var value: WrittenValue
}

/// A link to a page with its path parameters.
package struct PageLink: Sendable, Hashable {
    package struct Argument: Sendable, Hashable {
        package var name: Reference
        package var value: TemplateSource
    }

    package var page: Reference
    package var parameters: [Argument]
    package var query: [Argument]
    package var span: SourceSpan
}
