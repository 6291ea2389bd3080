#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Tells the app that a person has removed it, and that they want their data deleted, as Meta does: by a form with a
/// signed request, to the addresses of the App Dashboard.
struct PrivacyDesk: Sendable {
    let sandbox: Sandbox
    let callbacks: CallbackClient

    /// The person removes the app: all of their tokens die, then the app is told.
    func remove(askingForDeletion: Bool) async {
        let user = sandbox.directory.user.id
        sandbox.write { world, _ in world.revokeAll(ofUser: user, because: .appRemoved) }
        await tell(.deauthorize)
        if askingForDeletion { await tell(.deletion) }
    }

    /// Without an address nobody is told.
    func tell(_ kind: PrivacyNotice.Kind) async {
        let (url, now) = sandbox.read { world, now in
            (kind == .deauthorize ? world.privacy.deauthorizeURL : world.privacy.deletionURL, now)
        }
        guard let url else { return }
        let request = SignedRequest(
            userID: sandbox.directory.user.id, issuedAt: now, appSecret: sandbox.configuration.appSecret)
        var notice = PrivacyNotice(kind: kind, at: now)
        do throws(CallbackClient.NoAnswer) {
            let answer = try await callbacks.post(form: FormFields([("signed_request", request.text)]), to: url)
            notice.status = answer.status
            read(answer, into: &notice)
        } catch {
            notice.problem = error.reason
        }
        sandbox.write { [notice] world, _ in world.note(notice) }
    }

    /// Both members of a deletion's answer are required, and the code is alphanumeric.
    private func read(_ answer: CallbackClient.Answer, into notice: inout PrivacyNotice) {
        guard answer.status == 200 else {
            notice.problem = "answered \(answer.status)"
            return
        }
        guard notice.kind == .deletion else { return }
        let body = WireJSON(parsing: Array(answer.body.utf8))
        notice.url = body?["url"]?.string
        notice.confirmationCode = body?["confirmation_code"]?.string
        let isCode = notice.confirmationCode.map { code in
            !code.isEmpty && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        if notice.url.flatMap(WebAddress.init) == nil || isCode != true {
            notice.problem = "answered without a url and an alphanumeric confirmation_code"
        }
    }
}
