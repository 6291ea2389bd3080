#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What has happened to a business number since the sandbox started.
struct NumberState: Codable, Sendable {
    /// Takes the seeded number's place once something of it has changed.
    var number: BusinessNumber
    /// Two-step verification PIN.
    var pin: String?
    /// When wrong PINs were given: too many lock the number for a while.
    var wrongPINs: [Date] = []
    /// Code that was sent by SMS or voice and waits for `verify_code`.
    var verificationCode: String?
    /// When codes were asked for.
    var codeRequests: [Date] = []
    /// When it was registered or deregistered: ten times in 72 hours at most.
    var registrations: [Date] = []
    var profile = BusinessProfile()
    /// `webhook_configuration.override_callback_uri` of the number itself.
    var overrideCallbackURI: String?
    var checksIdentityKeys = false
    /// `wa_id`s that the business has blocked, in order.
    var blocked: [String] = []
}

/// What people see when they open the business's profile.
struct BusinessProfile: Codable, Sendable {
    var about: String?
    var address: String?
    var description: String?
    var email: String?
    var vertical: String?
    var websites: [String]?
    var profilePictureHandle: String?
}

extension World {
    /// The directory as it is now: with every change of its numbers and those that were added.
    func current(_ directory: Directory) -> Directory {
        guard !numbers.isEmpty else { return directory }
        var current = directory
        current.numbers = directory.numbers.map { numbers[$0.id]?.number ?? $0 }
        let seeded = Set(directory.numbers.map(\.id))
        current.numbers += numbers.values.map(\.number).filter { !seeded.contains($0.id) }.sorted { $0.id < $1.id }
        return current
    }

    /// The state of a number, for reading.
    func state(of number: BusinessNumber) -> NumberState {
        numbers[number.id] ?? NumberState(number: number)
    }

    /// Changes a number.
    mutating func change(_ number: BusinessNumber, _ change: (inout NumberState) -> Void) {
        var state = state(of: number)
        change(&state)
        numbers[number.id] = state
    }
}
