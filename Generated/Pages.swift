// Generated from integration.yaml by `integration generate`. Do not edit.
// Change the manifest and build, or run: swift package refresh-generated

import IntegrationKit

/// The pages, by name.
enum Pages {
    /// View Meta connection status
    ///
    /// Manifest: `pages.account`
    enum AccountPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "account",
            label: "Account",
            description: "View Meta connection status",
            icon: "settings",
            route: Route([.literal("account")]),
            isDefault: true)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            var blocks: [PageBlock] = []
            if connection?.status == .error {
                blocks.append(.alert(alertBlock(connection)))
            }
            blocks.append(.card(cardBlock(connection)))
            return PageContent(title: "Account", blocks: blocks)
        }

        private static func alertBlock(_ connection: MetaConnection?) -> AlertBlock {
            AlertBlock(
                title: "The connection to Meta does not work",
                description: connection?.error ?? "Connect Meta again.",
                variant: .destructive)
        }

        private static func cardBlock(_ connection: MetaConnection?) -> CardBlock {
            var actions: [PageAction] = []
            if connection?.status != .connected {
                actions.append(
                    PageAction(label: "Connect Meta", variant: .primary, effect: .connect(connection: "meta")))
            }
            if connection?.status == .connected {
                actions.append(
                    PageAction(label: "Connect again", variant: .outline, effect: .connect(connection: "meta")))
            }
            return CardBlock(
                title: "Meta account",
                description: "The connected Meta account.",
                fields: [
                    DisplayField(
                        label: "Business name", value: .text(connection?.businessName), empty: "Not connected yet"),
                    DisplayField(label: "Status", value: .badge(connection?.status), empty: "Not connected"),
                    DisplayField(
                        label: "WhatsApp Business Account",
                        value: .text(connection?.wabaID),
                        empty: "Not connected yet"),
                    DisplayField(
                        label: "Connected since",
                        value: .dateTime(connection?.connectedAt),
                        empty: "Not connected yet"),
                ],
                actions: actions)
        }
    }

    /// List and add WhatsApp numbers
    ///
    /// Manifest: `pages.whatsapp_numbers`
    enum WhatsAppNumbersPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_numbers",
            label: "WhatsApp Numbers",
            description: "List and add WhatsApp numbers",
            icon: "phone",
            route: Route([.literal("whatsapp-numbers")]),
            isDefault: false)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            let numbers = try await request.models.whatsAppPhoneNumber.all(order: .ascending(.phone))
            let registered = await request.call(FetchRegisteredWABusinessNumbers.self)
            var blocks: [PageBlock] = []
            if connection?.status != .connected {
                blocks.append(.alert(alertBlock()))
            }
            if connection?.status == .connected {
                blocks.append(.form(formBlock(registered)))
            }
            blocks.append(.list(listBlock(numbers)))
            return PageContent(title: "WhatsApp Numbers", blocks: blocks)
        }

        private static func alertBlock() -> AlertBlock {
            AlertBlock(
                title: "Not connected",
                description: "Connect a Meta account on the Account page; then its WhatsApp numbers can be added here.",
                variant: .info)
        }

        private static func formBlock(
            _ registered: ContextValue<FetchRegisteredWABusinessNumbers.Output>
        ) -> FormBlock {
            let phoneNumberIDChoices = (registered.value ?? []).map { item in
                FormField.Choice(
                    value: item.id, label: "\(item.displayPhoneNumber) (\(item.verifiedName ?? "no name"))")
            }
            return FormBlock(
                id: "add_whatsapp_number",
                title: "Add WhatsApp number",
                isModal: true,
                tool: "add_whatsapp_number",
                submitLabel: "Add number",
                fields: [
                    FormField(
                        name: "phone_number_id",
                        label: "Phone number",
                        help: "Meta phone number ID",
                        isRequired: true,
                        component: .select(phoneNumberIDChoices),
                        problem: registered.failure),
                    FormField(
                        name: "name",
                        label: "Friendly name",
                        help: "Friendly name for the phone number",
                        placeholder: "Sales line, Support…",
                        isRequired: false,
                        component: .input(.text),
                        checks: [.maximumLength(80)]),
                ],
                then: .page { structured in
                    let result = try AddWhatsAppNumber.Output(structured: structured)
                    return Routes.whatsAppNumber(id: result.id)
                })
        }

        private static func listBlock(_ numbers: [WhatsAppPhoneNumber]) -> ListBlock {
            let items = numbers.map { (item: WhatsAppPhoneNumber) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.name ?? item.phone,
                    description: item.phone,
                    badge: .badge(item.qualityRating),
                    link: Routes.whatsAppNumber(id: item.id))
            }
            return ListBlock(items: items, empty: "No WhatsApp numbers yet.")
        }
    }

    /// View individual number details
    ///
    /// Manifest: `pages.whatsapp_number`
    enum WhatsAppNumberPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_number",
            label: "Number Detail",
            description: "View individual number details",
            icon: nil,
            route: Route([.literal("whatsapp-numbers"), .parameter("id"), .literal("overview")]),
            isDefault: false,
            parent: "whatsapp_numbers")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            guard
                let number = try await request.models.whatsAppPhoneNumber.find(
                    WhatsAppPhoneNumber.ID(request.path["id", default: ""]))
            else { throw PageNotFound() }
            let blocks: [PageBlock] = [.record(recordBlock(number))]
            return PageContent(title: "Number Detail", blocks: blocks)
        }

        private static func recordBlock(_ number: WhatsAppPhoneNumber) -> RecordBlock {
            RecordBlock(
                model: "whatsapp_phone_number",
                id: number.id.rawValue,
                fields: [
                    RecordBlock.Field(display: DisplayField(label: "Phone", value: .text(number.phone))),
                    RecordBlock.Field(display: DisplayField(label: "Display name", value: .text(number.displayName))),
                    RecordBlock.Field(
                        display: DisplayField(label: "Quality rating", value: .text(number.qualityRating))),
                    RecordBlock.Field(
                        display: DisplayField(label: "Friendly name", value: .text(number.name)),
                        input: FormField(
                            name: "name",
                            label: "Friendly name",
                            help: "User-provided friendly name",
                            isRequired: false,
                            component: .input(.text),
                            initial: [number.name].compactMap(\.self),
                            checks: [.maximumLength(80)])),
                ],
                refreshedAt: number.refreshedAt)
        }
    }
}
