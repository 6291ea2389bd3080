public import Storage

extension PostgresStore {
    /// What can be set; the defaults fit a server process of several on one database.
    public struct Options: Sendable {
        /// Connections for work, 1 to 100, made when they are needed; one more listens. Default 8.
        public var connections: Int
        /// How long work waits for a connection. Default 10 seconds.
        public var patience: Duration
        /// How long connecting to each address of each host may take where the URL has no `connect_timeout`, in whole
        /// seconds, at least 2; the resolution of names aside, which the system bounds. Default 5 seconds.
        public var connectTimeout: Duration
        /// How long one statement may take. Default 10 seconds.
        public var statementTimeout: Duration
        /// How long a statement waits for rows that another transaction holds. Default 5 seconds.
        public var lockTimeout: Duration
        /// What the server calls our connections.
        public var applicationName: String
        /// Measures transactions. Default: none.
        public var meter: StoreMeter
        /// Told what whoever started the process should read.
        public var notice: @Sendable (String) -> Void

        public init(
            connections: Int = 8, patience: Duration = .seconds(10), connectTimeout: Duration = .seconds(5),
            statementTimeout: Duration = .seconds(10), lockTimeout: Duration = .seconds(5),
            applicationName: String = "integration", meter: StoreMeter = .none,
            notice: @escaping @Sendable (String) -> Void = { _ in }
        ) {
            self.connections = connections
            self.patience = patience
            self.connectTimeout = connectTimeout
            self.statementTimeout = statementTimeout
            self.lockTimeout = lockTimeout
            self.applicationName = applicationName
            self.meter = meter
            self.notice = notice
        }
    }
}

extension PostgresStore.Options {
    /// libpq takes 1 for 2.
    var connectSeconds: Int { max(2, (connectTimeout.milliseconds + 999) / 1000) }
}

extension Duration {
    /// Rounded up, so that a short one is not none.
    var milliseconds: Int {
        Int(components.seconds) * 1000 + Int((components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
