/// The facts about a schedule. Generated from `schedules.<handle>`.
public struct ScheduleDescriptor: Hashable, Sendable {
    /// The zone in which the times are meant.
    public enum Zone: Hashable, Sendable {
        /// The workplace's.
        case workplace
        /// An IANA name.
        case named(String)
    }

    /// What happens when the time comes while the last run is still going on.
    public enum Overlap: String, Hashable, Sendable {
        case skip = "SKIP", queue = "QUEUE"
    }

    public let handle: String
    public let label: String
    /// The tool that is called, with no arguments.
    public let tool: String
    /// Minute, hour, day of the month, month, day of the week, as crontab(5) reads them.
    public let cron: String
    public let zone: Zone
    /// Whether it runs for each installation, or once for the app version.
    public let scope: RunScope
    public let overlap: Overlap

    public init(
        handle: String, label: String, tool: String, cron: String, zone: Zone, scope: RunScope, overlap: Overlap
    ) {
        self.handle = handle
        self.label = label
        self.tool = tool
        self.cron = cron
        self.zone = zone
        self.scope = scope
        self.overlap = overlap
    }
}
