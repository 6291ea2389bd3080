import ManifestCompiler

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files that a manifest may name: those of its package, and nothing that a link outside of it leads to.
///
/// The package is the nearest directory above the manifest with a `Package.swift`, else the manifest's own.
struct PackageFiles: SourceProvider {
    /// Larger files are not even read.
    private static let largest = 64 << 20

    /// The manifest's directory, without links.
    private let directory: String
    /// The package's, without links.
    private let package: String

    /// - Parameter manifest: The manifest's path.
    init(besideManifest manifest: String) {
        let parent = URL(fileURLWithPath: manifest).deletingLastPathComponent().path
        directory = FileState.resolved(parent) ?? parent
        var candidate = URL(fileURLWithPath: directory)
        while candidate.path != "/", !Self.hasPackage(candidate) { candidate.deleteLastPathComponent() }
        package = Self.hasPackage(candidate) ? candidate.path : directory
    }

    func read(_ path: String) -> SourceReading {
        guard let file = FileState.resolved(self.path(path)) else {
            // A link to nothing is not there, wherever it leads.
            return isInside(Self.standardized(self.path(path))) ? .missing : .outside
        }
        guard isInside(file) else { return .outside }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file) else {
            return .unreadable("its attributes cannot be read")
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { return .unreadable("it is not a file") }
        if let size = attributes[.size] as? Int, size > Self.largest {
            return .unreadable("it has \(size) bytes")
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            return .unreadable("check its permissions")
        }
        return .contents(Array(data))
    }

    func names(in directory: String) -> [SourceName] {
        guard let folder = FileState.resolved(path(directory)), isInside(folder),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else { return [] }
        return names.compactMap { name in
            let path = folder + "/" + name
            switch Self.type(of: path) {
            case .typeDirectory?: return SourceName(name, isDirectory: true)
            case .typeRegular?: return SourceName(name)
            case .typeSymbolicLink?:
                // Links to directories are not followed: they could lead round in a circle.
                guard let target = FileState.resolved(path), isInside(target), Self.type(of: target) == .typeRegular else {
                    return nil
                }
                return SourceName(name)
            default: return nil
            }
        }
    }

    private func path(_ relative: String) -> String { relative.isEmpty ? directory : directory + "/" + relative }

    private func isInside(_ path: String) -> Bool { path == package || path.hasPrefix(package + "/") }

    private static func type(of path: String) -> FileAttributeType? {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
    }

    private static func hasPackage(_ directory: URL) -> Bool {
        FileManager.default.fileExists(atPath: directory.appendingPathComponent("Package.swift").path)
    }

    private static func standardized(_ path: String) -> String { URL(fileURLWithPath: path).standardized.path }
}
