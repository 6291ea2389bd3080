#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension FieldDescriptor {
    /// Whether a value of this field is one text.
    var isText: Bool {
        guard !isList else { return false }
        return switch scalar {
        case .string, .longString, .decimal, .date, .time, .file, .image: true
        case .integer, .number, .boolean, .dateTime, .object: false
        }
    }

    /// The value as it is stored, when it is of the field's type: lists element by element.
    ///
    /// - Throws: what is wrong with its type; the path begins with the field's handle.
    public func canonical(_ value: JSON) throws(InvalidValue) -> JSON {
        guard isList else { return try canonicalElement(value, at: handle) }
        guard case .array(let elements) = value else { throw .wrongKind("a list", value, at: handle) }
        var result: [JSON] = []
        var problems: [ValueProblem] = []
        for (index, element) in elements.enumerated() {
            do {
                result.append(try canonicalElement(element, at: "\(handle)[\(index)]"))
            } catch {
                problems += error.problems
                if problems.count >= InvalidValue.maximumProblems { break }
            }
        }
        if !problems.isEmpty { throw InvalidValue(problems) }
        return .array(result)
    }

    /// One value, or one element of a list, as it is stored.
    ///
    /// Dates with time become UTC with milliseconds only if not zero; times are `HH:MM` or `HH:MM:SS`; decimals are
    /// text in plain notation without trailing zeros, also when they came as a number; whole numbers from 2^53 on are text, see `Int`'s
    /// ``JSONConvertible``.
    func canonicalElement(_ given: JSON, at path: String) throws(InvalidValue) -> JSON {
        let value = preparations.reduce(given) { $1.prepared($0) }
        switch scalar {
        case .string, .longString, .file, .image: return .string(try String(json: value, at: path))
        case .integer: return try Int(json: value, at: path).json
        case .number: return try Double(json: value, at: path).json
        case .boolean: return .bool(try Bool(json: value, at: path))
        case .dateTime:
            return .string(Timestamp.text(try dateTime(value, at: path)))
        case .date:
            let text = try String(json: value, at: path)
            guard TimeForms.isDate(text) else {
                throw InvalidValue(at: path, "must be a date, for example 2026-11-23")
            }
            return .string(text)
        case .time:
            let text = try String(json: value, at: path)
            guard Self.isTime(text) else { throw InvalidValue(at: path, "must be a time of day, for example 09:30") }
            return .string(text)
        case .decimal: return try Decimal(json: value, at: path).json
        case .object: return .object(try JSONObject(json: value, at: path))
        }
    }

    /// What is wrong with a value of the right type by the field's options and checks.
    func boundProblems(of value: JSON) -> [ValueProblem] {
        var problems: [ValueProblem] = []
        if !options.isEmpty {
            let check = ValueCheck.options(options.map(\.value))
            problems += (isList ? .each([check]) : check).problems(of: value, at: handle)
        }
        for check in checks {
            problems += check.problems(of: value, at: handle).filter { !problems.contains($0) }
        }
        return problems
    }

    private func dateTime(_ value: JSON, at path: String) throws(InvalidValue) -> Date {
        try Date(json: value, at: path)
    }

    /// `HH:MM` or `HH:MM:SS`, 00:00 to 23:59:59.
    private static func isTime(_ text: String) -> Bool {
        var reader = ByteReader(text)
        guard let hour = reader.number(digits: 2), hour < 24, reader.take(":"),
            let minute = reader.number(digits: 2), minute < 60
        else { return false }
        if reader.isAtEnd { return true }
        guard reader.take(":"), let second = reader.number(digits: 2), second < 60 else { return false }
        return reader.isAtEnd
    }
}
