import CLibPQ

/// What libpq reads in a connection URI.
enum ConnectionURL {
    /// `host:port/database`; nil when it is none.
    static func place(of url: String) -> String? {
        guard let values = values(of: url) else { return nil }
        let host = values["host"] ?? values["hostaddr"] ?? "localhost"
        return "\(host):\(values["port"] ?? "5432")/\(values["dbname"] ?? values["user"] ?? "")"
    }

    /// Whether it says how long connecting may take: libpq understands no number, 0 and less as for ever.
    static func limitsConnecting(_ url: String) -> Bool {
        (values(of: url)?["connect_timeout"]).flatMap { Int($0) } ?? 0 > 0
    }

    private static func values(of url: String) -> [String: String]? {
        guard let options = PQconninfoParse(url, nil) else { return nil }
        defer { PQconninfoFree(options) }
        var values: [String: String] = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        return values
    }
}
