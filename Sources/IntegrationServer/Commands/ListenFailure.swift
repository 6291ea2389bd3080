#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif
internal import NIOCore

/// The socket could not be bound.
struct ListenFailure: CustomStringConvertible {
    private let code: CInt
    private let place: String
    private let readsHost: Bool

    /// nil for errors of another kind.
    ///
    /// - Parameter readsHost: Whether `HOST` is a setting of the command that failed.
    init?(_ error: any Error, host: String = "", port: Int? = nil, readsHost: Bool = false) {
        guard let error = error as? IOError else { return nil }
        code = error.errnoCode
        self.readsHost = readsHost
        place = port.map { "\(host):\($0)" } ?? "the address"
    }

    var description: String {
        switch code {
        case EADDRINUSE:
            "\(place) is taken: another program listens there. End it, or choose another port with --port or PORT."
        case EACCES:
            "\(place) may not be used by this user. Choose a port from 1024 on with --port or PORT."
        case EADDRNOTAVAIL:
            "\(place) is no address of this machine. Give another one with --hostname\(readsHost ? " or HOST" : "")."
        default: "\(place) cannot be listened on: \(String(cString: strerror(code)))."
        }
    }
}
