/// A YAML value with the place of every part of it.
package struct Node: Sendable {
    package indirect enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node], isFlow: Bool)
        case mapping(Mapping)
    }

    package var content: Content
    /// From the first to behind the last character, quotes and brackets included.
    package var span: SourceSpan
}

/// Text with how it was written.
package struct Scalar: Sendable {
    package enum Style: Sendable, Hashable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    package var text: String
    package var style: Style
    /// Stands for an alias that names no anchor, which has been reported.
    package var isUnresolved = false

    /// Whether nothing stands where a value should: `key:`.
    package var isMissing: Bool { style == .plain && text.isEmpty }
}

/// Keys and values in order; duplicates are already reported and left out.
package struct Mapping: Sendable {
    package struct Entry: Sendable {
        package var key: Key
        package var value: Node
        /// Came in by a merge key; explicit entries win over it.
        package var isMerged = false
    }

    package struct Key: Sendable {
        package var text: String
        package var style: Scalar.Style
        package var span: SourceSpan
        /// Stands more than once in its map, so that nobody knows which value was meant.
        package var isRepeated = false
    }

    package var entries: [Entry]
    package var isFlow: Bool
}

extension Node {
    package var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
    package var mapping: Mapping? { if case .mapping(let mapping) = content { mapping } else { nil } }
    package var sequence: [Node]? { if case .sequence(let items, _) = content { items } else { nil } }
}
