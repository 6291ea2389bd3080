#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The folder that holds the embedded store and, in development, the keys. Only its owner may look inside.
package struct DataDirectory: Sendable {
    package let path: String

    package init(path: String) { self.path = path }

    /// Makes the folder unless it is there and makes sure that it can be written to.
    ///
    /// - Parameter makingPrivate: Whether to take the rights of others away; not from a folder that is not ours alone.
    package func prepare(makingPrivate: Bool = true) throws(DataDirectoryError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made == "/" ? "" : "/") + part
            if mkdir(made, 0o700) != 0, errno != EEXIST {
                throw DataDirectoryError(path: path, reason: String(cString: strerror(errno)))
            }
        }
        guard !makingPrivate || chmod(path, 0o700) == 0, access(path, W_OK | X_OK) == 0 else {
            throw DataDirectoryError(path: path, reason: String(cString: strerror(errno)))
        }
    }

    /// Whether there is a file or a folder at the path.
    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Room on the disk that holds the file or folder, for users without special rights; nil when the system does not say.
    package static func freeBytes(at path: String) -> Int? {
        var disk = statvfs()
        guard statvfs(path, &disk) == 0 else { return nil }
        return Int(disk.f_bavail) * Int(disk.f_frsize)
    }

    /// The content of a file in the folder, nil when it is not there.
    package func read(_ name: String) throws(DataDirectoryError) -> String? {
        let file = path + "/" + name
        guard access(file, F_OK) == 0 else { return nil }
        do {
            return try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw DataDirectoryError(path: file, reason: "it cannot be read")
        }
    }

    /// Writes a new file that only its owner can read. - Returns: false when another process made it first.
    package func create(_ name: String, _ content: String) throws(DataDirectoryError) -> Bool {
        let file = path + "/" + name
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return false }
            throw DataDirectoryError(path: file, reason: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        let bytes = Array(content.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(file)
            throw DataDirectoryError(path: file, reason: reason)
        }
        return true
    }
}

/// The data directory cannot be used.
package struct DataDirectoryError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String {
        "'\(path)' cannot be used: \(reason). Give another folder with --data or DATA_DIR, or mend its permissions."
    }
}
