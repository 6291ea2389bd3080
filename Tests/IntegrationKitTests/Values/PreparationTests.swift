import IntegrationKit
import Testing

@Suite("What is done to texts before they are checked")
struct PreparationTests {
    @Test(
        "texts",
        arguments: [
            (TextPreparation.trim, " a b\n", "a b"), (.lower, "ÄB", "äb"), (.digits, "+49 (30) 1-2", "493012"),
            (.e164, " 00 49 (30) 12-34/5 ", "+493012345"), (.e164, "+1 555.123", "+1555123"),
            (.origin(allowsHTTP: false), "Clinic.example:8080/path?x#y", "https://clinic.example:8080"),
            (.origin(allowsHTTP: true), "clinic.example", "http://clinic.example"),
            (.origin(allowsHTTP: false), " HTTPS://A.example:443/ ", "https://a.example"),
            (.origin(allowsHTTP: false), "http://a.example/x", "http://a.example"),
            (.origin(allowsHTTP: false), "me@a.example", "me@a.example"), (.origin(allowsHTTP: false), "", ""),
            (.localDateTime, "2026-03-01 09:30", "2026-03-01T09:30:00"), (.localDateTime, "soon", "soon"),
            (.coerce([.integer]), "7", "7"),
        ] as [(TextPreparation, String, String)])
    func texts(_ preparation: TextPreparation, _ given: String, _ expected: String) {
        #expect(preparation.prepared(.string(given)) == .string(expected))
    }

    @Test("a variable is prepared before it is checked, whoever reads it")
    func variables() {
        let variable = EnvironmentVariable(
            name: "CLINIC", label: "Clinic", defaultValue: "b.example", preparations: [.origin(allowsHTTP: true)],
            checks: [.format(.url)])
        var reader = EnvironmentReader(["CLINIC": "clinic.example:8080/login"])
        #expect(reader.required(variable, as: String.self) == "http://clinic.example:8080")
        #expect(reader.isComplete)
        #expect(variable.text(in: ["CLINIC": ""]) == "http://b.example")
    }

    @Test("what identifies a channel is prepared and then checked")
    func identifiers() {
        let channel = ChannelDescriptor(
            handle: "mail", label: "Mail", identifierField: "address", identifierLabel: "Address",
            identifierPreparations: [.trim, .lower], identifierChecks: [.format(.email)], messaging: nil)
        #expect(channel.prepared(" Me@Example.org ") == "me@example.org")
        #expect(channel.problem(of: "me@example.org") == nil)
        #expect(channel.problem(of: "me") != nil)
    }

    @Test("lists and maps are prepared value by value, and what is no text is left")
    func containers() {
        #expect(TextPreparation.trim.prepared([" a", 1, [" b "]]) == ["a", 1, ["b"]])
        #expect(TextPreparation.trim.prepared(["k ": " a "]) == ["k ": "a"])
        #expect(TextPreparation.trim.prepared(true) == true)
    }

    @Test("only the named scalars become text")
    func coercions() {
        let integers = TextPreparation.coerce([.integer])
        #expect(integers.prepared(7) == "7")
        #expect(integers.prepared(7.5) == 7.5)
        #expect(integers.prepared(true) == true)
        #expect(TextPreparation.coerce([.number, .boolean]).prepared([7.5, 7, false]) == ["7.5", "7", "false"])
    }

    @Test("a reader prepares before it checks, and gives back what nobody asked for")
    func reader() throws {
        let json = try JSON.parse(#"{"code": 7, "phone": "+49 30 1234567", "more": [1]}"#)
        var object = ObjectReader(json, unknownKeys: .ignore)
        let code = object.required("code", as: String.self, preparing: [.coerce([.integer])])
        let phone = object.optional("phone", as: String.self, preparing: [.e164], [.format(.phone)])
        let isComplete = object.isComplete()
        #expect(code == "7")
        #expect(phone == "+49301234567")
        #expect(object.rest() == ["more": [1]])
        #expect(isComplete)
    }
}

@Suite("Dates and times without an offset")
struct LocalDateTimeTests {
    @Test("are read with `T` or a space, and written alike")
    func texts() throws {
        let time = try #require(LocalDateTime("2026-03-01 09:30"))
        #expect(time == LocalDateTime(2026, 3, 1, at: 9, 30))
        #expect(time.text == "2026-03-01T09:30:00")
        #expect(time.text(separator: .space) == "2026-03-01 09:30:00")
        #expect(LocalDateTime("2026-03-01T09:30:15.250")?.text == "2026-03-01T09:30:15.25")
        for text in ["2026-02-30T09:30", "2026-03-01", "2026-03-01T09:30Z", "2026-03-01T24:00", ""] {
            #expect(LocalDateTime(text) == nil)
        }
    }

    @Test("are in order, to the last fraction")
    func order() throws {
        let texts = ["2025-12-31T23:59", "2026-01-01T00:00", "2026-01-01T00:00:00.1", "2026-01-01T00:00:00.12"]
        let times = try texts.map { try #require(LocalDateTime($0)) }
        #expect(times.shuffled().sorted() == times)
    }

    @Test("a value that is written out is brought into its range")
    func clamped() {
        #expect(LocalDateTime(2026, 2, 31, at: 25, 61, 99).text == "2026-02-28T23:59:60")
    }

    @Test("a whole day, a moment and a time of another zone are told apart")
    func either() throws {
        #expect(DateOrDateTime("2026-03-01") == .date("2026-03-01"))
        #expect(DateOrDateTime("2026-03-01T09:30:00+02:00")?.text == "2026-03-01T07:30:00Z")
        #expect(DateOrDateTime("2026-03-01T09:30") == .local(LocalDateTime(2026, 3, 1, at: 9, 30)))
        #expect(DateOrDateTime("tomorrow") == nil)
    }
}

@Suite("Files and unions in JSON")
struct FileAndUnionTests {
    private let pdf: JSON = ["name": "a.pdf", "mime_type": "application/pdf", "data": "JVBERi0xLjQ="]

    @Test("a file is an id, an address or what came with the call")
    func references() throws {
        #expect(try FileReference(json: "fl_1", at: "f") == .stored(FileID("fl_1")))
        #expect(try FileReference(json: ["url": "https://a.example/b"], at: "f") == .address("https://a.example/b"))
        let inline = try FileReference(json: pdf, at: "f")
        #expect(inline == .inline(FileContent(name: "a.pdf", mimeType: "application/pdf", bytes: Array("%PDF-1.4".utf8))))
        #expect(inline.json == pdf)
        for wrong: JSON in [1, ["url": "http://a.example"], ["name": "a", "mime_type": "b", "data": "!"], [:]] {
            #expect(throws: InvalidValue.self) { try FileReference(json: wrong, at: "f") }
        }
    }

    @Test("its name and type, its content and its size are looked at")
    func rules() {
        func problem(_ value: JSON, _ rule: FileRule) -> String? { ValueCheck.file(rule).problem(of: value) }
        let open = FileRule(accepted: ["pdf"], maximumSize: 100, allowsInline: true)
        #expect(problem(pdf, open) == nil)
        #expect(problem("fl_1", open) == nil)
        #expect(problem(pdf, FileRule(maximumSize: 100)) == "must be the id of a file, not a file itself")
        #expect(
            problem(pdf, FileRule(accepted: ["pdf"], maximumSize: 7, allowsInline: true))
                == "must be at most 7 bytes (has 8)")
        let images = FileRule(accepted: ["image/*"], maximumSize: 100, allowsInline: true)
        #expect(problem(pdf, images) == "must be one of image/*")
        let disguised: JSON = ["name": "a.png", "mime_type": "image/png", "data": "JVBERi0xLjQ="]
        #expect(problem(disguised, images) == "must be one of image/*; its content is application/pdf")
        let empty: JSON = ["name": "a.png", "mime_type": "image/png", "data": ""]
        #expect(problem(empty, images) == "is no image/png")
    }

    @Test("a tagged object has its tag first, and its members without it")
    func tagged() throws {
        let object = try TaggedObject(["id": "1", "type": "made"], at: "e", discriminator: "type")
        #expect(object.tag == "made")
        #expect(object.members == ["id": "1"])
        #expect(TaggedObject.json("made", "type", ["id": "1", "type": "x"]).serialized() == #"{"type":"made","id":"1"}"#)
        #expect(
            object.unknownTag(among: ["make"]).description == "e.type must be one of make; did you mean make?")
        #expect(throws: InvalidValue(at: "e.id", "is not known here")) { try object.alone(1) }
        #expect(throws: InvalidValue.self) { try TaggedObject(["id": 1], at: "e", discriminator: "type") }
    }

    @Test("bounds of decimals are exact, and those of times follow the clock")
    func bounds() {
        #expect(ValueCheck.maximumDecimal("0.3").problem(of: "0.30") == nil)
        #expect(ValueCheck.maximumDecimal("0.3").problem(of: "0.30000000000000000001") == "must be at most 0.3")
        #expect(ValueCheck.minimumDecimal("1").problem(of: "-2") == "must be at least 1")
        #expect(ValueCheck.earliest("09:00").problem(of: "09:00:00") == nil)
        #expect(ValueCheck.latest("2026-01-01T00:00:00Z").problem(of: "2026-01-01T00:30:00+01:00") == nil)
        #expect(ValueCheck.latest("2026-01-01").problem(of: "2026-01-02") == "must not be after 2026-01-01")
    }
}
