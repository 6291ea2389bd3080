internal import IntegrationKit

/// Metrics as Prometheus reads them: text format 0.0.4,
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
struct Exposition {
    private(set) var text = ""

    static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    enum Kind: String { case counter, gauge, histogram }

    typealias Label = (name: String, value: String)

    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ labels: [Label] = [], _ value: String) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.name)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    mutating func gauge(_ name: String, _ help: String, _ value: Double) {
        family(name, .gauge, help)
        sample(name, [], Self.number(value))
    }

    mutating func counter(_ name: String, _ help: String, _ value: Double) {
        family(name, .counter, help)
        sample(name, [], Self.number(value))
    }

    mutating func timings(_ timings: Timings) {
        family(timings.name, .histogram, timings.help)
        for (key, histogram) in timings.all {
            let labels = zip(timings.labels, key.values).map { (name: $0, value: $1) }
            var below: UInt64 = 0
            for (bound, count) in zip(LatencyHistogram.bounds, histogram.counts) {
                below += count
                sample("\(timings.name)_bucket", labels + [("le", Self.number(bound))], String(below))
            }
            sample("\(timings.name)_bucket", labels + [("le", "+Inf")], String(histogram.count))
            sample("\(timings.name)_sum", labels, Self.number(histogram.seconds))
            sample("\(timings.name)_count", labels, String(histogram.count))
        }
    }

    /// Whole numbers without a point.
    static func number(_ value: Double) -> String {
        if let whole = Int(exactly: value) { return String(whole) }
        return String(value)
    }

    private static func escaped(_ value: String) -> String {
        var result = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
