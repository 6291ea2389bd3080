#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What tells two states of a file apart without reading it.
///
/// A program can set when a file was modified, but not when its entry last changed; so equal states mean equal contents,
/// except for changes within one tick of the file system's clock (milliseconds).
struct FileState: Hashable, Codable {
    var size: Int
    var inode: UInt64
    /// Since 1970, in nanoseconds.
    var modified: Int
    /// When contents, name, owner or permissions last changed; since 1970, in nanoseconds.
    var changed: Int

    /// As in `chmod`.
    var permissions: mode_t

    /// - Returns: `nil` if there is no file. Links are followed.
    init?(of path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        self.init(info)
    }

    init?(of descriptor: Int32) {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return nil }
        self.init(info)
    }

    private init(_ info: stat) {
        #if canImport(Darwin)
            let (modified, changed) = (info.st_mtimespec, info.st_ctimespec)
        #else
            let (modified, changed) = (info.st_mtim, info.st_ctim)
        #endif
        size = Int(info.st_size)
        permissions = info.st_mode & 0o7777
        inode = UInt64(info.st_ino)
        self.modified = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
        self.changed = Int(changed.tv_sec) * 1_000_000_000 + Int(changed.tv_nsec)
    }

    /// Whether the other state differs in nothing but when the entry changed, as after a file got its name.
    func hasContents(of other: FileState) -> Bool {
        size == other.size && inode == other.inode && modified == other.modified
    }

    /// The path with every link followed; `nil` if there is nothing.
    static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
