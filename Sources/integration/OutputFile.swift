#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that a command makes.
struct OutputFile {
    let path: String

    /// Whether the file has these contents.
    func has(_ contents: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        guard FileState(of: descriptor)?.size == contents.utf8.count else { return false }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        var contents = contents
        return contents.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)[...]
            while true {
                let count = read(descriptor, buffer.baseAddress, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return count == 0 && rest.isEmpty }
                guard count <= rest.count, let here = buffer.baseAddress,
                    let there = UnsafeRawBufferPointer(rebasing: rest).baseAddress, memcmp(here, there, count) == 0
                else { return false }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Replaces the contents as a whole or not at all; throws a `CommandFailure`.
    ///
    /// - Returns: The file's state; one that it cannot have if somebody else has changed it in between.
    @discardableResult
    func replace(_ contents: String) throws -> FileState {
        var contents = contents
        return try contents.withUTF8 { try replace(UnsafeRawBufferPointer($0)) }
    }

    /// - Parameter permissions: As in `chmod`; `nil` is what a new file has.
    @discardableResult
    func replace(_ contents: UnsafeRawBufferPointer, permissions: mode_t? = nil) throws -> FileState {
        let (directory, name) = parts
        let temporary = "\(directory).\(name).\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure() }
        let isWritten = descriptor.write(contents) && permissions.map { fchmod(descriptor, $0) == 0 } ?? true
        let written = FileState(of: descriptor)
        guard close(descriptor) == 0, isWritten, let written, rename(temporary, path) == 0 else {
            let failure = failure()
            unlink(temporary)
            throw failure
        }
        guard let named = FileState(of: path), named.hasContents(of: written) else { return written }
        return named
    }

    /// The directory with its slash, and the name in it.
    private var parts: (directory: Substring, name: Substring) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path[...]) }
        return (path[...slash], path[path.index(after: slash)...])
    }

    private func failure() -> CommandFailure {
        CommandFailure(message: "\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
}

extension Int32 {
    /// Writes all of it to what this descriptor is of; `false`, with `errno`, if that fails.
    func write(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Glibc)
                let count = Glibc.write(self, part.baseAddress, part.count)
            #elseif canImport(Musl)
                let count = Musl.write(self, part.baseAddress, part.count)
            #else
                let count = Darwin.write(self, part.baseAddress, part.count)
            #endif
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}
