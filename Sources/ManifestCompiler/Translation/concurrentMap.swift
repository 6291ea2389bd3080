import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Element: Sendable, Index == Int {
    /// `map`, on all cores where there are many elements; the order is theirs, whatever is finished first.
    ///
    /// - Parameter stride: How many elements are worth a turn; a turn costs some microseconds.
    package func concurrentMap<Result: Sendable>(
        turn stride: Int = 32, _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        guard count > stride else { return map(transform) }
        let turns = (count + stride - 1) / stride
        let results = Mutex([[Result]](repeating: [], count: turns))
        DispatchQueue.concurrentPerform(iterations: turns) { turn in
            let start = startIndex + turn * stride
            let part = self[start..<Swift.min(endIndex, start + stride)].map(transform)
            results.withLock { $0[turn] = part }
        }
        return results.withLock { Array<Result>($0.joined()) }
    }
}
