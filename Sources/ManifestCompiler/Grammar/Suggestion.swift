/// Did you mean: the nearest of known words.
enum Suggestion {
    /// The candidate with the fewest edits from `word`, if they are few for its length: one edit for words of
    /// up to four letters, two up to eight, then a third. If there is none, the case of letters does not count.
    static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let candidates = Array(candidates)
        if let best = nearestSpelling(to: word, among: candidates) { return best }
        let lowercased = candidates.map { $0.lowercased() }
        let folded = nearestSpelling(to: word.lowercased(), among: lowercased)
        return folded.flatMap { lowercased.firstIndex(of: $0) }.map { candidates[$0] }
    }

    private static func nearestSpelling(to word: String, among candidates: [String]) -> String? {
        let letters = Array(word.utf8.prefix(64))
        guard letters.count > 1 else { return nil }
        let allowed = letters.count <= 4 ? 1 : letters.count <= 8 ? 2 : letters.count / 3
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let other = Array(candidate.utf8.prefix(64))
            guard abs(other.count - letters.count) <= allowed else { continue }
            let distance = distance(letters, other, limit: best.map { $0.distance - 1 } ?? allowed)
            if let distance, haveNearWords(word, candidate) { best = (candidate, distance) }
        }
        return best?.word
    }

    /// Whether no word of one, between underscores, is quite another in the other: `CHANNEL_REMOVED` is not
    /// `CHANNEL_CREATED`, however much of them is the same.
    private static func haveNearWords(_ left: String, _ right: String) -> Bool {
        let (left, right) = (left.split(separator: "_"), right.split(separator: "_"))
        guard left.count == right.count, left.count > 1 else { return true }
        return zip(left, right).allSatisfy { left, right in
            if left.hasPrefix(right) || right.hasPrefix(left) { return true }
            let allowed = left.utf8.count <= 4 ? 1 : left.utf8.count <= 8 ? 2 : left.utf8.count / 3
            return distance(Array(left.utf8.prefix(64)), Array(right.utf8.prefix(64)), limit: allowed) != nil
        }
    }

    /// Edits (insert, delete, replace, swap of neighbours) from one to the other; `nil` above the limit.
    private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
        guard limit >= 0 else { return nil }
        var earlier: [Int] = []
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for (column, other) in right.enumerated() {
                var value = min(previous[column + 1] + 1, current[column] + 1)
                value = min(value, previous[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    value = min(value, earlier[column - 1] + 1)
                }
                current.append(value)
            }
            if (current.min() ?? 0) > limit { return nil }
            earlier = previous
            previous = current
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
