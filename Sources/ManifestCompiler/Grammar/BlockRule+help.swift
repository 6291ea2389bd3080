extension BlockRule {
    /// The names of its keys for a message: those that are its own before those that everything with a handle has.
    var listOfKeys: String {
        let common = Set(Grammar.headingKeys(icon: true).map(\.name))
        let names = keys.map(\.name)
        return (names.filter { !common.contains($0) } + names.filter(common.contains)).joined(separator: ", ")
    }

    /// Where a key belongs that was written too far out: `capabilities.messaging.send` for a channel's `send`.
    ///
    /// The nearest places, at most three maps down; none where there are more than three of them.
    func innerKeys(meantBy name: String) -> [String] {
        var found: [String] = []
        var places: [(path: String, block: BlockRule)] = [("", self)]
        for _ in 0..<3 where found.isEmpty {
            places = places.flatMap { path, block in
                block.keys.compactMap { key in
                    key.value.block.flatMap { Grammar.blocks[$0] }.map { ("\(path)\(key.name).", $0) }
                }
            }
            found = places.compactMap { path, block in
                let meant = block.key(name)?.name ?? Repairs.key(name, among: block.keys.map(\.name))
                return meant.map { path + $0 }
            }
        }
        return found.count > 3 ? [] : found
    }
}

extension ValueRule {
    /// The map with fixed keys that may stand here.
    fileprivate var block: BlockName? {
        switch self {
        case .block(let name): name
        case .shapes(_, _, let map): map?.block
        default: nil
        }
    }
}

extension String {
    /// A sentence of the documentation as a part of another: its first letter small, without its full stop.
    var sentencePart: String { prefix(1).lowercased() + (hasSuffix(".") ? dropFirst().dropLast() : dropFirst()) }
}
