import HTTPTypes
import Hummingbird
import IntegrationKit
import NIOCore
import Storage

extension SentForm {
    /// Reads what a signed-in browser sends. Files in it are kept while they come.
    ///
    /// - Throws: ``HTTPProblem`` when the body is not a form or is too large, or when its CSRF token is not this
    ///   browser's: before the first file is taken.
    static func read(_ visit: Visit, access: Access, keeper: FileKeeper) async throws -> SentForm {
        let isValid = { (token: String?) in
            access.isValid(csrfToken: token ?? visit.request.headers[.csrfToken], for: visit.identity)
        }
        if let scanner = visit.request.headers[.contentType].flatMap({ MultipartScanner(contentType: $0) }) {
            var reading = Reading(keeper: keeper, installation: visit.installation.id, isValid: isValid)
            return try await reading.read(visit.request, scanner)
        }
        let form = try await read(visit.request, limits: keeper.limits)
        guard isValid(form["_csrf"]) else { throw outdated }
        return form
    }

    /// Without a look at any token, and without files.
    static func read(_ request: Request, limits: Limits) async throws -> SentForm {
        let type = request.headers[.contentType]?.split(separator: ";").first.map {
            String($0).trimmingWhitespace.lowercased()
        }
        guard type == "application/x-www-form-urlencoded" else {
            throw HTTPProblem(.unsupportedMediaType, "Forms are sent as application/x-www-form-urlencoded.")
        }
        let bytes = try await BodyReader.bytes(of: request, limit: limits.bodySize, timeout: limits.bodyTimeout)
        return SentForm(pairs: RawQuery(String(decoding: bytes, as: UTF8.self)).pairs)
    }

    fileprivate static var outdated: HTTPProblem {
        HTTPProblem(
            .forbidden, title: "This form is out of date",
            "It belongs to an earlier sign-in, or came from elsewhere. Go back, load the page again and send it anew.")
    }
}

/// One reading of a `multipart/form-data` body: fields into memory, files into the store.
private struct Reading {
    let keeper: FileKeeper
    let installation: InstallationID
    /// Whether a form with this token is the browser's own.
    let isValid: (String?) -> Bool

    private var pairs: [SentForm.Pair] = []
    private var files: [String: SentFile] = [:]
    private var refusals: [String: String] = [:]
    /// Bytes of fields.
    private var size = 0
    private var isAdmitted = false

    private enum Open {
        case field(name: String, [UInt8])
        case file(field: String, FileKeeper.Writer)
        /// A file that was refused, or an input in which none was chosen: its content goes nowhere.
        case nothing
    }

    init(keeper: FileKeeper, installation: InstallationID, isValid: @escaping (String?) -> Bool) {
        self.keeper = keeper
        self.installation = installation
        self.isValid = isValid
    }

    mutating func read(_ request: Request, _ scanner: MultipartScanner) async throws -> SentForm {
        var open = Open.nothing
        do {
            try await read(request, scanner, &open)
        } catch {
            if case .file(_, let writer) = open { await writer.discard() }
            for file in files.values { _ = try? await keeper.store.removeFile(file.file.id, of: installation) }
            throw error
        }
        try admit()
        try await findNamedFiles()
        return SentForm(pairs: pairs, files: files, refusals: refusals)
    }

    private mutating func read(_ request: Request, _ scanner: MultipartScanner, _ open: inout Open) async throws {
        let limits = keeper.limits
        let deadline = ContinuousClock.now + limits.uploadTimeout
        var scanner = scanner
        var received = 0
        let announced = request.headers[.contentLength].flatMap(Int.init) ?? 0
        guard announced <= limits.uploadSize else { throw Self.tooLarge(limits.uploadSize) }
        do {
            for try await piece in request.body {
                received += piece.readableBytes
                guard received <= limits.uploadSize else { throw Self.tooLarge(limits.uploadSize) }
                guard ContinuousClock.now < deadline else {
                    throw HTTPProblem(
                        .requestTimeout, title: "The request took too long", "Its files did not arrive in time.",
                        closesConnection: true)
                }
                for event in try scanner.feed(piece.readableBytesView) { try await take(event, &open) }
            }
        } catch is MultipartScanner.Malformed {
            throw Self.incomplete
        } catch let problem as HTTPProblem {
            throw problem
        } catch let error as StorageError {
            throw error
        } catch {
            throw Self.incomplete
        }
        guard scanner.isComplete else { throw Self.incomplete }
    }

    private mutating func take(_ event: MultipartScanner.Event, _ open: inout Open) async throws {
        switch event {
        case .part(let part):
            guard let filename = part.filename else {
                open = .field(name: part.name, [])
                return
            }
            // An input in which no file was chosen.
            guard !filename.isEmpty else {
                open = .nothing
                return
            }
            try admit()
            open = try await begin(part, filename)
        case .content(let bytes):
            switch open {
            case .field(let name, let before):
                size += bytes.count
                guard size <= keeper.limits.bodySize else { throw Self.tooLarge(keeper.limits.bodySize) }
                open = .field(name: name, before + bytes)
            case .file(let field, var writer):
                open = .nothing
                do {
                    try await writer.write(bytes)
                    open = .file(field: field, writer)
                } catch let refusal as FileKeeper.Refusal {
                    await writer.discard()
                    refusals[field] = "\(writer.name) \(refusal.words)."
                } catch {
                    await writer.discard()
                    throw error
                }
            case .nothing: break
            }
        case .partEnd:
            switch open {
            case .field(let name, let bytes): pairs.append((name, String(decoding: bytes, as: UTF8.self)))
            case .file(let field, var writer):
                let file = try await writer.finish()
                // An empty file is sent for one that the browser could no longer read.
                guard file.size > 0 else {
                    await writer.discard()
                    refusals[field] = "\(file.name) is empty."
                    break
                }
                files[file.id.rawValue] = SentFile(file: file, start: writer.start)
                pairs.append((field, file.id.rawValue))
            case .nothing: break
            }
            open = .nothing
        }
    }

    private mutating func begin(_ part: MultipartScanner.Part, _ filename: String) async throws -> Open {
        guard files.count < keeper.limits.filesOfForm else {
            refusals[part.name] = "At most \(keeper.limits.filesOfForm) files are taken at once."
            return .nothing
        }
        do {
            let writer = try await keeper.begin(
                name: filename, mimeType: part.contentType ?? "", limit: keeper.limits.fileSize, in: installation)
            return .file(field: part.name, writer)
        } catch let refusal as FileKeeper.Refusal {
            refusals[part.name] = "\(FileName.clean(filename)) \(refusal.words)."
            return .nothing
        }
    }

    /// The token stands before the files: nobody else's are taken.
    private mutating func admit() throws {
        guard !isAdmitted else { return }
        guard isValid(pairs.first { $0.name == "_csrf" }?.value) else { throw SentForm.outdated }
        isAdmitted = true
    }

    /// A form that comes back after a failure names the files that it has brought already.
    private mutating func findNamedFiles() async throws {
        for pair in pairs where pair.value.hasPrefix("fl_") && files[pair.value] == nil {
            guard pair.value.utf8.count <= 64, files.count < 2 * keeper.limits.filesOfForm,
                let file = try await keeper.store.file(FileID(pair.value), of: installation)
            else { continue }
            let start = try await keeper.store.piece(0, of: file.id, in: installation) ?? []
            files[pair.value] = SentFile(file: file, start: Array(start.prefix(FileSignature.length)))
        }
    }

    private static var incomplete: HTTPProblem {
        HTTPProblem(
            .badRequest, title: "The request is incomplete", "Its form could not be read.", closesConnection: true)
    }

    private static func tooLarge(_ limit: Int) -> HTTPProblem {
        HTTPProblem(
            .contentTooLarge, title: "That is too much at once",
            "A form may have at most \(FileSize.text(limit)). Send the files one by one.", closesConnection: true)
    }
}
