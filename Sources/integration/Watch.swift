import Dispatch
import ManifestCompiler
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Compiles a manifest, and again whenever one of the files that it was made of changes.
///
/// What is watched is exactly what the compiler asked for: the manifest, the files that it names (missing ones too), and
/// the directories that its patterns look into.
struct Watch {
    /// How often files are looked at. A change counts when the next look sees the same.
    private static let interval = DispatchTimeInterval.milliseconds(200)

    let manifest: ManifestFile

    /// Compiles once, and after each change, until the process is told to end by SIGINT or SIGTERM.
    func run(_ compiled: (Compilation) throws -> Void) throws {
        let stop = DispatchSemaphore(value: 0)
        let signals = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { stop.signal() }
            source.resume()
            return source
        }
        defer { for source in signals { source.cancel() } }
        var seen = try compile(compiled)
        Console.error("watching \(manifest.file); Ctrl-C ends")
        var pending: Fingerprint?
        while stop.wait(timeout: .now() + Self.interval) == .timedOut {
            let now = seen.now
            if now == seen {
                pending = nil
            } else if now == pending {
                pending = nil
                seen = try compile(compiled)
            } else {
                pending = now
            }
        }
        Console.error("stopped")
    }

    /// What was looked at is remembered as it was before it was read, so that no change falls between.
    private func compile(_ compiled: (Compilation) throws -> Void) throws -> Fingerprint {
        let files = WatchedFiles(files: manifest.files, manifest: manifest.file)
        do {
            files.look(at: manifest.file)
            try compiled(ManifestCompiler.compile(try manifest.source(), beside: files))
        } catch let failure as CommandFailure {
            // An editor may be between removing a file and writing it again.
            Console.error("error: \(failure.message)")
        }
        return files.fingerprint
    }
}

/// What the watched files were like.
private struct Fingerprint: Equatable {
    var files: [String: FileState?] = [:]
    var directories: [String: [String]] = [:]

    /// The same files as they are now.
    var now: Fingerprint {
        var result = self
        for path in files.keys { result.files[path] = .some(FileState(of: path)) }
        for directory in directories.keys { result.directories[directory] = Self.names(in: directory) }
        return result
    }

    static func names(in directory: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }
}

/// Remembers what the compiler asks for.
private final class WatchedFiles: SourceProvider {
    private let files: PackageFiles
    private let base: URL
    private let state: Mutex<Fingerprint>

    init(files: PackageFiles, manifest: String) {
        self.files = files
        base = URL(fileURLWithPath: manifest).deletingLastPathComponent()
        state = Mutex(Fingerprint())
    }

    var fingerprint: Fingerprint { state.withLock { $0 } }

    func look(at path: String) {
        let seen = FileState(of: path)
        state.withLock { $0.files[path] = .some(seen) }
    }

    func read(_ path: String) -> SourceReading {
        look(at: base.appendingPathComponent(path).path)
        return files.read(path)
    }

    func names(in directory: String) -> [SourceName] {
        let path = directory.isEmpty ? base.path : base.appendingPathComponent(directory).path
        let names = Fingerprint.names(in: path)
        state.withLock { $0.directories[path] = names }
        return files.names(in: directory)
    }
}
