import GraphAPI
import IntegrationKit
import OutboundHTTP

/// Fetches files from addresses that somebody gave: over https, from public hosts only, wherever a name or a redirect
/// leads, and piece by piece.
struct OutsideFiles: Sendable {
    let http: HTTPClient

    /// Begins to fetch a file.
    ///
    /// - Parameter field: The input that has the address, for what is wrong with it.
    /// - Throws: ``ToolFailure`` that says why there is no file, or why it is not taken.
    func open(_ address: String, field: String) async throws -> FileStream {
        let download: HTTPDownload
        do throws(HTTPFailure) {
            download = try await http.download(
                HTTPRequest(
                    .get, address, deadline: .seconds(280), responseLimit: GraphClient.maximumFileSize,
                    redirects: .followed(maximum: 3)))
        } catch {
            throw Self.failure(error, field)
        }
        guard download.isSuccess else {
            throw ToolFailure.invalid(field, "There is no file at this address: it answers \(download.status).")
        }
        guard download.headers["Content-Encoding"] == nil,
            let size = download.headers["Content-Length"].flatMap({ Int($0) }), size >= 0
        else { throw ToolFailure.invalid(field, "The server at this address does not say how large the file is.") }
        guard size <= GraphClient.maximumFileSize else {
            throw ToolFailure.invalid(field, "The file at this address has \(size) bytes; Meta takes none so large.")
        }
        let type = download.headers["Content-Type"]?.prefix { $0 != ";" }.filter { !$0.isWhitespace }
        let path = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/").last ?? ""
        let body = download.body
        return FileStream(
            name: String(path), mimeType: type?.lowercased() ?? "application/octet-stream", size: size
        ) { try await body.next() }
    }

    private static func failure(_ failure: HTTPFailure, _ field: String) -> ToolFailure {
        switch failure.kind {
        case .invalidRequest, .refusedByPolicy, .cannotResolve, .tls, .malformedResponse, .responseTooLarge:
            .invalid(field, "The file cannot be fetched: \(failure.message).")
        default:
            ToolFailure(
                .unavailable, "The file cannot be fetched: \(failure.message).", field: field, retry: .after(.seconds(5)))
        }
    }
}

extension ToolContext<Meta> {
    /// Begins to read a file, wherever it is.
    func open(_ file: FileReference, field: String) async throws -> FileStream {
        guard case .address(let address) = file else { return try await file.open(in: session) }
        return try await services.files.open(address, field: field)
    }
}
