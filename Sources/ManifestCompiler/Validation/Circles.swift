/// Finds circles among things that refer to one another: depth first in document order, each told once, at the edge
/// that meets a thing on the way (ruling 97).
struct CircleSearch {
    struct Circle {
        /// From the thing that the closing edge meets, to itself again.
        var handles: [String]
        /// The edge that closes it.
        var edge: Reference

        /// "`a` → `b` → `a`".
        var words: String { handles.map { "`\($0)`" }.joined(separator: " → ") }
    }

    /// - Parameters:
    ///   - handles: All things, in document order.
    ///   - edges: What a thing refers to, in the order written.
    static func circles(_ handles: [String], edges: (String) -> [Reference]) -> [Circle] {
        var search = CircleSearch()
        for handle in handles { search.visit(handle, edges) }
        return search.found
    }

    private var found: [Circle] = []
    private var done: Set<String> = []
    private var path: [String] = []
    private var onPath: Set<String> = []

    private mutating func visit(_ first: String, _ edges: (String) -> [Reference]) {
        guard done.insert(first).inserted else { return }
        // Without recursion: a chain of things is as long as its author likes.
        var open: [(handle: String, rest: ArraySlice<Reference>)] = [(first, edges(first)[...])]
        path = [first]
        onPath = [first]
        while let top = open.last {
            guard let edge = top.rest.first else {
                open.removeLast()
                path.removeLast()
                onPath.remove(top.handle)
                continue
            }
            open[open.count - 1].rest.removeFirst()
            if onPath.contains(edge.handle), let start = path.firstIndex(of: edge.handle) {
                found.append(Circle(handles: path[start...] + [edge.handle], edge: edge))
            } else if done.insert(edge.handle).inserted {
                open.append((edge.handle, edges(edge.handle)[...]))
                path.append(edge.handle)
                onPath.insert(edge.handle)
            }
        }
    }
}
