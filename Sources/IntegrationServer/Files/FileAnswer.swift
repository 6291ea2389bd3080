import Cryptography
import HTTPTypes
import Hummingbird
import IntegrationKit
import NIOCore
import Storage

/// How a file's bytes are given to browsers and providers: as something to look at when it is of a kind that can hold no
/// script, else as a download; never as a page.
enum FileAnswer {
    /// What browsers show inside a page; everything else is a download. No type that could hold a script.
    private static let shown: Set<String> = [
        "image/jpeg", "image/png", "image/gif", "image/webp", "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4",
        "audio/ogg", "video/mp4", "video/3gpp",
    ]

    static func headers(mimeType: String, name: String?) -> HTTPFields {
        let type = String(mimeType.prefix { $0 != ";" }).lowercased().filter { !$0.isWhitespace }
        let isShown = shown.contains(type)
        var headers: HTTPFields = [
            .contentType: isShown ? type : "application/octet-stream",
            // Whoever has looked at it may look again without asking; nobody else.
            .cacheControl: "private, max-age=3600",
            .contentSecurityPolicy: "default-src 'none'; sandbox",
        ]
        if !isShown {
            headers[.contentDisposition] = "attachment; filename*=UTF-8''" + PageAddress.encode(name ?? "file")
        }
        return headers
    }

    /// A file that is kept here: the whole of it, or the one range that players ask for (RFC 9110 section 14).
    static func kept(
        _ file: StoredFile, of installation: InstallationID, for request: Request, keeper: FileKeeper
    ) -> Response {
        var headers = headers(mimeType: file.mimeType, name: file.name)
        let tag = "\"\(Hex.encode(Array(file.digest.prefix(16))))\""
        headers[.eTag] = tag
        headers[.acceptRanges] = "bytes"
        if request.headers[.ifNoneMatch]?.contains(tag) == true {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        let wanted = request.headers[.ifRange].map { $0 == tag } ?? true ? request.headers[.range] : nil
        switch wanted.map({ range(of: $0, in: file.size) }) {
        case nil, .all?:
            return Response(status: .ok, headers: headers, body: body(file, installation, 0..<file.size, keeper))
        case .part(let range)?:
            headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)"
            return Response(status: .partialContent, headers: headers, body: body(file, installation, range, keeper))
        case .outside?:
            headers[.contentRange] = "bytes */\(file.size)"
            headers[.contentType] = nil
            return Response(status: .rangeNotSatisfiable, headers: headers)
        }
    }

    enum Wish: Equatable {
        /// No range that is understood, or several.
        case all
        case part(Range<Int>)
        case outside
    }

    static func range(of header: String, in size: Int) -> Wish {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return .all }
        let ends = header.dropFirst(6).split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.count < 16 && $0.utf8.allSatisfy { 48...57 ~= $0 } }) else {
            return .all
        }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, let last):
            guard first < size else { return .outside }
            guard last.map({ $0 >= first }) ?? true else { return .all }
            return .part(first..<min(size, (last ?? size - 1) + 1))
        case (nil, let count?):
            return count > 0 && size > 0 ? .part(max(0, size - count)..<size) : .outside
        case (nil, nil): return .all
        }
    }

    private static func body(
        _ file: StoredFile, _ installation: InstallationID, _ range: Range<Int>, _ keeper: FileKeeper
    ) -> ResponseBody {
        ResponseBody(contentLength: range.count) { writer in
            let reader = keeper.content(of: file, from: range.lowerBound, in: installation)
            var left = range.count
            while left > 0, let piece = try await reader.next() {
                let part = piece.prefix(left)
                try await writer.write(ByteBuffer(bytes: part))
                left -= part.count
            }
            try await writer.finish(nil)
        }
    }
}

/// `GET /files/{token}/{name}`: a file for whoever has a link to it, which holds for a while; for providers.
struct LinkedFileRoute: Sendable {
    let keeper: FileKeeper

    func answer(_ request: Request, _ context: AppRequestContext) async throws -> Response {
        guard let (file, installation) = try await keeper.linked(context.parameters.get("token") ?? "") else {
            throw HTTPProblem(.notFound, title: "There is no such file", "The link is over, or the file is kept no more.")
        }
        var response = FileAnswer.kept(file, of: installation, for: request, keeper: keeper)
        // Whoever fetches it for others looks at the type: it is no browser that could be made to run anything.
        response.headers[.contentType] = file.mimeType
        response.headers[.contentDisposition] = "attachment; filename*=UTF-8''" + PageAddress.encode(file.name)
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}
