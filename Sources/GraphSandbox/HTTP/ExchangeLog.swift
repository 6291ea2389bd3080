#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Foundation
import Synchronization

/// Every Graph call with its answer, one JSON object a line: what a check against Meta's own description reads.
///
/// Tokens and secrets are hidden; everything else is as it was sent. Full Foundation, because `FileHandle` lives there.
final class ExchangeLog: Sendable {
    private let file: Mutex<FileHandle>

    /// Opens a file to add to it.
    ///
    /// - Throws: ``SandboxError/stateUnwritable(path:reason:)``.
    init(path: String) throws(SandboxError) {
        // Appending is one step for the system, so that several sandboxes can share a file.
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw .stateUnwritable(path: path, reason: String(cString: strerror(errno))) }
        file = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
    }

    func write(_ request: GraphRequest, status: Int, answer: WireJSON) {
        let secret: Set<String> = [
            "client_secret", "input_token", "fb_exchange_token", "code", "appsecret_proof", "verify_token", "pin",
        ]
        let parameters = request.parameters.sorted { $0.key < $1.key }.map { key, value in
            let hidden: WireJSON = key == "pin" || key == "code" ? "000000" : "hidden"
            return WireJSON.Member(key: key, value: secret.contains(key) ? hidden : value)
        }
        let line = WireJSON.object(dropping: [
            "method": .string(request.method),
            "path": .string("/" + request.path.joined(separator: "/")),
            "version": request.version.map { .integer(Int64($0)) },
            "parameters": .object(parameters),
            "is_json": .bool(request.isJSON),
            "files": .array(request.files.keys.sorted().map { .string($0) }),
            "status": .integer(Int64(status)),
            "answer": answer["access_token"] == nil ? answer : ["access_token": "hidden"],
        ])
        let bytes = Data((line.wireText() + "\n").utf8)
        file.withLock { try? $0.write(contentsOf: bytes) }
    }
}
