internal import HTTPTypes

/// Reads `Cookie` headers.
enum Cookies {
    /// The value of the first cookie of this name. A second one of the same name cannot displace it.
    static func value(of name: String, in headers: HTTPFields) -> String? {
        for header in headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                guard let equals = pair.firstIndex(of: "=") else { continue }
                if pair[..<equals].trimmed == name { return pair[pair.index(after: equals)...].trimmed }
            }
        }
        return nil
    }
}
