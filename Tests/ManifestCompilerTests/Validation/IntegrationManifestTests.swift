import ManifestCompiler
import Testing

@Suite("The project's own manifest")
struct IntegrationManifestTests {
    private func manifest() throws -> Manifest {
        let result = ManifestCompiler.compile([try Fixtures.source(Fixtures.integration)])
        #expect(PlainDiagnosticPrinter().print(result.diagnostics) == "")
        return try #require(result.manifest)
    }

    @Test("declares the models and fields, with their owners")
    func models() throws {
        let manifest = try manifest()
        #expect(
            manifest.models.handles
                == [
                    "meta_connection", "whatsapp_phone_number", "whatsapp_group", "whatsapp_group_participant",
                    "facebook_page", "page_comment", "instagram_account", "message_batch", "message_template",
                ])
        let number = try #require(manifest.models["whatsapp_phone_number"])
        #expect(number.fields.handles.prefix(4) == ["phone", "phone_number_id", "waba_id", "display_name"])
        #expect(number.fields.filter { $0.owner == .workplace }.map(\.handle) == ["name"])
        #expect(number.identity.map(\.handle) == ["phone_number_id"])
        #expect(number.fields["phone"]?.format == .phone)
        #expect(manifest.models["meta_connection"]?.isSingleton == true)
        #expect(manifest.models["meta_connection"]?.fields.handles.prefix(3) == ["waba_id", "business_name", "status"])
        #expect(manifest.models["facebook_page"]?.fields["access_token"]?.visibility == .encrypted)
        #expect(manifest.models.flatMap(\.fields).allSatisfy { $0.description != nil })
    }

    @Test("declares the tools, with what they take and return")
    func tools() throws {
        let manifest = try manifest()
        #expect(
            Set(manifest.tools.handles).isSuperset(of: [
                "send_whatsapp", "send_whatsapp_batch", "get_whatsapp_batch_status",
                "fetch_registered_wa_business_numbers", "add_whatsapp_number", "remove_whatsapp_number",
            ]))
        let send = try #require(manifest.tools["send_whatsapp"])
        #expect(
            manifest.inputFields(of: send).handles
                == ["channel", "subscription", "contact", "recipient", "message", "rich", "reply_to", "link_previews", "template"])
        let add = try #require(manifest.tools["add_whatsapp_number"])
        #expect(manifest.inputFields(of: add).map(\.requirement) == [.required, .optional])
        let rating = try #require(manifest.types["registered_number"]?.fields["quality_rating"])
        #expect(manifest.origin(of: rating).field.options.map(\.value) == ["GREEN", "YELLOW", "RED", "UNKNOWN"])
        #expect(manifest.origin(of: rating).path?.owner == "whatsapp_phone_number")
    }

    @Test("declares the webhook, the channel, the connection and the variables")
    func rest() throws {
        let manifest = try manifest()
        let webhook = try #require(manifest.webhooks["receive_whatsapp"])
        #expect(webhook.signature.style == .hmacSHA256)
        #expect(webhook.maximumBody?.bytes == 3 << 20)
        #expect(manifest.channels["whatsapp"]?.messaging?.send?.handle == "send_whatsapp")
        let connection = try #require(manifest.connections["meta"])
        #expect(
            Set(connection.scopes).isSuperset(of: [
                "whatsapp_business_messaging", "whatsapp_business_management", "business_management", "pages_messaging",
                "instagram_basic", "instagram_manage_messages",
            ]))
        #expect(connection.tokenURL?.text == "https://graph.facebook.com/{GRAPH_API_VERSION}/oauth/access_token")
        #expect(
            manifest.environment.provision.handles
                == ["META_APP_ID", "META_APP_SECRET", "META_WEBHOOK_VERIFY_TOKEN", "GRAPH_API_VERSION", "META_SIGNUP_CONFIG_ID"])
        #expect(manifest.environment.install["META_ACCESS_TOKEN"]?.storingConnections == ["meta", "meta_signup"])
        #expect(manifest.hooks["oauth_callback"] != nil)
    }

    @Test("declares the pages and leads to them")
    func pages() throws {
        let manifest = try manifest()
        #expect(
            Set(manifest.pages.map(\.path.text)).isSuperset(of: [
                "/account", "/whatsapp-numbers", "/whatsapp-numbers/[id]/overview",
            ]))
        #expect(manifest.defaultPage?.handle == "account")
        #expect(manifest.navigationSections.flatMap(\.items).count == 7)
        let records = (manifest.pages["whatsapp_number"]?.blocks ?? []).compactMap { block in
            if case .record(let record) = block { record } else { nil }
        }
        let record = try #require(records.first)
        #expect(Set(record.fields.map(\.handle)).isSuperset(of: ["phone", "display_name", "name"]))
        #expect(record.edit.map(\.handle) == ["name"])
    }
}
