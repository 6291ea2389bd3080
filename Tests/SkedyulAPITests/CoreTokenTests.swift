import IntegrationKit
import SkedyulAPI
import Testing

@Suite struct CoreTokenTests {
    @Test(arguments: [("sk_app_1", true), ("sk_prv_1", true), ("sk_wkp_1", false), ("other", false)])
    func exchange(text: String, allowed: Bool) {
        #expect(CoreToken(Secret(text)).canBeExchanged == allowed)
    }
}
