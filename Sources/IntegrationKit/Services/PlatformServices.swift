#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// An integration whose manifest says `uses: [FILES]`. The conformance is generated, and gives contexts `files`.
public protocol UsesFiles: Integration {}
/// An integration whose manifest says `uses: [CALLS]`. The conformance is generated, and gives contexts `calls`.
public protocol UsesCalls: Integration {}
/// An integration whose manifest says `uses: [AI]`. The conformance is generated, and gives contexts `ai`.
public protocol UsesAI: Integration {}
/// An integration whose manifest says `uses: [REPORTS]`. The conformance is generated, and gives contexts `reports`.
public protocol UsesReports: Integration {}

/// What a platform offers beyond instances, channels and messages. Handlers meet the parts through their context.
public struct PlatformServices: Sendable {
    public var sequences: any SequenceService
    public var files: any FileService
    public var calls: any CallService
    public var ai: any AIService
    public var reports: any ReportService

    public init(
        sequences: any SequenceService = MissingService(), files: any FileService = MissingService(),
        calls: any CallService = MissingService(), ai: any AIService = MissingService(),
        reports: any ReportService = MissingService()
    ) {
        self.sequences = sequences
        self.files = files
        self.calls = calls
        self.ai = ai
        self.reports = reports
    }
}

extension PlatformSession {
    /// None, for platforms that offer nothing beyond the session itself.
    public var services: PlatformServices { PlatformServices() }
}

/// Stands where a platform lacks a service: every call of it fails and says so.
public struct MissingService: Sendable {
    public init() {}

    private func missing(_ what: String) -> ToolFailure {
        ToolFailure(
            .unavailable, "This runtime does not have the platform's \(what).",
            advice: "Run the integration on a platform that has them.")
    }
}

extension MissingService: SequenceService {
    public func allow(
        _ key: String, at time: Date, holding lease: SequenceLease?, of sequencer: SequencerDescriptor,
        for installation: InstallationID
    ) async throws -> SequenceAnswer { throw missing("sequencers") }

    public func acquire(
        _ key: String, at time: Date?, of sequencer: SequencerDescriptor, for installation: InstallationID
    ) async throws -> SequenceLease? { throw missing("sequencers") }

    public func release(_ lease: SequenceLease) async throws { throw missing("sequencers") }
}

extension MissingService: FileService {
    public func file(_ id: String) async throws -> PlatformFile { throw missing("files") }
    public func link(to id: String) async throws -> PlatformFileLink { throw missing("files") }
    public func upload(_ content: [UInt8], name: String, type: String) async throws -> String {
        throw missing("files")
    }
}

extension MissingService: CallService {
    public func start(_ call: NewCall) async throws -> CallSession { throw missing("calls") }
    public func append(_ part: TranscriptPart, to session: String) async throws { throw missing("calls") }
    public func end(_ session: String, _ end: CallEnd) async throws { throw missing("calls") }
    public func summary(of session: String) async throws -> String? { throw missing("calls") }
}

extension MissingService: AIService {
    public func object(_ request: AIRequest) async throws -> JSON { throw missing("language models") }
}

extension MissingService: ReportService {
    public func generate(_ template: String, arguments: JSONObject) async throws -> Report {
        throw missing("reports")
    }
}
