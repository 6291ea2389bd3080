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

/// What the system says of this process. nil where it does not say it as Linux does.
struct ProcessFigures: Sendable {
    /// When this process was first asked, which is at its start.
    static let startedAt = Date()

    let residentBytes: Int?
    let openFiles: Int?
    let processorSeconds: Double

    static func read() -> ProcessFigures {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))
            .flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
        var usage = rusage()
        // Fails only for a wrong argument.
        _ = getrusage(ownUsage, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return ProcessFigures(
            residentBytes: pages.map { $0 * Int(getpagesize()) },
            openFiles: (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count,
            processorSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }

    #if canImport(Glibc)
    private static let ownUsage = CInt(RUSAGE_SELF.rawValue)
    #else
    private static let ownUsage = CInt(RUSAGE_SELF)
    #endif
}
