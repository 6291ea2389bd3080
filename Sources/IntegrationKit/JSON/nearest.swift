/// The candidate that `text` is most probably a misspelling of; nil when none is near.
///
/// Near means: at most one edit for every three characters, and at least one is allowed. Texts over 64 bytes are not
/// looked at, so that nobody can make this expensive.
func nearest(to text: String, among candidates: [String]) -> String? {
    let longest = 64
    guard text.utf8.count <= longest else { return nil }
    let wanted = Array(text.lowercased().utf8)
    var best: (distance: Int, candidate: String)?
    for candidate in candidates.prefix(256) where candidate.utf8.count <= longest {
        let limit = max(1, max(wanted.count, candidate.utf8.count) / 3)
        let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
        if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.candidate
}

/// How many bytes must be inserted, removed, replaced or swapped with their neighbour to turn one into the other
/// (optimal string alignment).
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1] + [Int](repeating: 0, count: right.count)
        for column in right.indices {
            let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
            current[column + 1] = min(replaced, last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                current[column + 1] = min(current[column + 1], beforeLast[column - 1] + 1)
            }
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}
