/// Lines over the last quarter of an hour, as inline SVG. Words and numbers stand beside it as text, where they can be
/// read out and keep their size.
struct LineChart {
    /// Values from the oldest to the newest; nil where nothing was measured, which is a gap.
    let lines: [[Double?]]
    /// Values in a full picture. Fewer stand at its right end.
    let length: Int
    /// For those who do not see it.
    let label: String

    private static let width = 360.0
    private static let height = 72.0

    var top: Double { lines.joined().compactMap { $0 }.max() ?? 0 }

    var svg: Markup {
        let body = lines.enumerated().map { number, values in
            segments(values).map { segment in
                let points = segment.map { "\(Self.text($0.x)),\(Self.text($0.y))" }.joined(separator: " ")
                let isAlone = segment.count == 1
                return isAlone
                    ? "<circle class=\"chart-\(number)\" cx=\"\(Self.text(segment[0].x))\" cy=\"\(Self.text(segment[0].y))\" r=\"1\"/>"
                    : area(segment, number) + "<polyline class=\"chart-\(number)\" points=\"\(points)\"/>"
            }.joined()
        }.joined()
        return Markup(
            html: "<svg class=\"chart-picture\" viewBox=\"0 0 \(Self.text(Self.width)) \(Self.text(Self.height))\" "
                + "preserveAspectRatio=\"none\" role=\"img\" aria-label=\"\(ScalarHTMLEscaping.escape(label))\">"
                + "<path class=\"chart-grid\" d=\"M0 1H360M0 36H360M0 71H360\"/>\(body)</svg>")
    }

    private typealias Point = (x: Double, y: Double)

    private func segments(_ values: [Double?]) -> [[Point]] {
        let step = Self.width / Double(max(length - 1, 1))
        let top = max(self.top, .leastNormalMagnitude)
        var result: [[Point]] = [[]]
        for (index, value) in values.enumerated() {
            guard let value else {
                if result.last?.isEmpty == false { result.append([]) }
                continue
            }
            let x = Self.width - Double(values.count - 1 - index) * step
            result[result.count - 1].append((max(0, x), Self.height - 1 - value / top * (Self.height - 2)))
        }
        return result.filter { !$0.isEmpty }
    }

    /// Below the first line.
    private func area(_ segment: [Point], _ number: Int) -> String {
        guard number == 0, let first = segment.first, let last = segment.last else { return "" }
        let base = Self.text(Self.height)
        let points = segment.map { "\(Self.text($0.x)),\(Self.text($0.y))" }.joined(separator: " ")
        return "<polygon class=\"chart-area\" points=\"\(Self.text(first.x)),\(base) \(points) \(Self.text(last.x)),\(base)\"/>"
    }

    /// With one decimal.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
    }
}

/// Numbers as people read them.
enum FigureText {
    /// Times a second.
    static func rate(_ value: Double?) -> String { value.map { "\(short($0))/s" } ?? "–" }

    static func count(_ value: Double?) -> String { value.map { short($0) } ?? "–" }

    static func seconds(_ value: Double?) -> String {
        guard let value else { return "–" }
        if value < 1 { return "\(short(value * 1000)) ms" }
        if value < 120 { return "\(short(value)) s" }
        if value < 7200 { return "\(short(value / 60)) min" }
        if value < 172_800 { return "\(short(value / 3600)) h" }
        return "\(short(value / 86_400)) days"
    }

    static func bytes(_ value: Double?) -> String { value.map { "\(short($0 / 1_048_576)) MiB" } ?? "–" }

    /// Two digits behind the point below ten, one below a hundred; thousands apart.
    static func short(_ value: Double) -> String {
        if value == 0 { return "0" }
        let digits = value < 10 ? 2 : value < 100 ? 1 : 0
        let scale = [1.0, 10, 100][digits]
        let scaled = Int((value * scale).rounded())
        guard digits > 0 else { return grouped(scaled) }
        var fraction = String(scaled % Int(scale))
        while fraction.count < digits { fraction = "0" + fraction }
        while fraction.last == "0" { fraction.removeLast() }
        return fraction.isEmpty ? String(scaled / Int(scale)) : "\(scaled / Int(scale)).\(fraction)"
    }

    private static func grouped(_ value: Int) -> String {
        var digits = String(value)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: "\u{202F}")
    }
}
