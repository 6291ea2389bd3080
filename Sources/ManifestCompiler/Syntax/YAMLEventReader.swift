import CLibYAML

/// One step of a YAML document, with libyaml's marks turned into places.
struct YAMLEvent {
    enum Kind {
        case documentStart
        case documentEnd
        case alias(String)
        case scalar(Scalar)
        case sequenceStart(isFlow: Bool)
        case sequenceEnd
        case mappingStart(isFlow: Bool)
        case mappingEnd
    }

    var kind: Kind
    var anchor: String?
    var hasTag: Bool
    var span: SourceSpan
}

/// Why libyaml gave up.
struct YAMLFailure: Error {
    var problem: String
    var position: SourcePosition
    /// What it was doing, for example "while scanning a quoted scalar".
    var context: String
    /// Where that began.
    var contextPosition: SourcePosition
}

/// The sole owner of one libyaml parser. The bytes must outlive it: libyaml keeps the pointer.
struct YAMLEventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let source: SourceText
    /// Index of the line in which the last mark was.
    private var line = 0

    /// - Returns: `nil` if memory is exhausted.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, of source: SourceText) {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        guard yaml_parser_initialize(parser) == 1 else {
            parser.deallocate()
            return nil
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        self.parser = parser
        self.source = source
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; `nil` at the end of the stream.
    mutating func next() throws(YAMLFailure) -> YAMLEvent? {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
            defer { yaml_event_delete(&event) }
            let kind: YAMLEvent.Kind
            var anchor: String?
            var hasTag = false
            switch event.type {
            case YAML_STREAM_START_EVENT: continue
            case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return nil
            case YAML_DOCUMENT_START_EVENT: kind = .documentStart
            case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
            case YAML_ALIAS_EVENT: kind = .alias(Self.text(event.data.alias.anchor) ?? "")
            case YAML_SCALAR_EVENT:
                let data = event.data.scalar
                let text = UnsafeBufferPointer(start: data.value, count: data.length)
                kind = .scalar(Scalar(text: String(decoding: text, as: UTF8.self), style: Self.style(data.style)))
                anchor = Self.text(data.anchor)
                hasTag = data.tag != nil
            case YAML_SEQUENCE_START_EVENT:
                let data = event.data.sequence_start
                kind = .sequenceStart(isFlow: data.style == YAML_FLOW_SEQUENCE_STYLE)
                anchor = Self.text(data.anchor)
                hasTag = data.tag != nil
            case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
            case YAML_MAPPING_START_EVENT:
                let data = event.data.mapping_start
                kind = .mappingStart(isFlow: data.style == YAML_FLOW_MAPPING_STYLE)
                anchor = Self.text(data.anchor)
                hasTag = data.tag != nil
            case YAML_MAPPING_END_EVENT: kind = .mappingEnd
            default: continue
            }
            let span = SourceSpan(
                path: source.path, start: position(event.start_mark), end: position(event.end_mark))
            return YAMLEvent(kind: kind, anchor: anchor, hasTag: hasTag, span: span)
        }
    }

    /// libyaml's `index` counts characters; its `line` also counts the line separators of YAML 1.1.
    private mutating func position(_ mark: yaml_mark_t) -> SourcePosition {
        source.position(ofCharacter: Int(mark.index), near: &line)
    }

    private mutating func failure() -> YAMLFailure {
        let raw = parser.pointee
        let context = raw.context.map { String(cString: $0) } ?? ""
        return YAMLFailure(
            problem: raw.problem.map { String(cString: $0) } ?? "out of memory",
            position: position(raw.problem_mark),
            context: context,
            contextPosition: context.isEmpty ? position(raw.problem_mark) : position(raw.context_mark))
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func style(_ style: yaml_scalar_style_t) -> Scalar.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: .literal
        case YAML_FOLDED_SCALAR_STYLE: .folded
        default: .plain
        }
    }
}
