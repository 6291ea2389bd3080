/// A file as it was read: the compiler itself opens nothing.
package struct SourceFile: Sendable, Hashable {
    /// The path that diagnostics show.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    package init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}

extension SourceFile {
    /// The file that places inside the predeclared contracts name; nobody has it, so no note points there.
    static let predeclaredPath = "(predeclared)"
}
