/// What something that runs by itself belongs to.
package enum RunScope: String, Sendable, Hashable, CaseIterable {
    case installation = "INSTALLATION"
    case appVersion = "APP_VERSION"
}

/// An entry of `schedules:`: a tool that is called at set times.
package struct ScheduleDeclaration: Declaration {
    /// The zone in which the times are meant.
    package enum Zone: Sendable, Hashable {
        /// The workplace's.
        case workplace
        /// An IANA name; `UTC` among them.
        case named(String)
    }

    /// What happens when the time comes while the last run is still going on.
    package enum Overlap: String, Sendable, Hashable, CaseIterable {
        case skip = "SKIP"
        case queue = "QUEUE"
    }

    package var heading: Heading
    package var tool: Reference
    /// Five fields, as crontab(5) reads them.
    package var cron: String
    package var cronSpan: SourceSpan
    package var zone: Zone
    package var zoneSpan: SourceSpan?
    package var per: RunScope
    package var overlap: Overlap
}

/// An entry of `sequencers:`: lets things through one after the other, and nothing older than what was let through.
package struct SequencerDeclaration: Declaration {
    /// What shares one sequence.
    package enum Scope: String, Sendable, Hashable, CaseIterable {
        case installation = "INSTALLATION"
        case appVersion = "APP_VERSION"
        case global = "GLOBAL"
    }

    package var heading: Heading
    package var scope: Scope
    /// When a lock that was not released ends.
    package var lock: ManifestDuration
    /// How long it is remembered what was let through last.
    package var watermark: ManifestDuration
}

/// An entry of `batch_operations:`: work that goes through many things, page by page.
package struct BatchOperationDeclaration: Declaration {
    /// How the next page is named.
    package enum Paging: String, Sendable, Hashable, CaseIterable {
        case cursor = "CURSOR"
        case page = "PAGE"
        case none = "NONE"
    }

    /// An entity that comes along with the operation's own.
    package struct Cascade: Sendable, Hashable {
        /// When its instances are given.
        package enum Wave: String, Sendable, Hashable, CaseIterable {
            case setup = "SETUP"
            case page = "PAGE"
        }

        package var entity: Reference
        package var wave: Wave
        package var span: SourceSpan
    }

    package var heading: Heading
    /// An entity of `entities:`, or `platform/` and one that the platform has.
    package var entity: Reference
    /// `nil` takes nothing.
    package var input: PayloadDeclaration?
    /// What is carried from one page to the next; `nil` is nothing.
    package var state: PayloadDeclaration?
    package var pageSize: Int
    /// How many pages may be worked on at once.
    package var concurrent: Int
    package var paging: Paging
    package var cascade: [Cascade]
    package var timeout: ManifestDuration?
}

/// An entry of `uses:`.
package enum PlatformService: String, Sendable, Hashable, CaseIterable {
    case files = "FILES"
    case calls = "CALLS"
    case ai = "AI"
    case reports = "REPORTS"
}

/// An entry of `uses:` with its place.
package struct ServiceUse: Sendable, Hashable {
    package var service: PlatformService
    package var span: SourceSpan
}
