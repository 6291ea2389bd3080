internal import HummingbirdCore

/// Takes connections up to a number and says how many there are.
struct CountedConnections: AvailableConnectionsDelegate {
    let maximum: Int
    let count: ConnectionCount

    mutating func connectionOpened() { count.add(1) }
    mutating func connectionClosed() { count.add(-1) }
    func isAcceptingNewConnections() -> Bool { count.value < maximum }
}
