internal import IntegrationKit
package import Storage

/// A file that a form has brought already, and that need not be chosen again.
package struct KeptFileView: Sendable {
    let id: String
    let name: String
    let size: String

    package init(_ file: StoredFile) {
        id = file.id.rawValue
        name = file.name
        size = FileSize.text(file.size)
    }
}
