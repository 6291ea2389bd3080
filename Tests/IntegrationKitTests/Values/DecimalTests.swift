#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
import IntegrationKit
import Testing

@Suite("DECIMAL values")
struct DecimalTests {
    private let field = FieldDescriptor(handle: "price", label: "Price", scalar: .decimal, owner: .app)

    @Test(
        "are kept exactly, whatever they are spelled like",
        arguments: [
            ("12.50", "12.5"), ("-12.07", "-12.07"), ("0", "0"), ("-0", "0"), ("0.000", "0"), ("0.10", "0.1"), ("100", "100"),
            ("99999999999999999999.99", "99999999999999999999.99"), ("9007199254740993.1", "9007199254740993.1"),
            ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
            ("0.00000000000000000000000000000000000000000000000007", "0.00000000000000000000000000000000000000000000000007"),
            ("1000000000000000000000000000000000000000000000000000", "1000000000000000000000000000000000000000000000000000"),
            ("1.0000000000000000000000000000000000000000000000", "1"),
        ])
    func exactness(_ spelled: String, _ canonical: String) throws {
        let value = try Decimal(json: .string(spelled), at: "price")
        #expect(value.json == .string(canonical))
        #expect(try Decimal(json: value.json, at: "") == value)
        #expect(Decimal.exact(spelled) == value)
        #expect(Decimal(environmentText: spelled) == value)
        #expect(try field.canonical(.string(spelled)) == .string(canonical))
    }

    @Test("written as a number in JSON they are read from its digits, not from a binary number")
    func numbers() throws {
        let json = try JSON.parse(Array(#"{"price": 0.1234567890123456789}"#.utf8))
        let number = try #require(json["price"])
        #expect(try Decimal(json: number, at: "price").json == "0.1234567890123456789")
        #expect(ValueCheck.maximumDecimal("0.1234567890123456788").problem(of: number) == "must be at most 0.1234567890123456788")
    }

    @Test(
        "that would be rounded, or are none, are refused at every edge",
        arguments: [
            ("123456789012345678901234567890123456789", "38 significant digits"),
            ("1.23456789012345678901234567890123456789", "38 significant digits"),
            ("1" + String(repeating: "0", count: 100), "100 characters"), ("1e3", "decimal number"), ("", "decimal number"),
            ("12,50", "decimal number"), ("012", "decimal number"), (".5", "decimal number"), ("5.", "decimal number"),
            ("+5", "decimal number"), ("12abc", "decimal number"), ("NaN", "decimal number"), ("--1", "decimal number"),
        ])
    func refused(_ text: String, _ reason: String) {
        let error = #expect(throws: InvalidValue.self) { try Decimal(json: .string(text), at: "price") }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "nothing")")
        #expect(throws: InvalidValue.self) { try field.canonical(.string(text)) }
        #expect(Decimal.exact(text).isNaN)
        #expect(Decimal(environmentText: text) == nil)
    }

    @Test("what is no number is refused with the kind that was found")
    func otherKinds() {
        let error = #expect(throws: InvalidValue.self) { try Decimal(json: true, at: "items[2].price") }
        #expect(error?.description == "items[2].price must be a decimal number, as text, not true or false")
        #expect(Decimal.nan.json == .null)
    }
}
