import GRDB
import Storage

/// Carries out a batch of writes in one transaction and answers every one of them.
struct WriteTransaction {
    let db: Database

    func run(_ batch: [any PendingWrite]) {
        let now = ContinuousClock.now
        var writes: [any PendingWrite] = []
        for write in batch {
            if write.deadline < now {
                write.finish(.unavailable("writes are too slow: this one waited for its turn until its deadline"))
            } else {
                writes.append(write)
            }
        }
        guard !writes.isEmpty else { return }
        do {
            try db.beginTransaction(.immediate)
        } catch {
            let failure = StorageError(error)
            for write in writes { write.finish(failure) }
            return
        }
        if writes.count == 1 { alone(writes[0]) } else { together(writes) }
    }

    /// The transaction is open and belongs to one write.
    private func alone(_ write: any PendingWrite) {
        do {
            try write.run(db)
            try db.commit()
        } catch {
            rollBack()
            write.finish(StorageError(error))
            return
        }
        write.finish(nil)
    }

    /// The transaction is open and shared: each write has a savepoint.
    private func together(_ writes: [any PendingWrite]) {
        var failures: [StorageError?] = []
        for write in writes {
            do {
                failures.append(try inSavepoint(write))
            } catch {
                // A full disk, for example: SQLite took back all of it. Each gets its own chance, for the small
                // ones may still fit.
                rollBack()
                for write in writes { run([write]) }
                return
            }
        }
        do {
            try db.commit()
        } catch {
            rollBack()
            let failure = StorageError(error)
            for (write, itsOwn) in zip(writes, failures) { write.finish(itsOwn ?? failure) }
            return
        }
        for (write, failure) in zip(writes, failures) { write.finish(failure) }
    }

    /// - Returns: the write's own failure, undone.
    /// - Throws: when the transaction as a whole cannot go on.
    private func inSavepoint(_ write: any PendingWrite) throws -> StorageError? {
        try BoundStatement("SAVEPOINT one_write", on: db).execute()
        do {
            try write.run(db)
        } catch {
            guard db.isInsideTransaction else { throw error }
            try db.execute(sql: "ROLLBACK TO one_write; RELEASE one_write")
            return StorageError(error)
        }
        try BoundStatement("RELEASE one_write", on: db).execute()
        return nil
    }

    private func rollBack() {
        guard db.isInsideTransaction else { return }
        // Fails only when there is no transaction any more.
        try? db.rollback()
    }
}
