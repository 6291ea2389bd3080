import Cryptography
import Testing

@Suite("SHA-256, comparison and randomness")
struct PrimitivesTests {
    @Test(
        "gives the digests of FIPS 180-4's examples",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func sha256(text: String, digest: String) {
        #expect(Hex.encode(SHA256.hash(Array(text.utf8))) == digest)
    }

    @Test("compares bytes whole")
    func constantTime() {
        #expect(ConstantTime.equals([1, 2, 3], [1, 2, 3]))
        #expect(ConstantTime.equals([UInt8](), []))
        #expect(!ConstantTime.equals([1, 2, 3], [1, 2, 4]))
        #expect(!ConstantTime.equals([1, 2, 3], [1, 2]))
        #expect(!ConstantTime.equals([], [0]))
        #expect(ConstantTime.equals("token", "token"))
        // Equal as Swift strings, which compare by canonical equivalence; different as bytes.
        #expect(!ConstantTime.equals("\u{E9}", "e\u{301}"))
    }

    @Test("gives as many random bytes as asked for, and never the same")
    func randomBytes() {
        #expect(SecureRandom.bytes(0).isEmpty)
        #expect(SecureRandom.bytes(-1).isEmpty)
        #expect(SecureRandom.bytes(33).count == 33)
        #expect(Set((0..<200).map { _ in SecureRandom.bytes(16) }).count == 200)
    }

    @Test("makes identifiers of lower-case letters and digits only", arguments: [(16, 26), (5, 8), (1, 2), (20, 32)])
    func identifiers(bytes: Int, length: Int) {
        let identifiers = (0..<100).map { _ in SecureRandom.identifier(bytes: bytes) }
        for identifier in identifiers {
            #expect(identifier.utf8.count == length)
            #expect(identifier.allSatisfy { ("a"..."z").contains($0) || ("2"..."7").contains($0) })
        }
        if bytes >= 5 { #expect(Set(identifiers).count == identifiers.count) }
        // Every digit of the alphabet's first character's neighbours can occur: no bit is stuck.
        if bytes == 20 { #expect(Set(identifiers.joined()).count == 32) }
    }
}
