#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif
internal import Cryptography
internal import IntegrationKit
internal import NIOCore

/// Verifies a provider's signature over the bytes exactly as they were received.
struct SignatureCheck: Sendable {
    let signature: WebhookSignature

    enum Verdict: Sendable {
        case refused
        /// Authentic. A nonce must not have been seen before, and is remembered until then.
        case admitted(nonce: (bytes: [UInt8], until: Date)?)
    }

    /// - Parameters:
    ///   - secrets: Every one is tried, and all of them always.
    ///   - keys: For signatures of public keys.
    func verdict(_ request: ReceivedRequest, secrets: [[UInt8]], keys: [WebhookKey], now: Date) -> Verdict {
        let secrets = secrets.filter { !$0.isEmpty }
        switch signature.style {
        case .none: return .admitted(nonce: nil)
        case .hmac, .publicKey: return signedMessage(request, secrets, keys, now)
        case .token:
            guard let value = request.value(at: signature.source), value.utf8.starts(with: signature.prefix.utf8) else {
                return .refused
            }
            return anyEquals(Array(value.utf8.dropFirst(signature.prefix.utf8.count)), secrets)
        case .bearer:
            guard let token = authorization(request, scheme: "bearer") else { return .refused }
            return anyEquals(Array(token.utf8), secrets)
        case .basic:
            guard let credentials = authorization(request, scheme: "basic").flatMap({ Base64.decode($0) }) else {
                return .refused
            }
            return anyEquals(credentials, secrets)
        case .signedRequest: return signedRequest(request, secrets)
        case .standardWebhooks: return standardWebhook(request, secrets, now)
        case .twilio: return twilio(request, secrets)
        }
    }

    /// The header that carries a secret rather than a signature.
    var secretHeader: String? {
        if case .token = signature.style, case .header(let name)? = signature.source { name } else { nil }
    }

    // MARK: Messages of the author's choice

    private func signedMessage(
        _ request: ReceivedRequest, _ secrets: [[UInt8]], _ keys: [WebhookKey], _ now: Date
    ) -> Verdict {
        guard let text = request.value(at: signature.source) else { return .refused }
        let parts = SplitValue(text, signature.split)
        let timestampText = signature.timestamp.flatMap { value(at: $0, request, parts) } ?? parts["timestamp"] ?? parts["t"]
        if let tolerance = signature.tolerance {
            guard let time = timestampText.flatMap(Self.time), abs(time.timeIntervalSince(now)) <= tolerance.timeInterval
            else { return .refused }
        }
        guard let message = message(request, parts, timestampText) else { return .refused }
        let codes = parts.signatures.compactMap { text -> [UInt8]? in
            guard text.utf8.starts(with: signature.prefix.utf8) else { return nil }
            return Self.decode(text.dropFirst(signature.prefix.count), signature.encoding)
        }
        var isAdmitted = false
        switch signature.style {
        case .hmac(let digest):
            for secret in secrets {
                let expected = Self.code(digest, message, key: secret)
                for code in codes { isAdmitted = ConstantTime.equals(expected, code) || isAdmitted }
            }
        case .publicKey(let options):
            for key in keys {
                guard let key = PublicKey(key.text, options.algorithm.cryptography) else { continue }
                for code in codes { isAdmitted = key.verifies(code, of: message) || isAdmitted }
            }
        default: break
        }
        guard isAdmitted else { return .refused }
        guard let place = signature.nonce else { return .admitted(nonce: nil) }
        guard let nonce = value(at: place, request, parts), !nonce.isEmpty else { return .refused }
        let memory = (signature.tolerance ?? .seconds(300)).timeInterval * 2
        return .admitted(nonce: (SHA256.hash(Array(nonce.utf8)), now.addingTimeInterval(memory)))
    }

    private func message(_ request: ReceivedRequest, _ parts: SplitValue, _ timestamp: String?) -> [UInt8]? {
        if signature.message == [.body] { return Array(request.body.readableBytesView) }
        var message: [UInt8] = []
        for part in signature.message {
            let text: String?
            switch part {
            case .text(let literal): text = literal
            case .body:
                message.append(contentsOf: request.body.readableBytesView)
                continue
            case .url: text = request.url
            case .path: text = request.path
            case .method: text = request.method
            case .timestamp: text = timestamp
            case .value(let place): text = value(at: place, request, parts)
            }
            guard let text else { return nil }
            message.append(contentsOf: text.utf8)
        }
        return message
    }

    private func value(at place: RequestValue, _ request: ReceivedRequest, _ parts: SplitValue) -> String? {
        if case .parsed(let name) = place { parts[name] } else { request.value(at: place) }
    }

    /// The name of the key that the request says; nil when it says none.
    func keyID(in request: ReceivedRequest) -> String? {
        guard case .publicKey(let options) = signature.style, let place = options.keyID else { return nil }
        let parts = SplitValue(request.value(at: signature.source) ?? "", signature.split)
        return value(at: place, request, parts)
    }

    // MARK: Tokens

    /// What follows the scheme, whose case does not matter (RFC 9110 section 11.1).
    private func authorization(_ request: ReceivedRequest, scheme: String) -> Substring? {
        guard let value = request.value(at: .header("Authorization")), value.lowercased().hasPrefix(scheme + " ") else {
            return nil
        }
        return value.dropFirst(scheme.count + 1)
    }

    private func anyEquals(_ value: [UInt8], _ secrets: [[UInt8]]) -> Verdict {
        var isAdmitted = false
        // Digests are compared, so that the time tells nothing of a secret's length.
        let digest = SHA256.hash(value)
        for secret in secrets { isAdmitted = ConstantTime.equals(digest, SHA256.hash(secret)) || isAdmitted }
        return isAdmitted ? .admitted(nonce: nil) : .refused
    }

    // MARK: Providers' own

    private func signedRequest(_ request: ReceivedRequest, _ secrets: [[UInt8]]) -> Verdict {
        let parts = request.value(at: .form("signed_request"))?.split(separator: ".", maxSplits: 1) ?? []
        guard parts.count == 2, let code = Base64URL.decode(parts[0]),
            case .admitted = anyCode(.sha256, Array(parts[1].utf8), secrets, [code]),
            // What is signed says how: another algorithm is another kind of request, which this key does not vouch for.
            let content = SignedRequest.content(of: parts.joined(separator: ".")),
            content["algorithm"]?.stringValue?.uppercased() == "HMAC-SHA256"
        else { return .refused }
        return .admitted(nonce: nil)
    }

    private func standardWebhook(_ request: ReceivedRequest, _ secrets: [[UInt8]], _ now: Date) -> Verdict {
        guard let id = request.value(at: .header("webhook-id")), !id.isEmpty,
            let timestamp = request.value(at: .header("webhook-timestamp")), let time = Self.time(timestamp),
            let header = request.value(at: .header("webhook-signature")),
            abs(time.timeIntervalSince(now)) <= (signature.tolerance ?? .seconds(300)).timeInterval
        else { return .refused }
        let codes = header.split(separator: " ").compactMap { entry -> [UInt8]? in
            entry.hasPrefix("v1,") ? Base64.decode(entry.dropFirst(3)) : nil
        }
        let message = Array("\(id).\(timestamp).".utf8) + Array(request.body.readableBytesView)
        // A secret is written `whsec_` and Base64; one that is not is taken as it is.
        let keys = secrets.map { secret -> [UInt8] in
            let prefix = Array("whsec_".utf8)
            guard secret.starts(with: prefix) else { return secret }
            return Base64.decode(String(decoding: secret.dropFirst(prefix.count), as: UTF8.self)) ?? secret
        }
        return anyCode(.sha256, message, keys, codes)
    }

    private func twilio(_ request: ReceivedRequest, _ secrets: [[UInt8]]) -> Verdict {
        guard let code = request.value(at: .header("X-Twilio-Signature")).flatMap({ Base64.decode($0) }) else {
            return .refused
        }
        var message = request.url
        if let digest = request.query["bodySHA256"] {
            // Of a body that is no form the address carries the digest, which the signature covers with the rest of it.
            let actual = SHA256.hash(Array(request.body.readableBytesView))
            guard let digest = Hex.decode(digest), ConstantTime.equals(digest, actual) else { return .refused }
        } else {
            // Without either, nothing of the body would be signed.
            guard request.kind == .form || request.body.readableBytes == 0 else { return .refused }
            let fields = request.form.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
            message += fields.map { $0.name + $0.value }.joined()
        }
        return anyCode(.sha1, Array(message.utf8), secrets, [code])
    }

    private func anyCode(
        _ digest: WebhookSignature.Digest, _ message: [UInt8], _ secrets: [[UInt8]], _ codes: [[UInt8]]
    ) -> Verdict {
        var isAdmitted = false
        for secret in secrets {
            let expected = Self.code(digest, message, key: secret)
            for code in codes { isAdmitted = ConstantTime.equals(expected, code) || isAdmitted }
        }
        return isAdmitted ? .admitted(nonce: nil) : .refused
    }

    // MARK: Text

    private static func decode(_ text: some StringProtocol, _ encoding: WebhookSignature.Encoding) -> [UInt8]? {
        switch encoding {
        case .hex: Hex.decode(text)
        case .base64: Base64.decode(text)
        case .base64URL: Base64URL.decode(text)
        }
    }

    private static func code(_ digest: WebhookSignature.Digest, _ message: [UInt8], key: [UInt8]) -> [UInt8] {
        switch digest {
        case .sha1: HMAC.sha1(message, key: key)
        case .sha256: HMAC.sha256(message, key: key)
        case .sha512: HMAC.sha512(message, key: key)
        }
    }

    /// Seconds or milliseconds since 1970, or RFC 3339.
    private static func time(_ text: String) -> Date? {
        guard let number = Double(text), number.isFinite else { return Timestamp.parse(text) }
        // Seconds reach this number in the year 5138, milliseconds did in 1973.
        return Date(timeIntervalSince1970: abs(number) >= 1e11 ? number / 1000 : number)
    }
}

extension ReceivedRequest {
    fileprivate func value(at place: RequestValue?) -> String? { place.flatMap { value(at: $0) } }
}

/// A value of several parts, taken apart as the manifest says.
struct SplitValue: Sendable {
    private var parts: [(name: String, value: String)] = []
    private let whole: String?

    init(_ text: String, _ split: WebhookSignature.ValueSplit?) {
        switch split {
        case nil: whole = text
        case .pairs?:
            whole = nil
            parts = text.split(separator: ",").compactMap { pair in
                guard let equals = pair.firstIndex(of: "=") else { return nil }
                let name = pair[..<equals].filter { $0 != " " }
                return (String(name), String(pair[pair.index(after: equals)...]))
            }
        case .parts(let pattern)?:
            whole = nil
            parts = Self.match(text, pattern) ?? []
        }
    }

    subscript(name: String) -> String? { parts.first { $0.name == name }?.value }

    /// What may be the signature: several during a rotation.
    var signatures: [String] {
        if let whole { return [whole] }
        return parts.filter { ["signature", "v1", "s", "sig"].contains($0.name) }.map(\.value)
    }

    private static func match(
        _ text: String, _ pattern: [WebhookSignature.ValueSplit.Part]
    ) -> [(name: String, value: String)]? {
        var rest = Substring(text)
        var found: [(name: String, value: String)] = []
        for (index, part) in pattern.enumerated() {
            switch part {
            case .text(let mark):
                guard rest.hasPrefix(mark) else { return nil }
                rest = rest.dropFirst(mark.count)
            case .name(let name):
                var end = rest.endIndex
                if index + 1 < pattern.count, case .text(let mark) = pattern[index + 1] {
                    guard let range = rest.firstRange(of: mark) else { return nil }
                    end = range.lowerBound
                }
                if name != "skip" { found.append((name, String(rest[..<end]))) }
                rest = rest[end...]
            }
        }
        return rest.isEmpty ? found : nil
    }
}

extension WebhookSignature.PublicKeys.Algorithm {
    fileprivate var cryptography: PublicKey.Algorithm {
        switch self {
        case .ed25519: .ed25519
        case .rsaSHA256: .rsaSHA256
        case .ecdsaSHA256: .ecdsaSHA256
        }
    }
}
