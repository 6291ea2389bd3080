/// A customer's space on the platform: the unit that people log in to and whose members own WORKPLACE fields.
public struct Workplace: Hashable, Sendable {
    /// URL-safe name, unique on the platform: `my-test-clinic`.
    public let handle: String
    /// What people call it.
    public let name: String
    /// IANA name of the zone in which times are shown: `Europe/London`.
    public let timeZone: String

    public init(handle: String, name: String, timeZone: String) {
        self.handle = handle
        self.name = name
        self.timeZone = timeZone
    }
}

/// One workplace's copy of an integration: the tenant. Every row that a handler can reach belongs to exactly one.
public struct Installation: Hashable, Sendable, Identifiable {
    public let id: InstallationID
    public let workplace: Workplace

    public init(id: InstallationID, workplace: Workplace) {
        self.id = id
        self.workplace = workplace
    }
}
