public import IntegrationKit

/// Everything that the runtime keeps. Processes are disposable; what matters is here.
///
/// Implementations: `StorageSQLite` for one machine, `StoragePostgres` for several processes on one database. All are
/// driven by one exercise suite, so that they behave the same.
///
/// Every method is atomic and safe to call from many tasks. Every wait has a deadline of the store's own. Whatever
/// belongs to an installation is read and written with the installation's id: no call reaches across but those of operators.
///
/// Text is kept as it is, but for U+0000, which not every store can hold: U+FFFD stands in its place. Inside JSON it is
/// kept.
public protocol Store: TenantStore, InstanceStore, ConversationStore, InboxStore, InboxReviewStore, OutboxStore,
    OutboxReviewStore, LimitStore, CredentialStore, OperatorStore, SealedStore, IdempotencyStore, ConnectionStore, DutyStore,
    FileStore
{
    /// Brings the schema up to what `models` need: new tables and columns are added once, under a lock.
    ///
    /// - Throws: ``StorageError/incompatibleSchema(_:)`` when something else than an addition would be needed; then
    ///   nothing is touched.
    func prepare(models: [ModelDescriptor]) async throws(StorageError)

    /// Writes all of it or none of it, and durably: when this returns, it survives a crash and a power cut.
    ///
    /// - Returns: what each change did, in their order.
    @discardableResult
    func commit(_ changes: [StoreChange], in installation: InstallationID) async throws(StorageError) -> [ChangeOutcome]

    /// What other processes on this store say, from its opening on, for one reader. Ends when the store is closed; a
    /// store that hears nothing ends it at once.
    var hints: AsyncStream<StoreHint> { get }
    /// Tells the other processes, soon and without waiting. What they hear is said once, however often it was told.
    func tell(_ hint: StoreHint)

    /// Whether the store answers and can write.
    func check() async throws(StorageError)

    /// Waits for what is under way and closes. Calls afterwards fail with ``StorageError/closed``.
    func close() async
}

extension Store {
    /// For stores of one process.
    public var hints: AsyncStream<StoreHint> { AsyncStream { $0.finish() } }
    public func tell(_ hint: StoreHint) {}
}

/// Why the store could not do something.
public enum StorageError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Cannot be reached, is locked for too long, or answered with an error that may pass.
    case unavailable(String)
    /// The disk is full or read-only.
    case cannotWrite(String)
    /// A unique value would have been there twice.
    case conflict(table: String, columns: [String])
    case notFound(table: String, id: String)
    /// An instance would have been deleted to which those of another model refer that must not lose it.
    case referenced(table: String, by: String)
    /// A value refers to an instance that is not there.
    case dangling(target: String, column: String)
    /// The schema in the store and the manifest differ in a way that is not an addition; each line says what and what
    /// to do.
    case incompatibleSchema([String])
    /// The query or the write names a field that the model does not have, or gives it a value that it cannot have: see
    /// ``ModelDescriptor/check(_:)`` and ``ModelDescriptor/admit(_:from:isNew:)``, which find this before the store is asked.
    case invalidRequest(String)
    /// What was read cannot be understood; the file is damaged or another program wrote it.
    case corrupt(String)
    case closed
    /// The task that asked was cancelled before it had its answer: nobody waits for it any more.
    case cancelled

    public var description: String {
        switch self {
        case .unavailable(let reason): "the store is unavailable: \(reason)"
        case .cannotWrite(let reason): "the store cannot write: \(reason)"
        case .conflict(let table, let columns): "\(table) has these \(columns.joined(separator: ", ")) already"
        case .notFound(let table, let id): "\(table) has no '\(id)'"
        case .referenced(let table, let referrer): "\(referrer) refers to this \(table)"
        case .dangling(let target, let column): "\(column) refers to a \(target) that is not there"
        case .incompatibleSchema(let lines): lines.joined(separator: "\n")
        case .invalidRequest(let reason): "the store was asked for something impossible: \(reason)"
        case .corrupt(let reason): "the store is damaged: \(reason)"
        case .closed: "the store is closed"
        case .cancelled: "the task that asked was cancelled"
        }
    }
}
