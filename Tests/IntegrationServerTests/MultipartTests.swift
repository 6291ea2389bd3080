import Testing

@testable import IntegrationServer

@Suite("Multipart forms that come in pieces")
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=\"a b\""
    private static let body = Array(
        ("preamble\r\n--a b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nH\u{EB}llo\r\n--a \r\n"
            + "--a b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"one;two %22q%22.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n\r\n--a b\r\nContent-Disposition: form-data; name=empty\r\n\r\n\r\n--a b--\r\n"
            + "epilogue").utf8)

    /// Contents joined, whatever the pieces.
    private static func parts(_ events: [MultipartScanner.Event]) -> [String] {
        var parts: [String] = []
        var open: (head: MultipartScanner.Part, content: [UInt8])?
        for event in events {
            switch event {
            case .part(let part): open = (part, [])
            case .content(let bytes): open?.content += bytes
            case .partEnd:
                guard let done = open else { continue }
                let text = String(decoding: done.content, as: UTF8.self)
                parts.append("\(done.head.name)|\(done.head.filename ?? "-")|\(done.head.contentType ?? "-")|\(text)")
            }
        }
        return parts
    }

    @Test("they are the same however they are cut")
    func cuts() throws {
        let expected = [
            "text|-|-|H\u{EB}llo\r\n--a ", "file|one;two \"q\".pdf|application/pdf|", "empty|-|-|",
        ]
        for size in 1...Self.body.count {
            var scanner = try #require(MultipartScanner(contentType: Self.type))
            var events: [MultipartScanner.Event] = []
            for start in stride(from: 0, to: Self.body.count, by: size) {
                events += try scanner.feed(Self.body[start..<min(start + size, Self.body.count)])
            }
            #expect(Self.parts(events) == expected, "in pieces of \(size)")
            #expect(scanner.isComplete)
        }
    }

    @Test("one that ends too early is not complete, and what is no form is refused")
    func broken() throws {
        var scanner = try #require(MultipartScanner(contentType: Self.type))
        _ = try scanner.feed(Self.body.dropLast(14))
        #expect(!scanner.isComplete)
        #expect(MultipartScanner(contentType: "application/json") == nil)
        #expect(MultipartScanner(contentType: "multipart/form-data") == nil)
        var headless = try #require(MultipartScanner(contentType: Self.type))
        #expect(throws: MultipartScanner.Malformed.self) {
            _ = try headless.feed(Array("--a b\r\nX: y\r\n\r\nno name".utf8))
        }
        var endless = try #require(MultipartScanner(contentType: Self.type))
        #expect(throws: MultipartScanner.Malformed.self) {
            _ = try endless.feed(Array("--a b\r\n".utf8) + Array(repeating: UInt8(ascii: "x"), count: 9000))
        }
    }

    @Test("names of files lose paths, what is hidden in them, and what is too long; never their ending")
    func names() {
        #expect(FileName.clean("C:\\Users\\me\\..\\photo.jpg") == "photo.jpg")
        #expect(FileName.clean("../../etc/passwd") == "passwd")
        #expect(FileName.clean("a\u{202E}gpj.exe\r\n") == "agpj.exe")
        #expect(FileName.clean("..") == "file" && FileName.clean("") == "file")
        let long = FileName.clean(String(repeating: "ü", count: 300) + ".pdf")
        #expect(long.hasSuffix("ü.pdf") && long.utf8.count <= 200)
        #expect(FileName.type("", of: "a.PDF") == "application/pdf")
        #expect(FileName.type("application/octet-stream", of: "a.mp4") == "video/mp4")
        #expect(FileName.type("image/PNG; x=1", of: "a.pdf") == "image/png")
        #expect(FileName.type("no type\r\nX: y", of: "a") == "application/octet-stream")
    }

    @Test(
        "the one range that players ask for is understood, and nothing else",
        arguments: [
            ("bytes=0-", FileAnswer.Wish.part(0..<100)), ("bytes=10-19", .part(10..<20)), ("bytes=90-200", .part(90..<100)),
            ("bytes=-5", .part(95..<100)), ("bytes=-500", .part(0..<100)), ("bytes=100-", .outside), ("bytes=-0", .outside),
            ("bytes=5-4", .all), ("bytes=0-1,5-6", .all), ("lines=1-2", .all), ("bytes=a-b", .all), ("bytes=-", .all),
        ])
    func ranges(header: String, wish: FileAnswer.Wish) {
        #expect(FileAnswer.range(of: header, in: 100) == wish)
    }

    @Test("sizes are written as people read them")
    func sizes() {
        #expect([0, 1023, 1024, 1536, 512 * 1024, 5 << 20, 16 << 20, 100 << 20, 10 << 30].map(FileSize.text) == [
            "0 bytes", "1023 bytes", "1 KB", "1.5 KB", "512 KB", "5 MB", "16 MB", "100 MB", "10 GB",
        ])
    }
}
