#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif
import IntegrationKit
import OutboundHTTP

/// A file of the platform's.
public struct CoreFile: Hashable, Sendable, Identifiable, CoreReadable {
    /// `fl_…`.
    public let id: String
    public let name: String
    public let mimeType: String
    /// In bytes.
    public let size: Int

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let id = reader.required("id", as: String.self)
        let name = reader.required("name", as: String.self)
        let mimeType = reader.required("mimeType", as: String.self)
        let size = reader.required("size", as: Int.self)
        guard let id, let name, let mimeType, let size else { throw reader.failure() }
        (self.id, self.name, self.mimeType, self.size) = (id, name, mimeType, size)
    }
}

/// Where a file can be fetched by anybody, until it ends.
public struct CoreFileLink: Hashable, Sendable, CoreReadable {
    public let url: String
    public let expiresAt: Date?

    init(reading json: JSON, at path: String) throws(InvalidValue) {
        var reader = ObjectReader(json, at: path, unknownKeys: .ignore)
        let url = reader.required("url", as: String.self)
        expiresAt = reader.moment("expiresAt")
        guard let url else { throw reader.failure() }
        self.url = url
    }
}

extension CoreAccess {
    /// The largest file that is fetched or stored, in bytes: whole files go through memory and one JSON text.
    public static var maximumFileSize: Int { 64 * 1024 * 1024 }

    /// `file.get`. - Returns: nil when there is no such file here.
    public func file(_ id: String) async throws(CoreFailure) -> CoreFile? {
        do throws(CoreFailure) {
            return try await call("file.get", ["fileId": .string(id)], .repeatable).optional()
        } catch {
            if case .refused(let refusal) = error, refusal.isNotFound { return nil }
            throw error
        }
    }

    /// `file.getUrl`: good for an hour.
    public func link(toFile id: String) async throws(CoreFailure) -> CoreFileLink {
        try await call("file.getUrl", ["fileId": .string(id)], .repeatable).value()
    }

    /// The bytes behind a link. The token does not go there: the address is its own permission.
    public func download(_ link: CoreFileLink) async throws(CoreFailure) -> [UInt8] {
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await api.http.execute(
                HTTPRequest(
                    .get, link.url, deadline: api.policy.longDeadline, responseLimit: Self.maximumFileSize,
                    redirects: .followed(maximum: 3)))
        } catch {
            throw .transport(error)
        }
        guard response.isSuccess else { throw .unreadable(status: response.status, reason: "the file was not given") }
        return response.body
    }

    /// `file.upload`: a private file. - Returns: its id.
    public func upload(_ content: [UInt8], name: String, mimeType: String) async throws(CoreFailure) -> String {
        guard content.count <= Self.maximumFileSize else {
            throw .transport(HTTPFailure(
                .invalidRequest, .notSent, "the file is larger than \(Self.maximumFileSize) bytes"))
        }
        let parameters: JSONObject = [
            "content": .string(Data(content).base64EncodedString()), "name": .string(name), "mimeType": .string(mimeType),
        ]
        return try await call("file.upload", parameters, .once, isLong: true).member("id")
    }
}
