/// One file of Swift, as values. It knows nothing about integrations, and nothing about indentation.
package struct SwiftFile: Sendable, Hashable {
    /// Lines of the comment at the top, without `//`.
    package var header: [String]
    package var imports: [SwiftImport]
    package var declarations: [SwiftDeclaration]

    package init(header: [String], imports: [SwiftImport], declarations: [SwiftDeclaration]) {
        self.header = header
        self.imports = imports
        self.declarations = declarations
    }
}

package enum SwiftImport: Sendable, Hashable {
    case module(String)
    /// FoundationEssentials where there is one, else Foundation.
    case foundationEssentials
}
