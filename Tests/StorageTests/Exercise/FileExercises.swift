import Foundation
import IntegrationKit
import Storage
import Testing

@Suite("Files that are kept", .timeLimit(.minutes(10)))
struct FileExercises {
    private func keep(
        _ id: FileID, of bytes: [UInt8], for tenant: Tenant, in subject: StoreUnderTest, at seconds: Double = 0,
        isWhole: Bool = true
    ) async throws {
        try await subject.store.beginFile(
            NewFile(id: id, name: "übersicht.pdf", mimeType: "application/pdf", createdAt: Fixture.at(seconds)), in: tenant.id)
        for (number, start) in stride(from: 0, to: bytes.count, by: StoredFile.pieceSize).enumerated() {
            let piece = Array(bytes[start..<min(start + StoredFile.pieceSize, bytes.count)])
            try await subject.store.addPiece(piece, number: number, to: id, in: tenant.id)
        }
        guard isWhole else { return }
        try await subject.store.endFile(id, size: bytes.count, digest: [1, 2, 3], in: tenant.id)
    }

    private func message(_ id: String, holding file: FileID, on tenant: Tenant) -> StoreChange {
        .addMessage(
            NewMessage(
                id: MessageID(id), channel: tenant.channel.id, address: "+15552223333", contactName: nil,
                direction: .outbound, kind: "document", text: "", parts: [.file(MessageFile(kind: .document, stored: file))],
                content: .null, replyTo: nil, remoteID: nil, status: .pending, sentAt: Fixture.start,
                recordedAt: Fixture.start))
    }

    @Test("a file comes in pieces, is there when it is whole, and gives them back", arguments: StoreKind.allCases)
    func pieces(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let bytes = (0..<(StoredFile.pieceSize * 2 + 17)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try await keep("fl_1", of: bytes, for: tenant, in: subject, isWhole: false)
        #expect(try await subject.store.file("fl_1", of: tenant.id) == nil, "nobody sees a part for the whole")
        try await subject.store.endFile("fl_1", size: bytes.count, digest: [9], in: tenant.id)
        #expect(
            try await subject.store.file("fl_1", of: tenant.id)
                == StoredFile(
                    id: "fl_1", name: "übersicht.pdf", mimeType: "application/pdf", size: bytes.count, digest: [9],
                    createdAt: Fixture.start))
        var whole: [UInt8] = []
        while let piece = try await subject.store.piece(whole.count / StoredFile.pieceSize, of: "fl_1", in: tenant.id),
            whole.count < bytes.count
        {
            whole += piece
        }
        #expect(whole == bytes)
        #expect(try await subject.store.sizeOfFiles(of: tenant.id) == bytes.count)
        await #expect(throws: StorageError.notFound(table: "file", id: "fl_1"), "a whole file takes no more") {
            try await subject.store.addPiece([1], number: 3, to: "fl_1", in: tenant.id)
        }
    }

    @Test("a file belongs to its installation, and nobody else reads, takes or names it", arguments: StoreKind.allCases)
    func tenants(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant("a")
        let other = try await subject.tenant("b")
        try await keep("fl_1", of: [1, 2, 3], for: tenant, in: subject)
        #expect(try await subject.store.file("fl_1", of: other.id) == nil)
        #expect(try await subject.store.piece(0, of: "fl_1", in: other.id) == nil)
        #expect(try await subject.store.removeFile("fl_1", of: other.id) == false)
        #expect(try await subject.store.sizeOfFiles(of: other.id) == 0)
        await #expect(throws: StorageError.notFound(table: "file", id: "fl_1")) {
            try await subject.store.commit([message("msg_1", holding: "fl_1", on: other)], in: other.id)
        }
        #expect(try await subject.store.message("msg_1", in: other.id) == nil)
        #expect(try await subject.store.uninstall(tenant.id))
        #expect(try await subject.store.file("fl_1", of: tenant.id) == nil)
        #expect(try await subject.store.piece(0, of: "fl_1", in: tenant.id) == nil)
    }

    @Test("what nothing holds on to goes when it is old; what a message has stays with it", arguments: StoreKind.allCases)
    func purge(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        for id in ["fl_held", "fl_loose", "fl_new"] as [FileID] {
            try await keep(id, of: [1], for: tenant, in: subject, at: id == "fl_new" ? 100 : 0)
        }
        try await keep("fl_half", of: [1], for: tenant, in: subject, isWhole: false)
        try await subject.store.commit([message("msg_1", holding: "fl_held", on: tenant)], in: tenant.id)
        #expect(try await subject.store.removeFile("fl_held", of: tenant.id) == false)
        #expect(try await subject.store.purgeFiles(olderThan: Fixture.at(50), limit: 1) == 1)
        #expect(try await subject.store.purgeFiles(olderThan: Fixture.at(50), limit: 10) == 1)
        #expect(try await subject.store.file("fl_held", of: tenant.id) != nil)
        #expect(try await subject.store.file("fl_new", of: tenant.id) != nil)
        #expect(try await subject.store.file("fl_loose", of: tenant.id) == nil)
        // The message says something else now.
        try await subject.store.commit(
            [.describeMessage("msg_1", MessageDescription(kind: "text", text: "x"))], in: tenant.id)
        #expect(try await subject.store.purgeFiles(olderThan: Fixture.at(50), limit: 10) == 1)
        #expect(try await subject.store.file("fl_held", of: tenant.id) == nil)
    }

    @Test("a field's file stays as long as the field names it, in a list as well", arguments: StoreKind.allCases)
    func fields(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let letter = ModelDescriptor(
            handle: "letter", label: "Letter", labelPlural: "Letters",
            fields: [
                FieldDescriptor(handle: "scan", label: "Scan", scalar: .file, owner: .workplace),
                FieldDescriptor(handle: "pages", label: "Pages", scalar: .image, isList: true, owner: .workplace),
            ])
        try await subject.store.prepare(models: Fixture.models + [letter])
        for id in ["fl_1", "fl_2", "fl_3"] as [FileID] { try await keep(id, of: [1], for: tenant, in: subject) }
        try await subject.store.commit(
            [Fixture.put("l1", ["scan": "fl_1", "pages": ["fl_2"]], model: "letter")], in: tenant.id)
        #expect(try await subject.store.purgeFiles(olderThan: Fixture.at(50), limit: 10) == 1, "fl_3 alone")
        try await subject.store.commit(
            [Fixture.put("l1", ["scan": .null], isNew: false, model: "letter")], in: tenant.id)
        #expect(try await subject.store.purgeFiles(olderThan: Fixture.at(50), limit: 10) == 1)
        #expect(try await subject.store.file("fl_2", of: tenant.id) != nil)
        try await subject.store.commit([.deleteInstance(model: "letter", id: "l1")], in: tenant.id)
        #expect(try await subject.store.purgeFiles(olderThan: Fixture.at(50), limit: 10) == 1)
    }

    @Test("a deletion of personal data takes the files of messages along", arguments: StoreKind.allCases)
    func erase(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant("a")
        let other = try await subject.tenant("b")
        for (id, owner) in [("fl_1", tenant), ("fl_2", tenant), ("fl_3", other)] as [(FileID, Tenant)] {
            try await keep(id, of: [1], for: owner, in: subject)
        }
        try await subject.store.commit([message("msg_1", holding: "fl_1", on: tenant)], in: tenant.id)
        while try await subject.store.eraseSome(of: tenant.id, limit: 1) {}
        try await subject.store.commit([.erase], in: tenant.id)
        #expect(try await subject.store.sizeOfFiles(of: tenant.id) == 0)
        #expect(try await subject.store.file("fl_3", of: other.id) != nil)
    }

    @Test("a claim whose files are handed over is kept, and what is known of them with it", arguments: StoreKind.allCases)
    func claims(kind: StoreKind) async throws {
        let subject = try await kind.make()
        let tenant = try await subject.tenant()
        let message = NewMessage(
            id: "msg_1", channel: tenant.channel.id, address: "+15552223333", contactName: nil, direction: .outbound,
            kind: "text", text: "x", content: .null, replyTo: nil, remoteID: nil, status: .pending,
            sentAt: Fixture.start, recordedAt: Fixture.start)
        try await subject.store.commit(
            [.queueMessage(NewOutboxEntry(message: message, tool: "send", arguments: ["a": 1]))], in: tenant.id)
        func claim(at seconds: Double) async throws -> OutboxEntry? {
            try await subject.store.claimOutgoing(
                limit: 1, now: Fixture.at(seconds), leaseUntil: Fixture.at(seconds + 15)).first
        }
        let first = try #require(try await claim(at: 0))
        #expect(
            try await subject.store.keepClaim(
                "msg_1", claim: first.claim, arguments: ["a": 2], of: tenant.id, leaseUntil: Fixture.at(40)))
        #expect(try await claim(at: 30) == nil, "its sender lives")
        let second = try #require(try await claim(at: 41))
        #expect(second.arguments == ["a": 2] && second.claim == 2)
        #expect(
            try await !subject.store.keepClaim(
                "msg_1", claim: first.claim, arguments: ["a": 3], of: tenant.id, leaseUntil: Fixture.at(90)))
        #expect(
            try await subject.store.keepClaim(
                "msg_1", claim: second.claim, arguments: nil, of: tenant.id, leaseUntil: Fixture.at(90)))
        #expect(try await subject.store.outgoing("msg_1", of: tenant.id)?.arguments == ["a": 2])
    }
}
