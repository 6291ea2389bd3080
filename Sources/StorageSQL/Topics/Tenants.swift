public import IntegrationKit
public import Storage
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

// Workplaces, installations, environment and registrations.
extension SQLStore {
    public func putWorkplace(_ workplace: Workplace) async throws(StorageError) {
        try await write { db in
            try db.run(
                """
                INSERT INTO ik_workplace (handle, name, time_zone) VALUES (?, ?, ?)
                ON CONFLICT (handle) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone
                """, [workplace.handle, workplace.name, workplace.timeZone])
        }
    }

    /// By handle.
    public func workplaces() async throws(StorageError) -> [Workplace] {
        try await read { db in
            try db.rows("SELECT handle, name, time_zone FROM ik_workplace ORDER BY handle") { try $0.workplace(0) }
        }
    }

    public func workplace(_ handle: String) async throws(StorageError) -> Workplace? {
        try await read { db in
            try db.first("SELECT handle, name, time_zone FROM ik_workplace WHERE handle = ?", [handle]) {
                try $0.workplace(0)
            }
        }
    }

    // MARK: Installations

    /// - Throws: ``StorageError/notFound(table:id:)`` when there is no such workplace.
    public func install(
        in workplace: String, id: InstallationID, now: Date
    ) async throws(StorageError) -> Installation {
        try await write { db in
            guard try db.exists("SELECT 1 FROM ik_workplace WHERE handle = ?", [workplace]) else {
                throw StorageError.notFound(table: "workplace", id: workplace)
            }
            try db.run(
                """
                INSERT INTO ik_installation (id, workplace, created_at) VALUES (?, ?, ?)
                ON CONFLICT (workplace) DO NOTHING
                """, [id.rawValue, workplace, now.microseconds])
            guard let installation = try db.installation("i.workplace = ?", [workplace]) else {
                throw StorageError.notFound(table: "installation", id: id.rawValue)
            }
            return installation
        }
    }

    public func installation(_ id: InstallationID) async throws(StorageError) -> Installation? {
        try await read { db in try db.installation("i.id = ?", [id.rawValue]) }
    }

    public func installation(ofWorkplace handle: String) async throws(StorageError) -> Installation? {
        try await read { db in try db.installation("i.workplace = ?", [handle]) }
    }

    /// By id, which is by age.
    public func installations() async throws(StorageError) -> [Installation] {
        try await read { db in
            try db.rows(installationSelection + " ORDER BY i.id") { try $0.installation() }
        }
    }

    public func uninstall(_ id: InstallationID) async throws(StorageError) -> Bool {
        try await write { db in
            try db.changes("DELETE FROM ik_installation WHERE id = ?", [id.rawValue])
        }
    }

    public func removeWorkplace(_ handle: String) async throws(StorageError) {
        try await write { db in
            guard try !db.exists("SELECT 1 FROM ik_installation WHERE workplace = ?", [handle]) else {
                throw StorageError.referenced(table: "workplace", by: "installation")
            }
            try db.run("DELETE FROM ik_credential WHERE workplace = ?", [handle])
            try db.run("DELETE FROM ik_workplace WHERE handle = ?", [handle])
        }
    }

    public func environment(of installation: InstallationID) async throws(StorageError) -> [String: [UInt8]] {
        try await read { db in
            let pairs = try db.rows(
                "SELECT name, value FROM ik_environment WHERE installation_id = ?", [installation.rawValue]
            ) { (try $0.text(0), try $0.bytes(1)) }
            return Dictionary(pairs, uniquingKeysWith: { $1 })
        }
    }

    // MARK: Webhook registrations

    public func putRegistration(_ registration: WebhookRegistration) async throws(StorageError) {
        try await write { db in
            try db.run(
                """
                INSERT INTO ik_registration (id, webhook, installation_id, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                [
                    registration.id, registration.webhook, registration.installation?.rawValue,
                    registration.createdAt.microseconds,
                ])
        }
    }

    public func registration(_ id: String) async throws(StorageError) -> WebhookRegistration? {
        try await read { db in
            try db.first(registrationSelection + "WHERE id = ?", [id]) { try $0.registration() }
        }
    }

    /// Oldest first.
    public func registrations(webhook: String) async throws(StorageError) -> [WebhookRegistration] {
        try await read { db in
            try db.rows(registrationSelection + "WHERE webhook = ? ORDER BY created_at, id", [webhook]) {
                try $0.registration()
            }
        }
    }
}

private let registrationSelection = "SELECT id, webhook, installation_id, created_at FROM ik_registration "

private let installationSelection = """
    SELECT i.id, w.handle, w.name, w.time_zone FROM ik_installation i JOIN ik_workplace w ON w.handle = i.workplace
    """

extension SQLSession {
    func installation(_ condition: String, _ arguments: SQLArguments) throws -> Installation? {
        try first("\(installationSelection) WHERE \(condition)", arguments) { try $0.installation() }
    }
}

extension SQLRow {
    func workplace(_ start: Int) throws -> Workplace {
        Workplace(handle: try text(start), name: try text(start + 1), timeZone: try text(start + 2))
    }

    func installation() throws -> Installation {
        Installation(id: try id(0), workplace: try workplace(1))
    }

    func registration() throws -> WebhookRegistration {
        WebhookRegistration(
            id: try text(0), webhook: try text(1), installation: try optional(2, id), createdAt: try date(3))
    }
}
