import Cryptography
import Testing

@Suite("Hex and base 64")
struct TextCodingTests {
    @Test("hex is written in lower case and read in both")
    func hex() {
        #expect(Hex.encode([0x00, 0x0f, 0xab, 0xff] as [UInt8]) == "000fabff")
        #expect(Hex.decode("000FabFF") == [0x00, 0x0f, 0xab, 0xff])
        #expect(Hex.decode("") == [])
    }

    @Test("hex that is not hex is refused", arguments: ["0", "0g", "0x00", "00 ", "é0", "００"])
    func badHex(text: String) {
        #expect(Hex.decode(text) == nil)
    }

    /// RFC 4648, section 10.
    @Test(
        "base 64 gives the examples of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(plain: String, encoded: String) {
        let bytes = Array(plain.utf8)
        #expect(Base64.encode(bytes) == encoded)
        #expect(Base64.decode(encoded) == bytes)
        let unpadded = String(encoded.prefix { $0 != "=" })
        #expect(Base64URL.encode(bytes) == unpadded)
        #expect(Base64URL.decode(unpadded) == bytes)
        #expect(Base64URL.decode(encoded) == bytes)
    }

    @Test("the two alphabets differ in their last two digits")
    func alphabets() {
        let bytes: [UInt8] = [0xfb, 0xff, 0xbf]
        #expect(Base64.encode(bytes) == "+/+/")
        #expect(Base64URL.encode(bytes) == "-_-_")
        #expect(Base64.decode("-_-_") == nil)
        #expect(Base64URL.decode("+/+/") == nil)
    }

    @Test(
        "base 64 with another spelling of the same bytes is refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm9v=", "Z===", "Z", "Zm9v\n", " Zm9v", "Zm=v", "====", "é===",
        ])
    func badBase64(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test("decoding undoes encoding for every length")
    func roundTrip() {
        for length in 0..<100 {
            let bytes = SecureRandom.bytes(length)
            #expect(Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes)
            #expect(Hex.decode(Hex.encode(bytes)) == bytes)
        }
    }
}
