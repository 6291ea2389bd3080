extension ManifestAssembler {
    mutating func environment(_ block: DecodedBlock?) -> EnvironmentDeclaration {
        var result = EnvironmentDeclaration()
        result.isWhole = block?.doubtful.isEmpty ?? true
        for entry in block?.map("provision") ?? [] { result.provision.append(variable(entry, .provision)) }
        for entry in block?.map("install") ?? [] { result.install.append(variable(entry, .install)) }
        return result
    }

    private mutating func variable(_ entry: DecodedEntry, _ scope: EnvironmentVariable.Scope) -> EnvironmentVariable {
        var variable = EnvironmentVariable(heading: heading(entry), scope: scope)
        variable.storingConnections = scope == .install ? stored[entry.key.text] ?? [] : []
        if !variable.storingConnections.isEmpty { variable.source = .oauth }
        var type: TypeExpression?
        if case .type(let short) = entry.value { type = short }
        let block = block(entry, .installVariable)
        if case .type(let long)? = block["type"] { type = long }
        if let type {
            variable.type = valueType(type.form)
            if type.isOptional {
                reportOptionality(of: type, "variables are optional unless required")
            }
        } else if !variable.knows("type") {
            variable.type = .unknown
        }
        let scalar = type.map { symbols.scalar(of: $0.form) } ?? .string
        variable.isRequired = block.boolean("required") ?? false
        variable.visibility = block.word("visibility") ?? .visible
        variable.source = block.word("source") ?? variable.source
        variable.phase = block.word("phase") ?? .preInstall
        variable.defaultValue = block.node("default").map { settled(ManifestValue($0), as: scalar) }
        variable.options = options(block)
        variable.format = block.word("format")
        variable.allowsHTTP = block.boolean("http") ?? false
        variable.normalization = block.word("normalize")
        variable.allowsHTTPOrigin = block.boolean("allow_http") ?? false
        variable.constraints = constraints(block, scalar)
        variable.example = block.node("example").map { settled(ManifestValue($0), as: scalar) }
        variable.placeholder = block.string("placeholder")
        variable.saysVisibility = block["visibility"] != nil
        variable.typeSpan = type?.span ?? entry.key.span
        variable.defaultSpan = block["default"]?.span
        return variable
    }

    mutating func connection(_ entry: DecodedEntry) -> ConnectionDeclaration {
        let block = block(entry, .connection)
        var parts: [ConnectionDeclaration.StoredValue] = []
        for (key, _, value) in block.block("store")?.values ?? [] {
            guard let part = ConnectionDeclaration.StoredValue.Part(rawValue: key), case .text(let text) = value else {
                continue
            }
            parts.append(.init(part: part, variable: Reference(text.text, at: text.span)))
            stored[text.text, default: []].append(entry.key.text)
        }
        let parameters = block.map("parameters").compactMap { entry -> ConnectionDeclaration.Parameter? in
            guard case .text(let text) = entry.value else { return nil }
            return .init(name: entry.key.text, value: text.text, span: entry.key.span)
        }
        let nowhere = Reference("", at: entry.key.span)
        let kind: ConnectionDeclaration.Kind = block.word("kind") ?? .oauth2
        var connection = ConnectionDeclaration(
            heading: heading(entry), kind: kind,
            authorizeURL: url(block.template("authorize_url"), entry.key.span),
            tokenURL: block.template("token_url").map { url($0, entry.key.span) },
            clientID: block.reference("client_id") ?? nowhere,
            clientSecret: block.reference("client_secret") ?? nowhere,
            scopes: block.texts("scopes").map(\.text), usesPKCE: block.boolean("pkce") ?? false,
            parameters: parameters, store: parts)
        connection.revokeURL = block.template("revoke_url").map { url($0, entry.key.span) }
        connection.refresh = block.block("refresh").map { refresh in
            ConnectionDeclaration.Refresh(
                lead: refresh.duration("before") ?? ManifestDuration(milliseconds: 300_000),
                keepAlive: refresh.duration("keep_alive"))
        }
        connection.allowsSeveral = block.boolean("multiple") ?? false
        connection.accountModel = block.reference("store_in")
        if kind == .credentials {
            connection.credentials = ConnectionDeclaration.Credentials(
                fields: block.references("fields"),
                checkTimeout: block.block("check").map {
                    $0.duration("timeout") ?? ManifestDuration(milliseconds: 30_000)
                })
        }
        connection.written = Dictionary(block.values.map { ($0.key, $0.keySpan) }) { first, _ in first }
        return connection
    }

    /// Splits `https://host/{NAME}/path` at its variables. An unclosed `{` stays text and is found by a rule.
    private func url(_ source: TemplateSource?, _ missing: SourceSpan) -> URLTemplate {
        guard let source else { return URLTemplate(parts: [], text: "", span: missing) }
        let parts = pieces(of: source).map { piece -> URLTemplate.Part in
            switch piece {
            case .text(let text): .text(text)
            case .name(let name): .variable(name)
            }
        }
        return URLTemplate(parts: parts, text: source.text, span: source.span)
    }

    /// Splits a text at its names in braces. An unclosed `{` stays text.
    func pieces(of source: TemplateSource) -> [SignedTemplate.Part] {
        var parts: [SignedTemplate.Part] = []
        let bytes = Array(source.text.utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "{"), let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
                index += 1
                continue
            }
            if start < index { parts.append(.text(String(decoding: bytes[start..<index], as: UTF8.self))) }
            let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            parts.append(.name(Reference(name, at: source.span(of: (index + 1)..<end))))
            index = end + 1
            start = index
        }
        if start < bytes.count { parts.append(.text(String(decoding: bytes[start...], as: UTF8.self))) }
        return parts
    }

    mutating func outgoingDomain(_ value: Decoded) -> OutgoingDomain? {
        switch value {
        case .text(let text): return outgoingDomain(text, nil)
        case .block(let block): return block.text("host").flatMap { outgoingDomain($0, block) }
        default: return nil
        }
    }

    private mutating func outgoingDomain(_ text: DecodedText, _ block: DecodedBlock?) -> OutgoingDomain? {
        guard var domain = OutgoingDomain(text.text, at: text.span) else {
            diagnostics.report(
                .domainInvalid, "`\(text.text)` is not a host", at: text.span,
                help: [
                    "write graph.facebook.com, '*.fbcdn.net', localhost:8080 or '{VARIABLE}': no scheme and no path"
                ],
                fixIts: Repairs.host(text.text).flatMap { OutgoingDomain($0, at: text.span) == nil ? nil : $0 }.map {
                    [.init("replace with `\($0)`", replacing: text.span, with: $0)]
                } ?? [])
            return nil
        }
        domain.allowsPrivateAddresses = block?.boolean("private") ?? false
        domain.allowsHTTP = block?.boolean("http") ?? false
        return domain
    }
}
