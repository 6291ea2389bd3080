import Foundation
import Synchronization

/// A PostgreSQL of the tests' own: a fresh cluster that listens on a socket in a private folder. It ends, and the folder
/// goes, when this process does, however it does.
///
/// Its own order of text is English (ICU): what is ordered byte for byte is so by the store's doing.
public final class TemporaryPostgres: Sendable {
    /// The one of this process, started when it is asked for first: takes seconds.
    public static var shared: TemporaryPostgres {
        get throws { try started.get() }
    }

    private static let started = Result { try TemporaryPostgres() }

    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    /// Of the socket.
    public let folder: String
    private let keeper: Process
    private let lifeline: Pipe
    private let count = Mutex(0)

    private init() throws {
        keeper = Process()
        lifeline = Pipe()
        let output = Pipe()
        // PostgreSQL refuses to run as root; Debian's package brings a user for it.
        let shell = ["/bin/sh", "-c", Self.script]
        let command = geteuid() == 0 ? ["/usr/sbin/runuser", "-u", "postgres", "--"] + shell : shell
        keeper.executableURL = URL(fileURLWithPath: command[0])
        keeper.arguments = Array(command.dropFirst())
        keeper.currentDirectoryURL = URL(fileURLWithPath: "/")
        keeper.standardInput = lifeline
        keeper.standardOutput = output
        try keeper.run()
        // The keeper waits for the end of its input, which must not live on in programs that this process starts.
        _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
        var answer = Data()
        while !answer.contains(UInt8(ascii: "\n")) {
            let part = output.fileHandleForReading.availableData
            if part.isEmpty { break }
            answer += part
        }
        let words = String(decoding: answer, as: UTF8.self).split(separator: "\n").first.map(String.init) ?? ""
        guard words.hasPrefix("/") else {
            throw Failure(description: "PostgreSQL did not start; scripts/install-system-packages test installs it. \(words)")
        }
        folder = words
    }

    /// Debian keeps each version's programs in a folder of its own; the newest is taken.
    private static let script = """
        set -e
        folder=$(mktemp -d -t ik-pg-XXXXXX)
        chmod 711 "$folder"
        programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
        PATH=${programs:+$programs:}$PATH
        trap 'pg_ctl -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$folder"' EXIT
        initdb -D "$folder/data" -U tests -A trust --no-sync -E UTF8 --locale=C.UTF-8 --locale-provider=icu \
            --icu-locale=en-US >"$folder/initdb.log" 2>&1 || { tr '\\n' ' ' <"$folder/initdb.log"; exit 1; }
        pg_ctl -D "$folder/data" -l "$folder/log" -w start >/dev/null \
            -o "-c listen_addresses= -k $folder -c fsync=off -c max_connections=400 -c shared_buffers=64MB"
        echo "$folder"
        exec 1>&-
        cat >/dev/null
        """

    /// Of an empty schema, which is a whole store.
    public func makeStore() throws -> String {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let schema = "store_\(number)"
        try execute("CREATE SCHEMA \(schema)")
        return url(schema: schema)
    }

    public func url(schema: String) -> String {
        "postgresql://tests@/postgres?host=\(folder.replacing("/", with: "%2F"))&options=-csearch_path%3D\(schema)"
    }

    /// Runs statements, and gives what they answer: tuples only, columns between `|`.
    @discardableResult
    public func execute(_ sql: String) throws -> String {
        let psql = Process()
        psql.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        psql.arguments = [
            "psql", "--host", folder, "--username", "tests", "--dbname", "postgres", "--no-psqlrc", "--quiet",
            "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1", "--command", sql,
        ]
        let (output, errors) = (Pipe(), Pipe())
        psql.standardInput = FileHandle.nullDevice
        psql.standardOutput = output
        psql.standardError = errors
        try psql.run()
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        psql.waitUntilExit()
        guard psql.terminationStatus == 0 else { throw Failure(description: complaint) }
        return answer
    }
}
