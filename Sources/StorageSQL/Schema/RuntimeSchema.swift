#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import Storage

/// The runtime's own tables. Their names begin with `ik_`; the models' with `model_` (see ``ModelTable``).
///
/// Every key of something that belongs to an installation begins with `installation_id`. Times are microseconds since
/// 1970 in UTC. The definitions are in SQLite's words (see ``SQLDialect/definitions(_:)``), with STRICT tables: SQLite
/// refuses values of another type.
package enum RuntimeSchema {
    package static let prefix = "ik_"
    /// The steps from an empty file to today's tables; the database counts those that were taken. A step
    /// never changes once it was released: append another one.
    package static let steps: [(name: String, sql: String)] = [
        ("runtime tables", tables + indexes), ("late channels, lost senders", lateComers),
        ("operators", operators),
        ("parts and changes of messages", messageParts),
        ("outbox, shared limits", outbox),
        ("connections, duties towards people", duties),
        ("upkeep of connections", upkeep),
        ("closed channels", closedChannels),
        ("deliveries give their content to their events", emptiedDeliveries),
        ("people whose addresses change", people),
        ("conversations of several", groups),
        ("files", files),
    ]

    /// Takes the steps that are missing, inside the transaction that has the schema to itself.
    ///
    /// - Parameters:
    ///   - version: How many steps were taken.
    ///   - place: What the database is called in messages.
    /// - Throws: ``StorageError/incompatibleSchema(_:)`` for a database of a newer version.
    package static func apply(to db: any SQLSession, from version: Int, in place: String) throws {
        guard version <= steps.count else {
            throw StorageError.incompatibleSchema([
                "\(place) was written by a newer version of this program (schema \(version), this one knows "
                    + "\(steps.count)): run that version, or restore the backup from before the update"
            ])
        }
        let missing = steps[version...].map { (name: $0.name, sql: db.dialect.definitions($0.sql)) }
        for step in missing { try db.execute(script: step.sql) }
        for step in missing { try log(step.name, sql: step.sql, in: db) }
    }

    /// - Throws: ``StorageError/incompatibleSchema(_:)``: there are tables, and they are not ours.
    package static func refuseStranger(_ place: String) throws {
        throw StorageError.incompatibleSchema([
            "\(place) is a database of another program: choose another one for the store"
        ])
    }

    /// What rows of the table are for people: `contact` for `model_contact`, `message` for `ik_message`.
    package static func subject(ofTable table: String) -> String {
        for prefix in [ModelTable.prefix, prefix] where table.hasPrefix(prefix) {
            return String(table.dropFirst(prefix.count))
        }
        return table
    }

    /// Writes into the log of schema changes.
    static func log(_ change: String, sql: String, in db: any SQLSession) throws {
        try db.run(
            "INSERT INTO ik_schema_log (applied_at, change, sql) VALUES (?, ?, ?)", [Date().microseconds, change, sql])
    }

    private static let tables = """
        -- What was done to the schema, and when.
        CREATE TABLE ik_schema_log (
            sequence INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL, change TEXT NOT NULL, sql TEXT NOT NULL
        ) STRICT;
        -- Written by readiness checks.
        CREATE TABLE ik_probe (id INTEGER PRIMARY KEY, checked_at INTEGER NOT NULL) STRICT;

        CREATE TABLE ik_workplace (
            handle TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, time_zone TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ik_installation (
            id TEXT NOT NULL PRIMARY KEY,
            workplace TEXT NOT NULL UNIQUE REFERENCES ik_workplace (handle),
            created_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        -- Sealed values.
        CREATE TABLE ik_environment (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            value BLOB NOT NULL,
            PRIMARY KEY (installation_id, name)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ik_registration (
            id TEXT NOT NULL PRIMARY KEY,
            webhook TEXT NOT NULL,
            installation_id TEXT REFERENCES ik_installation (id) ON DELETE CASCADE,
            created_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ik_channel (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            handle TEXT NOT NULL,
            identifier TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (installation_id, id),
            UNIQUE (installation_id, handle, identifier)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ik_conversation (
            installation_id TEXT NOT NULL,
            id TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            address TEXT NOT NULL,
            contact_name TEXT,
            last_message_at INTEGER NOT NULL,
            last_inbound_at INTEGER,
            unread INTEGER NOT NULL,
            preview TEXT NOT NULL,
            PRIMARY KEY (installation_id, id),
            UNIQUE (installation_id, channel_id, address),
            FOREIGN KEY (installation_id, channel_id) REFERENCES ik_channel (installation_id, id) ON DELETE CASCADE
        ) STRICT;
        -- Read in the order of (ordered_at, sequence), where ordered_at is the earlier of sent_at and recorded_at.
        CREATE TABLE ik_message (
            sequence INTEGER PRIMARY KEY,
            installation_id TEXT NOT NULL,
            id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            direction TEXT NOT NULL CHECK (direction IN ('IN', 'OUT')),
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            content TEXT NOT NULL,
            reply_to TEXT,
            remote_id TEXT,
            status TEXT NOT NULL,
            failure TEXT,
            sent_at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            ordered_at INTEGER NOT NULL,
            moved_at INTEGER,
            UNIQUE (installation_id, id),
            FOREIGN KEY (installation_id, conversation_id)
                REFERENCES ik_conversation (installation_id, id) ON DELETE CASCADE
        ) STRICT;

        -- state: 0 waits to be split, 1 split, 2 dead letter. settled_at is received_at until then: a row whose size
        -- stays the same is changed in place, without writing its body again.
        CREATE TABLE ik_delivery (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            registration TEXT NOT NULL,
            webhook TEXT NOT NULL,
            installation_id TEXT REFERENCES ik_installation (id) ON DELETE CASCADE,
            received_at INTEGER NOT NULL,
            body BLOB NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2),
            reason TEXT,
            settled_at INTEGER NOT NULL
        ) STRICT;
        -- A lane is (installation_id, webhook, ordering_key). state: 0 queued behind another of its lane, 1 ready (the
        -- head of its lane), 2 running (the head, held until due_at), 3 done, 4 dead letter.
        CREATE TABLE ik_event (
            sequence INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            delivery TEXT NOT NULL,
            webhook TEXT NOT NULL,
            installation_id TEXT REFERENCES ik_installation (id) ON DELETE CASCADE,
            channel_id TEXT,
            deduplication_key TEXT NOT NULL,
            ordering_key TEXT NOT NULL,
            kind TEXT NOT NULL,
            occurred_at INTEGER,
            content TEXT NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 4),
            claims INTEGER NOT NULL DEFAULT 0,
            due_at INTEGER NOT NULL,
            failure TEXT,
            settled_at INTEGER
        ) STRICT;

        CREATE TABLE ik_credential (
            kind TEXT NOT NULL,
            digest BLOB NOT NULL,
            workplace TEXT NOT NULL REFERENCES ik_workplace (handle),
            created_at INTEGER NOT NULL,
            expires_at INTEGER,
            PRIMARY KEY (kind, digest)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE ik_nonce (nonce BLOB NOT NULL PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE ik_call (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            tool TEXT NOT NULL,
            key TEXT NOT NULL,
            digest BLOB NOT NULL,
            started_at INTEGER NOT NULL,
            answer TEXT,
            PRIMARY KEY (installation_id, tool, key)
        ) STRICT, WITHOUT ROWID;

        """

    /// The indexes of the inbox cover unfinished work only, so that a long history costs nothing.
    private static let indexes = """
        CREATE INDEX ik_registration_webhook ON ik_registration (webhook);
        CREATE INDEX ik_registration_installation ON ik_registration (installation_id) WHERE installation_id IS NOT NULL;
        CREATE INDEX ik_channel_route ON ik_channel (handle, identifier);
        CREATE INDEX ik_conversation_newest ON ik_conversation (installation_id, last_message_at DESC, id DESC);
        CREATE INDEX ik_message_order ON ik_message (installation_id, conversation_id, ordered_at, sequence);
        CREATE UNIQUE INDEX ik_message_remote ON ik_message (installation_id, channel_id, remote_id)
            WHERE remote_id IS NOT NULL;
        CREATE INDEX ik_delivery_unsplit ON ik_delivery (sequence) WHERE state = 0;
        CREATE INDEX ik_delivery_dead ON ik_delivery (sequence) WHERE state = 2;
        CREATE INDEX ik_delivery_settled ON ik_delivery (settled_at) WHERE state = 1;
        CREATE INDEX ik_delivery_installation ON ik_delivery (installation_id) WHERE installation_id IS NOT NULL;
        CREATE UNIQUE INDEX ik_event_key ON ik_event (installation_id, webhook, deduplication_key)
            WHERE installation_id IS NOT NULL;
        CREATE UNIQUE INDEX ik_event_unrouted_key ON ik_event (webhook, deduplication_key)
            WHERE installation_id IS NULL;
        CREATE INDEX ik_event_lane ON ik_event (installation_id, webhook, ordering_key, sequence) WHERE state IN (0, 1, 2);
        CREATE INDEX ik_event_due ON ik_event (due_at, sequence) WHERE state IN (1, 2);
        CREATE INDEX ik_event_dead ON ik_event (delivery) WHERE state = 4;
        CREATE INDEX ik_event_done ON ik_event (settled_at) WHERE state = 3;
        CREATE INDEX ik_credential_expiry ON ik_credential (expires_at) WHERE expires_at IS NOT NULL;
        CREATE INDEX ik_nonce_expiry ON ik_nonce (expires_at);
        CREATE INDEX ik_call_start ON ik_call (started_at);
        """

    /// Of events: the channel that they are for, by which one that is opened later finds them. Of deliveries: how often
    /// splitting has failed, and when it is tried again.
    private static let lateComers = """
        ALTER TABLE ik_event ADD COLUMN route_channel TEXT;
        ALTER TABLE ik_event ADD COLUMN route_identifier TEXT;
        CREATE INDEX ik_event_unrouted ON ik_event (route_channel, route_identifier, sequence)
            WHERE state = 4 AND installation_id IS NULL;
        CREATE INDEX ik_event_unrouted_age ON ik_event (settled_at) WHERE state = 4 AND installation_id IS NULL;
        ALTER TABLE ik_delivery ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE ik_delivery ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX ik_message_pending ON ik_message (recorded_at)
            WHERE status = 'pending' AND direction = 'OUT' AND remote_id IS NULL;
        """

    /// Who runs the server, what they did, and what they look at: what went wrong with events and deliveries, try by try.
    private static let operators = """
        ALTER TABLE ik_event ADD COLUMN discarded_at INTEGER;
        ALTER TABLE ik_delivery ADD COLUMN discarded_at INTEGER;
        CREATE INDEX ik_event_dead_newest ON ik_event (sequence) WHERE state = 4;
        CREATE TABLE ik_failure (
            sequence INTEGER PRIMARY KEY,
            event TEXT REFERENCES ik_event (id) ON DELETE CASCADE,
            delivery TEXT REFERENCES ik_delivery (id) ON DELETE CASCADE,
            attempt INTEGER NOT NULL,
            failed_at INTEGER NOT NULL,
            reason TEXT NOT NULL,
            CHECK ((event IS NULL) <> (delivery IS NULL))
        ) STRICT;
        CREATE INDEX ik_failure_event ON ik_failure (event, sequence) WHERE event IS NOT NULL;
        CREATE INDEX ik_failure_delivery ON ik_failure (delivery, sequence) WHERE delivery IS NOT NULL;
        CREATE TABLE ik_operator (
            kind TEXT NOT NULL,
            digest BLOB NOT NULL,
            name TEXT NOT NULL,
            scope TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            expires_at INTEGER,
            PRIMARY KEY (kind, digest)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX ik_operator_name ON ik_operator (name) WHERE kind = 'token';
        CREATE INDEX ik_operator_expiry ON ik_operator (expires_at) WHERE expires_at IS NOT NULL;
        CREATE TABLE ik_audit (
            sequence INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            result TEXT NOT NULL
        ) STRICT;
        -- Which store this one is a copy of. Until it is finished, references are not guarded: their definitions wait here.
        CREATE TABLE ik_copy (
            source TEXT NOT NULL PRIMARY KEY,
            started_at INTEGER NOT NULL,
            finished_at INTEGER,
            guards TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    /// `parts`: a list of ``MessagePart``. `reactions`: see ``StoredReactions``.
    private static let messageParts = """
        ALTER TABLE ik_message ADD COLUMN parts TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE ik_message ADD COLUMN reactions TEXT NOT NULL DEFAULT '[]';
        ALTER TABLE ik_message ADD COLUMN edited_at INTEGER;
        ALTER TABLE ik_message ADD COLUMN deleted_at INTEGER;
        """

    /// A lane is a conversation. state: see ``OutboxState``. Messages that an earlier version was sending when it ended may
    /// have left.
    private static let outbox = """
        CREATE TABLE ik_outgoing (
            sequence INTEGER PRIMARY KEY,
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            message_id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            tool TEXT NOT NULL,
            arguments TEXT NOT NULL,
            state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 5),
            claims INTEGER NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            queued_at INTEGER NOT NULL,
            due_at INTEGER NOT NULL,
            reason TEXT,
            UNIQUE (installation_id, message_id),
            FOREIGN KEY (installation_id, message_id) REFERENCES ik_message (installation_id, id) ON DELETE CASCADE
        ) STRICT;
        CREATE INDEX ik_outgoing_lane ON ik_outgoing (installation_id, conversation_id, sequence)
            WHERE state IN (0, 1, 2, 3);
        CREATE INDEX ik_outgoing_due ON ik_outgoing (due_at, sequence) WHERE state IN (1, 2);
        CREATE INDEX ik_outgoing_sending ON ik_outgoing (due_at) WHERE state = 3;
        DROP INDEX ik_message_pending;
        UPDATE ik_message SET status = 'unknown' WHERE status = 'pending' AND direction = 'OUT' AND remote_id IS NULL;

        -- untouched_at: when the count will be as good as new.
        CREATE TABLE ik_limit (
            name TEXT NOT NULL, scope TEXT NOT NULL, key TEXT NOT NULL, state TEXT NOT NULL,
            untouched_at INTEGER NOT NULL, PRIMARY KEY (name, scope, key)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_limit_untouched ON ik_limit (untouched_at);
        """

    /// `account`: the provider's id of the person who connected. `request`: see ``NewDuty/request``.
    private static let duties = """
        CREATE TABLE ik_connection (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            handle TEXT NOT NULL,
            account TEXT,
            connected_at INTEGER NOT NULL,
            ended_at INTEGER,
            PRIMARY KEY (installation_id, handle)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_connection_account ON ik_connection (account) WHERE account IS NOT NULL;
        CREATE TABLE ik_duty (
            code TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            webhook TEXT NOT NULL,
            request BLOB NOT NULL UNIQUE,
            requested_at INTEGER NOT NULL,
            parts INTEGER NOT NULL,
            finished_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_duty_finished ON ik_duty (finished_at) WHERE finished_at IS NOT NULL;
        -- What is left to do of a duty.
        CREATE TABLE ik_duty_part (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            code TEXT NOT NULL REFERENCES ik_duty (code) ON DELETE CASCADE,
            due_at INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            PRIMARY KEY (installation_id, code)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_duty_part_code ON ik_duty_part (code);
        CREATE INDEX ik_duty_part_due ON ik_duty_part (due_at);
        """

    /// `due_at`: when a connection is renewed or asked after next, or until when a process holds it that does so.
    private static let upkeep = """
        ALTER TABLE ik_connection ADD COLUMN expires_at INTEGER;
        ALTER TABLE ik_connection ADD COLUMN due_at INTEGER;
        ALTER TABLE ik_connection ADD COLUMN problem TEXT;
        ALTER TABLE ik_connection ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX ik_connection_due ON ik_connection (due_at) WHERE due_at IS NOT NULL;
        UPDATE ik_connection SET due_at = connected_at WHERE ended_at IS NULL;
        """

    /// Both are null while the channel is open.
    private static let closedChannels = """
        ALTER TABLE ik_channel ADD COLUMN closed_at INTEGER;
        ALTER TABLE ik_channel ADD COLUMN closing_reason TEXT;
        """

    /// What nobody needs any more nobody has to find when a person's data is deleted.
    private static let emptiedDeliveries = """
        UPDATE ik_delivery SET body = CAST('' AS BLOB) WHERE state = 1;
        """

    /// `person`: see ``InboundMessage/personID``. `…_since`: see ``UnitOfWork/Counterpart``. A former address belonged to
    /// its conversation up to `left_at`.
    private static let people = """
        ALTER TABLE ik_conversation ADD COLUMN address_since INTEGER;
        ALTER TABLE ik_conversation ADD COLUMN person TEXT;
        ALTER TABLE ik_conversation ADD COLUMN person_since INTEGER;
        CREATE UNIQUE INDEX ik_conversation_person ON ik_conversation (installation_id, channel_id, person)
            WHERE person IS NOT NULL;
        CREATE TABLE ik_former_address (
            installation_id TEXT NOT NULL,
            channel_id TEXT NOT NULL,
            address TEXT NOT NULL,
            left_at INTEGER NOT NULL,
            conversation_id TEXT NOT NULL,
            PRIMARY KEY (installation_id, channel_id, address, left_at),
            FOREIGN KEY (installation_id, conversation_id)
                REFERENCES ik_conversation (installation_id, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_former_address_conversation ON ik_former_address (installation_id, conversation_id);
        -- Conversations that have become one with another; who knows their ids is led there.
        CREATE TABLE ik_merged_conversation (
            installation_id TEXT NOT NULL,
            id TEXT NOT NULL,
            conversation_id TEXT NOT NULL,
            PRIMARY KEY (installation_id, id),
            FOREIGN KEY (installation_id, conversation_id)
                REFERENCES ik_conversation (installation_id, id) ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_merged_conversation_target ON ik_merged_conversation (installation_id, conversation_id);
        """

    /// `recipients`: see ``StoredRecipients``.
    private static let groups = """
        ALTER TABLE ik_message ADD COLUMN author TEXT;
        ALTER TABLE ik_message ADD COLUMN recipients TEXT NOT NULL DEFAULT '[]';
        """

    /// `digest`: NULL until the content is whole.
    private static let files = """
        CREATE TABLE ik_file (
            installation_id TEXT NOT NULL REFERENCES ik_installation (id) ON DELETE CASCADE,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            mime_type TEXT NOT NULL,
            size INTEGER NOT NULL,
            digest BLOB,
            created_at INTEGER NOT NULL,
            PRIMARY KEY (installation_id, id)
        ) STRICT;
        CREATE INDEX ik_file_age ON ik_file (created_at);
        CREATE TABLE ik_file_piece (
            installation_id TEXT NOT NULL,
            file_id TEXT NOT NULL,
            number INTEGER NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (installation_id, file_id, number),
            FOREIGN KEY (installation_id, file_id) REFERENCES ik_file (installation_id, id) ON DELETE CASCADE
        ) STRICT;
        -- Which messages hold on to a file.
        CREATE TABLE ik_message_file (
            installation_id TEXT NOT NULL,
            message_id TEXT NOT NULL,
            file_id TEXT NOT NULL,
            PRIMARY KEY (installation_id, message_id, file_id),
            FOREIGN KEY (installation_id, message_id) REFERENCES ik_message (installation_id, id) ON DELETE CASCADE,
            FOREIGN KEY (installation_id, file_id) REFERENCES ik_file (installation_id, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX ik_message_file_file ON ik_message_file (installation_id, file_id);
        """
}
