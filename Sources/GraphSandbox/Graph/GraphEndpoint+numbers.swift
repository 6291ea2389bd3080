#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The life of a business number: added, verified, registered, named, and given up again.
extension GraphEndpoint {
    /// `POST /{waba}/phone_numbers`: a number joins the account, not verified yet.
    func addNumber(_ request: GraphRequest, to account: WhatsAppBusinessAccount) throws(GraphError) -> GraphReply {
        guard let cc = request.text("cc"), !cc.isEmpty, cc.allSatisfy(\.isNumber) else {
            throw .missingParameter("cc")
        }
        guard let phone = request.text("phone_number") else { throw .missingParameter("phone_number") }
        guard let name = request.text("verified_name") else { throw .missingParameter("verified_name") }
        let digits = phone.filter(\.isNumber)
        guard (6...14).contains(digits.count) else { throw .invalidParameter("Param phone_number is not valid.") }
        guard !directory.numbers.contains(where: { $0.digits == cc + digits }) else {
            throw .template(
                2_388_012, "Phone Number Already Exists", "This phone number is already in the account.")
        }
        let own = directory.numbers(ofAccount: account.id).count
        guard own < Self.numbersPerAccount else {
            throw .invalidParameter("The account has \(own) numbers; it cannot have more.")
        }
        let number = BusinessNumber(
            id: Sandbox.newObjectID(), accountID: account.id, displayPhoneNumber: "+\(cc) \(digits)",
            verifiedName: name, qualityRating: "NA", status: "PENDING", codeVerificationStatus: "NOT_VERIFIED",
            nameStatus: "PENDING_REVIEW", throughputLevel: "NOT_APPLICABLE", messagingLimit: "TIER_250")
        sandbox.write { world, _ in world.numbers[number.id] = NumberState(number: number) }
        return GraphReply(["id": .string(number.id)], budgetObject: account.id)
    }

    /// Numbers that a portfolio may have once it is verified.
    private static let numbersPerAccount = 20
    /// Registrations and deregistrations of a number in 72 hours.
    private static let registrationLimit = 10
    private static let threeDays: TimeInterval = 72 * 60 * 60

    /// `POST /{phone}/request_code`: a code is sent. Tests read it from `GET /sandbox/numbers`.
    func requestCode(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard let method = request.text("code_method") else { throw .missingParameter("code_method") }
        guard ["SMS", "VOICE"].contains(method.uppercased()) else {
            throw .invalidParameter("Param code_method must be one of {SMS, VOICE} - got \"\(method)\".")
        }
        guard request.text("language") != nil else { throw .missingParameter("language") }
        guard number.codeVerificationStatus != "VERIFIED" else {
            throw GraphError(
                status: 400, message: "(#136024) Request code error", code: 136_024,
                details: "The phone number is verified already.")
        }
        let code = Sandbox.newVerificationCode()
        let isTooOften = sandbox.write { world, now in
            var isTooOften = false
            world.change(number) { state in
                state.codeRequests.removeAll { now.timeIntervalSince($0) > 60 * 60 }
                isTooOften = state.codeRequests.count >= 5
                guard !isTooOften else { return }
                state.codeRequests.append(now)
                state.verificationCode = code
            }
            return isTooOften
        }
        guard !isTooOften else { throw sandbox.errors.error(code: 136_025, subcode: nil) }
        return .success
    }

    /// `POST /{phone}/verify_code`.
    func verifyCode(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard let code = request.text("code")?.filter(\.isNumber), !code.isEmpty else {
            throw .missingParameter("code")
        }
        let isRight = sandbox.write { world, _ in
            guard world.state(of: number).verificationCode == code else { return false }
            world.change(number) { state in
                state.verificationCode = nil
                state.number.codeVerificationStatus = "VERIFIED"
            }
            return true
        }
        guard isRight else {
            throw GraphError(
                status: 400, message: "(#136025) Verify code error", code: 136_025,
                details: "The code that was entered is not right or has expired.")
        }
        return .success
    }

    /// `POST /{phone}/register`: the number can send from now on.
    func register(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        try requireProduct(request)
        let pin = try pin(of: request)
        if let region = request.text("data_localization_region"), !Self.regions.contains(region) {
            throw .invalidParameter(
                "Param data_localization_region must be one of {\(Self.regions.joined(separator: ", "))}.")
        }
        try changeRegistration(number) { state, now in
            state.wrongPINs.removeAll { now.timeIntervalSince($0) > 60 * 60 }
            if state.wrongPINs.count >= 5 { return .pinLocked }
            if let own = state.pin, own != pin {
                state.wrongPINs.append(now)
                return .pinMismatch
            }
            if state.number.codeVerificationStatus != "VERIFIED" { return .reverificationNeeded }
            state.pin = pin
            state.number.isPINEnabled = true
            state.number.status = "CONNECTED"
            if state.number.nameStatus == "NONE" { state.number.nameStatus = "AVAILABLE_WITHOUT_REVIEW" }
            if state.number.throughputLevel == "NOT_APPLICABLE" { state.number.throughputLevel = "STANDARD" }
            return nil
        }
        return .success
    }

    private static let regions = [
        "AU", "ID", "IN", "JP", "SG", "KR", "DE", "CH", "GB", "BR", "BH", "ZA", "AE", "CA",
    ]

    /// `POST /{phone}/deregister`: the number cannot send any more.
    func deregister(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        try changeRegistration(number) { state, _ in
            state.number.status = "DISCONNECTED"
            return nil
        }
        return .success
    }

    private func changeRegistration(
        _ number: BusinessNumber, _ change: (inout NumberState, Date) -> GraphError?
    ) throws(GraphError) {
        let refusal = sandbox.write { world, now -> GraphError? in
            var refusal: GraphError?
            world.change(number) { state in
                state.registrations.removeAll { now.timeIntervalSince($0) > Self.threeDays }
                guard state.registrations.count < Self.registrationLimit else {
                    refusal = .registrationLimit
                    return
                }
                state.registrations.append(now)
                refusal = change(&state, now)
            }
            return refusal
        }
        if let refusal { throw refusal }
    }

    private func requireProduct(_ request: GraphRequest) throws(GraphError) {
        guard request.text("messaging_product")?.lowercased() == "whatsapp" else {
            throw .missingParameter("messaging_product")
        }
    }

    private func pin(of request: GraphRequest) throws(GraphError) -> String {
        guard let pin = request.text("pin") else { throw .missingParameter("pin") }
        guard pin.count == 6, pin.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            throw .invalidParameter("Param pin must be 6 digits long.")
        }
        return pin
    }

    /// `POST /{phone}`: sets the PIN, asks for another name, or sets the number's own callback.
    func updateNumber(_ request: GraphRequest, _ number: BusinessNumber) async throws(GraphError) -> GraphReply {
        if request.text("pin") != nil {
            let pin = try pin(of: request)
            sandbox.write { world, now in
                world.change(number) { state in
                    state.pin = pin
                    state.number.isPINEnabled = true
                }
                world.announce(
                    ["display_phone_number": .string(number.digits), "event": "PIN_CHANGED"], field: "security",
                    accountID: number.accountID, summary: "PIN of \(number.digits) changed", at: now,
                    rules: sandbox.rules)
            }
            return .success
        }
        if let name = request.text("new_display_name") {
            guard (3...512).contains(name.count) else {
                throw .invalidParameter("Param new_display_name must have 3 to 512 characters.")
            }
            sandbox.write { world, _ in world.change(number) { $0.number.newDisplayName = name } }
            return .success
        }
        if let configuration = request.json("webhook_configuration") {
            let url = configuration["override_callback_uri"]?.string ?? ""
            if !url.isEmpty {
                guard let verifyToken = configuration["verify_token"]?.string else {
                    throw .missingParameter("webhook_configuration['verify_token']")
                }
                try await verify(
                    url, verifyToken: verifyToken, parameter: "webhook_configuration['override_callback_uri']")
            }
            sandbox.write { world, _ in
                world.change(number) { $0.overrideCallbackURI = url.isEmpty ? nil : url }
            }
            return .success
        }
        throw .missingParameter("pin, new_display_name or webhook_configuration")
    }

    /// `GET|POST /{phone}/settings`.
    func numberSettings(_ request: GraphRequest, _ number: BusinessNumber) throws(GraphError) -> GraphReply {
        guard request.method == "POST" else {
            let isOn = sandbox.read { world, _ in world.state(of: number).checksIdentityKeys }
            return GraphReply([
                "user_identity_change": ["enable_identity_key_check": .bool(isOn)],
                "storage_configuration": ["status": "DEFAULT"],
            ])
        }
        if case .bool(let isOn)? = request.json("user_identity_change")?["enable_identity_key_check"] {
            sandbox.write { world, _ in world.change(number) { $0.checksIdentityKeys = isOn } }
        }
        return .success
    }
}
