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
            blocks.append(.card(cardBlock(connection, request)))
            if !(connection?.accountNotice ?? "").allSatisfy(\.isWhitespace) {
                blocks.append(.alert(alertBlock2(connection)))
            }
            if !(connection?.missingScopes ?? "").allSatisfy(\.isWhitespace) {
                blocks.append(.alert(alertBlock3(connection)))
            }
            return PageContent(title: "Account", blocks: blocks)
        }

        private static func alertBlock(_ connection: MetaConnection?) -> AlertBlock {
            AlertBlock(
                title: "The connection to Meta does not work",
                description: connection?.error ?? "Connect Meta again.",
                variant: .destructive)
        }

        private static func cardBlock(_ connection: MetaConnection?, _ request: PageRequest<Meta>) -> CardBlock {
            var actions: [PageAction] = []
            if connection?.status != .connected {
                actions.append(
                    PageAction(label: "Connect Meta", variant: .primary, effect: .connect(connection: "meta")))
            }
            if connection?.status == .connected {
                actions.append(
                    PageAction(label: "Connect again", variant: .outline, effect: .connect(connection: "meta")))
            }
            if !(request.settings["META_SIGNUP_CONFIG_ID"] ?? "").allSatisfy(\.isWhitespace) {
                actions.append(
                    PageAction(
                        label: "Sign up for WhatsApp", variant: .outline, effect: .connect(connection: "meta_signup")))
            }
            if connection?.status == .connected {
                actions.append(
                    PageAction(label: "WhatsApp accounts", variant: .outline, effect: .link(Routes.whatsAppAccounts())))
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
                    DisplayField(
                        label: "Daily limit of people to write to first",
                        value: .text(connection?.messagingLimit),
                        empty: "Not told yet"),
                    DisplayField(
                        label: "Review by Meta", value: .badge(connection?.reviewStatus), empty: "Not told yet"),
                    DisplayField(
                        label: "Connection expires", value: .dateTime(connection?.tokenExpiresAt), empty: "Never"),
                    DisplayField(
                        label: "Access to data ends",
                        value: .dateTime(connection?.dataAccessExpiresAt),
                        empty: "Never"),
                ],
                actions: actions)
        }

        private static func alertBlock2(_ connection: MetaConnection?) -> AlertBlock {
            AlertBlock(
                title: "Meta has news about the account",
                description: connection?.accountNotice ?? "",
                variant: .warning)
        }

        private static func alertBlock3(_ connection: MetaConnection?) -> AlertBlock {
            AlertBlock(
                title: "Some permissions were not granted",
                description: "Connect again and allow: \(connection?.missingScopes ?? "")",
                variant: .warning)
        }
    }

    /// Choose the WhatsApp account of this workplace
    ///
    /// Manifest: `pages.whatsapp_accounts`
    enum WhatsAppAccountsPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_accounts",
            label: "WhatsApp Accounts",
            description: "Choose the WhatsApp account of this workplace",
            icon: "briefcase",
            route: Route([.literal("whatsapp-accounts")]),
            isDefault: false,
            parent: "account")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let accounts = await request.call(FetchWhatsAppAccounts.self)
            let blocks: [PageBlock] = [.list(listBlock(accounts))]
            return PageContent(title: "WhatsApp Accounts", blocks: blocks)
        }

        private static func listBlock(_ accounts: ContextValue<FetchWhatsAppAccounts.Output>) -> ListBlock {
            let items = (accounts.value ?? []).map { (item: AccountChoice) -> ListBlock.Item in
                var actions: [PageAction] = []
                if item.isChosen == false {
                    actions.append(
                        PageAction(
                            label: "Use",
                            variant: .outline,
                            effect: .tool(
                                "choose_whatsapp_account",
                                arguments: ["waba_id": item.wabaID.json],
                                then: .page { _ in Routes.account() })))
                }
                return ListBlock.Item(
                    label: item.name ?? item.wabaID,
                    description: item.businessName ?? "Shared with this app",
                    badge: .badge((item.isChosen ? "In use" : "") as String?),
                    actions: actions)
            }
            return ListBlock(
                items: items, empty: "Connect a Meta account on the Account page first.", problem: accounts.failure)
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
            let numbers = try await request.models.whatsAppPhoneNumber.page(order: .ascending(.phone))
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
                        help: "Of the connected WhatsApp account: its id at Meta",
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
                    label: (item.name ?? item.displayName) ?? item.phone,
                    description: item.phone,
                    badge: .badge(item.status),
                    link: Routes.whatsAppNumber(id: item.id))
            }
            return ListBlock(items: items, empty: "No WhatsApp numbers yet.")
        }
    }

    /// One number, its health, and what can be done with it
    ///
    /// Manifest: `pages.whatsapp_number`
    enum WhatsAppNumberPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_number",
            label: "WhatsApp number",
            description: "One number, its health, and what can be done with it",
            icon: nil,
            route: Route([.literal("whatsapp-numbers"), .parameter("id"), .literal("overview")]),
            isDefault: false,
            parent: "whatsapp_numbers")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            guard
                let number = try await request.models.whatsAppPhoneNumber.find(
                    WhatsAppPhoneNumber.ID(request.path["id", default: ""]))
            else { throw PageNotFound() }
            var blocks: [PageBlock] = []
            if !(number.notice ?? "").allSatisfy(\.isWhitespace) {
                blocks.append(.alert(alertBlock(number)))
            }
            if number.status == .pending && number.verification != .verified {
                blocks.append(.alert(alertBlock2()))
            }
            if number.status == .pending && number.verification == .verified {
                blocks.append(.alert(alertBlock3()))
            }
            blocks.append(.record(recordBlock(number, request)))
            blocks.append(.card(cardBlock(number)))
            if number.status != .connected && number.verification == .verified {
                blocks.append(.form(formBlock(number)))
            }
            if number.verification != .verified && number.status != .connected {
                blocks.append(.form(formBlock2(number)))
            }
            if number.verification != .verified && number.status != .connected {
                blocks.append(.form(formBlock3(number)))
            }
            return PageContent(title: "WhatsApp number", blocks: blocks)
        }

        private static func alertBlock(_ number: WhatsAppPhoneNumber) -> AlertBlock {
            AlertBlock(title: "Meta has news about this number", description: number.notice ?? "", variant: .warning)
        }

        private static func alertBlock2() -> AlertBlock {
            AlertBlock(
                title: "This number cannot send yet",
                description: "Have a code sent to it, enter the code, then register it with a PIN of your own.",
                variant: .info)
        }

        private static func alertBlock3() -> AlertBlock {
            AlertBlock(
                title: "This number is confirmed and can be registered",
                description: """
                    Registering lets it send. Choose a PIN and keep it, Meta asks for it when the number is \
                    registered again.
                    """,
                variant: .info)
        }

        private static func recordBlock(_ number: WhatsAppPhoneNumber, _ request: PageRequest<Meta>) -> RecordBlock {
            var actions: [PageAction] = []
            if number.status != .connected && number.verification == .verified {
                actions.append(
                    PageAction(
                        label: "Register",
                        variant: .primary,
                        effect: .link(
                            Routes.whatsAppNumber(
                                id: WhatsAppPhoneNumber.ID(request.path["id", default: ""]),
                                query: [(name: "form", value: "register_number")]))))
            }
            if number.verification != .verified && number.status != .connected {
                actions.append(
                    PageAction(
                        label: "Send a code",
                        variant: .primary,
                        effect: .link(
                            Routes.whatsAppNumber(
                                id: WhatsAppPhoneNumber.ID(request.path["id", default: ""]),
                                query: [(name: "form", value: "request_number_code")]))))
            }
            if number.verification != .verified && number.status != .connected {
                actions.append(
                    PageAction(
                        label: "Enter the code",
                        variant: .outline,
                        effect: .link(
                            Routes.whatsAppNumber(
                                id: WhatsAppPhoneNumber.ID(request.path["id", default: ""]),
                                query: [(name: "form", value: "verify_number_code")]))))
            }
            actions.append(
                PageAction(
                    label: "Refresh",
                    variant: .outline,
                    effect: .tool("refresh_whatsapp_numbers", arguments: [:], then: .refresh)))
            actions.append(
                PageAction(
                    label: "Profile",
                    variant: .outline,
                    effect: .link(Routes.whatsAppProfile(id: request.path["id", default: ""]))))
            actions.append(
                PageAction(
                    label: "Blocked people",
                    variant: .outline,
                    effect: .link(Routes.blockedPeople(id: request.path["id", default: ""]))))
            actions.append(
                PageAction(
                    label: "Remove",
                    variant: .destructive,
                    effect: .tool(
                        "remove_whatsapp_number",
                        arguments: ["phone_number_id": number.phoneNumberID.json],
                        then: .page { _ in Routes.whatsAppNumbers() }),
                    confirmation: PageAction.Confirmation(
                        title: "Remove \(number.name ?? number.phone)?",
                        description: "Its conversations stay. At Meta nothing changes.")))
            return RecordBlock(
                model: "whatsapp_phone_number",
                id: number.id.rawValue,
                fields: [
                    RecordBlock.Field(display: DisplayField(label: "Phone", value: .text(number.phone))),
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
                    RecordBlock.Field(display: DisplayField(label: "Display name", value: .text(number.displayName))),
                    RecordBlock.Field(
                        display: DisplayField(label: "Display name review", value: .text(number.nameStatus))),
                    RecordBlock.Field(display: DisplayField(label: "Verification", value: .text(number.verification))),
                ],
                refreshedAt: number.refreshedAt,
                actions: actions)
        }

        private static func cardBlock(_ number: WhatsAppPhoneNumber) -> CardBlock {
            CardBlock(
                title: "Health",
                description: """
                    Quality is how people took to the number's messages in the last seven days: blocks and \
                    reports lower it. The daily limit counts people whom you write to first, with a template; \
                    answers are free of it, and it rises by itself while quality is good. Throughput is how \
                    fast messages leave.
                    """,
                fields: [
                    DisplayField(label: "Status", value: .badge(number.status), empty: "Not told yet"),
                    DisplayField(label: "Quality", value: .badge(number.qualityRating), empty: "Not told yet"),
                    DisplayField(label: "Daily limit", value: .text(number.messagingLimit), empty: "Not told yet"),
                    DisplayField(label: "Throughput", value: .text(number.throughput), empty: "Not told yet"),
                ])
        }

        private static func formBlock(_ number: WhatsAppPhoneNumber) -> FormBlock {
            FormBlock(
                id: "register_number",
                title: "Register the number for sending",
                isModal: true,
                tool: "register_number",
                submitLabel: "Register",
                fields: [
                    FormField(
                        name: "pin",
                        label: "Pin",
                        help: "The number's PIN; a new one if it has none",
                        isRequired: true,
                        component: .input(.text),
                        checks: [.pattern("^[0-9]{6}$")]),
                ],
                fixed: ["phone_number_id": number.phoneNumberID.json],
                then: .refresh)
        }

        private static func formBlock2(_ number: WhatsAppPhoneNumber) -> FormBlock {
            FormBlock(
                id: "request_number_code",
                title: "Send a code to the number",
                isModal: true,
                tool: "request_number_code",
                submitLabel: "Send code",
                fields: [
                    FormField(
                        name: "method",
                        label: "Method",
                        help: "How the code comes",
                        isRequired: false,
                        component: .select(
                            RequestNumberCode.Input.Method.allCases.map {
                                FormField.Choice(value: $0.rawValue, label: $0.label)
                            }),
                        initial: ["SMS"],
                        checks: [.options(RequestNumberCode.Input.Method.allCases.map(\.rawValue))]),
                    FormField(
                        name: "language",
                        label: "Language",
                        help: "Language of the message, as en_US or sv",
                        isRequired: false,
                        component: .input(.text),
                        initial: ["en_US"]),
                ],
                fixed: ["phone_number_id": number.phoneNumberID.json],
                then: .refresh)
        }

        private static func formBlock3(_ number: WhatsAppPhoneNumber) -> FormBlock {
            FormBlock(
                id: "verify_number_code",
                title: "Enter the code that the number got",
                isModal: true,
                tool: "verify_number_code",
                submitLabel: "Confirm",
                fields: [
                    FormField(
                        name: "code",
                        label: "Code",
                        help: "The code",
                        isRequired: true,
                        component: .input(.text),
                        checks: [.pattern("^[0-9]{4,8}$")]),
                ],
                fixed: ["phone_number_id": number.phoneNumberID.json],
                then: .refresh)
        }
    }

    /// What people see of the business on WhatsApp
    ///
    /// Manifest: `pages.whatsapp_profile`
    enum WhatsAppProfilePage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_profile",
            label: "Profile",
            description: "What people see of the business on WhatsApp",
            icon: nil,
            route: Route([.literal("whatsapp-numbers"), .parameter("id"), .literal("profile")]),
            isDefault: false,
            parent: "whatsapp_numbers")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let profile = await request.call(
                FetchWhatsAppProfile.self, .object(["id": request.path["id", default: ""].json]))
            let blocks: [PageBlock] = [.card(cardBlock(profile)), .form(formBlock(request))]
            return PageContent(title: "Profile", blocks: blocks)
        }

        private static func cardBlock(_ profile: ContextValue<FetchWhatsAppProfile.Output>) -> CardBlock {
            CardBlock(
                title: "What people see",
                fields: [
                    DisplayField(label: "About", value: .text(profile.value?.about), empty: "Nothing"),
                    DisplayField(label: "Description", value: .text(profile.value?.description), empty: "Nothing"),
                    DisplayField(label: "Address", value: .text(profile.value?.address), empty: "Nothing"),
                    DisplayField(label: "E-mail", value: .text(profile.value?.email), empty: "Nothing"),
                    DisplayField(label: "Websites", value: .list(profile.value?.websites), empty: "Nothing"),
                    DisplayField(label: "Trade", value: .text(profile.value?.vertical), empty: "Nothing"),
                ])
        }

        private static func formBlock(_ request: PageRequest<Meta>) -> FormBlock {
            FormBlock(
                id: "update_whatsapp_profile",
                title: "Change it",
                description: "What is left empty stays as it is.",
                tool: "update_whatsapp_profile",
                submitLabel: "Change",
                fields: [
                    FormField(
                        name: "about",
                        label: "About",
                        help: "A line, of at most 139 characters",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "description",
                        label: "Description",
                        help: "What the business does, in at most 512 characters",
                        isRequired: false,
                        component: .textarea),
                    FormField(
                        name: "address",
                        label: "Address",
                        help: "Where it is",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "email",
                        label: "Email",
                        help: "E-mail address",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "website",
                        label: "Website",
                        help: "Web address",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "website_2",
                        label: "Second website",
                        help: "Another web address",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "vertical",
                        label: "Trade",
                        help: "What kind of business it is",
                        isRequired: false,
                        component: .combobox(
                            WhatsAppProfile.Vertical.allCases.map {
                                FormField.Choice(value: $0.rawValue, label: $0.label)
                            }),
                        checks: [.options(WhatsAppProfile.Vertical.allCases.map(\.rawValue))]),
                ],
                fixed: ["id": request.path["id", default: ""].json],
                then: .refresh)
        }
    }

    /// Whom this number does not hear
    ///
    /// Manifest: `pages.blocked_people`
    enum BlockedPeoplePage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "blocked_people",
            label: "Blocked people",
            description: "Whom this number does not hear",
            icon: nil,
            route: Route([.literal("whatsapp-numbers"), .parameter("id"), .literal("blocked")]),
            isDefault: false,
            parent: "whatsapp_numbers")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let people = await request.call(
                ListBlockedWhatsAppPeople.self, .object(["id": request.path["id", default: ""].json]))
            let blocks: [PageBlock] = [.form(formBlock(request)), .list(listBlock(people, request))]
            return PageContent(title: "Blocked people", blocks: blocks)
        }

        private static func formBlock(_ request: PageRequest<Meta>) -> FormBlock {
            FormBlock(
                id: "block_whatsapp_person",
                title: "Block somebody",
                description: """
                    Only who wrote within the last 24 hours can be blocked. Nothing of theirs arrives until \
                    they are unblocked. At most 1,000 people are listed here.
                    """,
                isModal: true,
                tool: "block_whatsapp_person",
                submitLabel: "Block",
                fields: [
                    FormField(
                        name: "address",
                        label: "Address",
                        help: "Whom: a phone number",
                        isRequired: true,
                        component: .input(.text)),
                ],
                fixed: ["id": request.path["id", default: ""].json],
                then: .refresh)
        }

        private static func listBlock(
            _ people: ContextValue<ListBlockedWhatsAppPeople.Output>, _ request: PageRequest<Meta>
        ) -> ListBlock {
            let items = (people.value ?? []).map { (item: BlockedPerson) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.address,
                    actions: [
                        PageAction(
                            label: "Unblock",
                            variant: .outline,
                            effect: .tool(
                                "unblock_whatsapp_person",
                                arguments: ["id": request.path["id", default: ""].json, "address": item.address.json],
                                then: .refresh)),
                    ])
            }
            return ListBlock(items: items, empty: "Nobody is blocked.", problem: people.failure)
        }
    }

    /// List and make WhatsApp groups
    ///
    /// Manifest: `pages.whatsapp_groups`
    enum WhatsAppGroupsPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_groups",
            label: "WhatsApp Groups",
            description: "List and make WhatsApp groups",
            icon: "users",
            route: Route([.literal("whatsapp-groups")]),
            isDefault: false)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            let numbers = try await request.models.whatsAppPhoneNumber.page(order: .ascending(.phone))
            let groups = try await request.models.whatsAppGroup.page(order: .descending(.createdAt), limit: 1000)
            var blocks: [PageBlock] = []
            if connection?.status != .connected {
                blocks.append(.alert(alertBlock()))
            }
            if connection?.status == .connected {
                blocks.append(.form(formBlock(numbers)))
            }
            if connection?.status == .connected {
                blocks.append(.card(cardBlock()))
            }
            blocks.append(.list(listBlock(groups)))
            return PageContent(title: "WhatsApp Groups", blocks: blocks)
        }

        private static func alertBlock() -> AlertBlock {
            AlertBlock(
                title: "Not connected",
                description: """
                    Connect a Meta account on the Account page and add a WhatsApp number; then its groups can \
                    be made here.
                    """,
                variant: .info)
        }

        private static func formBlock(_ numbers: [WhatsAppPhoneNumber]) -> FormBlock {
            let phoneNumberIDChoices = numbers.map { item in
                FormField.Choice(value: item.phoneNumberID, label: item.name ?? item.phone)
            }
            return FormBlock(
                id: "create_whatsapp_group",
                title: "New group",
                description: """
                    WhatsApp makes the group in a moment. People come in by its invite link, at most eight of \
                    them.
                    """,
                isModal: true,
                tool: "create_whatsapp_group",
                submitLabel: "Create group",
                fields: [
                    FormField(
                        name: "phone_number_id",
                        label: "Phone number",
                        help: "The number that makes it: its id at Meta",
                        isRequired: true,
                        component: .select(phoneNumberIDChoices)),
                    FormField(
                        name: "subject",
                        label: "Subject",
                        help: "What the group is called, in at most 128 characters",
                        placeholder: "Harbour Works, site team",
                        isRequired: true,
                        component: .input(.text)),
                    FormField(
                        name: "description",
                        label: "Description",
                        help: "What it is for, in at most 2048 characters",
                        isRequired: false,
                        component: .textarea),
                    FormField(
                        name: "join_approval",
                        label: "Joining",
                        help: "Who may come in by the invite link; this cannot be changed later",
                        isRequired: false,
                        component: .select(
                            WhatsAppGroup.JoinApproval.allCases.map {
                                FormField.Choice(value: $0.rawValue, label: $0.label)
                            }),
                        initial: ["AUTOMATIC"],
                        checks: [.options(WhatsAppGroup.JoinApproval.allCases.map(\.rawValue))]),
                    FormField(
                        name: "name",
                        label: "Friendly name",
                        help: "What the workplace calls it",
                        isRequired: false,
                        component: .input(.text),
                        checks: [.maximumLength(80)]),
                ],
                then: .page { structured in
                    let result = try CreateWhatsAppGroup.Output(structured: structured)
                    return Routes.whatsAppGroup(id: result.id)
                })
        }

        private static func cardBlock() -> CardBlock {
            CardBlock(
                title: "Groups at WhatsApp",
                description: """
                    WhatsApp tells of changes by itself. This fetches all groups of the added numbers, and who \
                    is in them; of more than a hundred, a hundred each time.
                    """,
                actions: [
                    PageAction(
                        label: "Fetch groups",
                        variant: .secondary,
                        effect: .tool("refresh_whatsapp_groups", arguments: [:], then: .refresh)),
                ])
        }

        private static func listBlock(_ groups: [WhatsAppGroup]) -> ListBlock {
            let items = groups.map { (item: WhatsAppGroup) -> ListBlock.Item in
                ListBlock.Item(
                    label: ((item.name ?? item.subject) ?? item.groupID) ?? "",
                    description: "\(item.phone ?? ""), \(item.participantCount ?? 0) participants",
                    badge: .badge(item.status),
                    link: Routes.whatsAppGroup(id: item.id))
            }
            return ListBlock(items: items, empty: "No groups yet.")
        }
    }

    /// One group, who is in it, and what can be done with it
    ///
    /// Manifest: `pages.whatsapp_group`
    enum WhatsAppGroupPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "whatsapp_group",
            label: "WhatsApp group",
            description: "One group, who is in it, and what can be done with it",
            icon: nil,
            route: Route([.literal("whatsapp-groups"), .parameter("id")]),
            isDefault: false,
            parent: "whatsapp_groups")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            guard
                let group = try await request.models.whatsAppGroup.find(
                    WhatsAppGroup.ID(request.path["id", default: ""]))
            else { throw PageNotFound() }
            let participants = await request.call(
                ListGroupParticipants.self, .object(["id": request.path["id", default: ""].json]))
            let requests = await request.call(
                ListGroupJoinRequests.self, .object(["id": request.path["id", default: ""].json]))
            var blocks: [PageBlock] = []
            if !(group.notice ?? "").allSatisfy(\.isWhitespace) {
                blocks.append(.alert(alertBlock(group)))
            }
            if group.status == .creating {
                blocks.append(.alert(alertBlock2()))
            }
            if group.status == .suspended {
                blocks.append(.alert(alertBlock3()))
            }
            if group.status == .deleted {
                blocks.append(.alert(alertBlock4()))
            }
            blocks.append(.record(recordBlock(group, request)))
            if group.status == .active {
                blocks.append(.card(cardBlock(group, request)))
            }
            if group.status == .active && group.joinApproval == .approval {
                blocks.append(.list(listBlock(requests, request)))
            }
            if group.status == .active || group.status == .suspended {
                blocks.append(.list(listBlock2(participants, request)))
            }
            if !(group.groupID ?? "").allSatisfy(\.isWhitespace) {
                blocks.append(.conversation(conversationBlock(group)))
            }
            if group.status == .active {
                blocks.append(.form(formBlock(group, request)))
            }
            return PageContent(title: "WhatsApp group", blocks: blocks)
        }

        private static func alertBlock(_ group: WhatsAppGroup) -> AlertBlock {
            AlertBlock(title: "Something was not done", description: group.notice ?? "", variant: .warning)
        }

        private static func alertBlock2() -> AlertBlock {
            AlertBlock(
                title: "WhatsApp is making the group",
                description: "This takes a moment. The page shows it by itself when it is done.",
                variant: .info)
        }

        private static func alertBlock3() -> AlertBlock {
            AlertBlock(
                title: "WhatsApp has suspended the group",
                description: "Nobody can write in it. WhatsApp says when that ends.",
                variant: .destructive)
        }

        private static func alertBlock4() -> AlertBlock {
            AlertBlock(
                title: "The group is deleted",
                description: "What was written in it stays under Conversations.",
                variant: .info)
        }

        private static func recordBlock(_ group: WhatsAppGroup, _ request: PageRequest<Meta>) -> RecordBlock {
            var actions: [PageAction] = []
            if group.status == .active {
                actions.append(
                    PageAction(
                        label: "Change",
                        variant: .primary,
                        effect: .link(
                            Routes.whatsAppGroup(
                                id: WhatsAppGroup.ID(request.path["id", default: ""]),
                                query: [(name: "form", value: "change_whatsapp_group")]))))
            }
            if group.status == .active || group.status == .suspended {
                actions.append(
                    PageAction(
                        label: "Refresh",
                        variant: .outline,
                        effect: .tool(
                            "refresh_whatsapp_group",
                            arguments: ["id": request.path["id", default: ""].json],
                            then: .refresh)))
            }
            if group.status == .active || group.status == .suspended {
                actions.append(
                    PageAction(
                        label: "Delete",
                        variant: .destructive,
                        effect: .tool(
                            "delete_whatsapp_group",
                            arguments: ["id": request.path["id", default: ""].json],
                            then: .refresh),
                        confirmation: PageAction.Confirmation(
                            title: "Delete \((group.name ?? group.subject) ?? "the group")?",
                            description: "It goes for everybody in it, and cannot be brought back. Its conversation stays here.")))
            }
            if group.status == .deleted || group.status == .failed {
                actions.append(
                    PageAction(
                        label: "Take off the list",
                        variant: .outline,
                        effect: .tool(
                            "forget_whatsapp_group",
                            arguments: ["id": request.path["id", default: ""].json],
                            then: .page { _ in Routes.whatsAppGroups() }),
                        confirmation: PageAction.Confirmation(
                            title: "Take \((group.name ?? group.subject) ?? "the group") off the list?",
                            description: "Its conversation stays.")))
            }
            return RecordBlock(
                model: "whatsapp_group",
                id: group.id.rawValue,
                fields: [
                    RecordBlock.Field(
                        display: DisplayField(label: "Friendly name", value: .text(group.name)),
                        input: FormField(
                            name: "name",
                            label: "Friendly name",
                            help: "What the workplace calls it",
                            isRequired: false,
                            component: .input(.text),
                            initial: [group.name].compactMap(\.self),
                            checks: [.maximumLength(80)])),
                    RecordBlock.Field(display: DisplayField(label: "Subject", value: .text(group.subject))),
                    RecordBlock.Field(display: DisplayField(label: "Description", value: .text(group.description))),
                    RecordBlock.Field(display: DisplayField(label: "Status", value: .text(group.status))),
                    RecordBlock.Field(display: DisplayField(label: "Number", value: .text(group.phone))),
                    RecordBlock.Field(display: DisplayField(label: "Joining", value: .text(group.joinApproval))),
                    RecordBlock.Field(
                        display: DisplayField(label: "Participants", value: .number(group.participantCount))),
                    RecordBlock.Field(display: DisplayField(label: "Made on", value: .dateTime(group.madeAt))),
                ],
                refreshedAt: group.refreshedAt,
                actions: actions)
        }

        private static func cardBlock(_ group: WhatsAppGroup, _ request: PageRequest<Meta>) -> CardBlock {
            var actions: [PageAction] = []
            if (group.inviteLink ?? "").allSatisfy(\.isWhitespace) {
                actions.append(
                    PageAction(
                        label: "Fetch link",
                        variant: .outline,
                        effect: .tool(
                            "fetch_group_invite_link",
                            arguments: ["id": request.path["id", default: ""].json],
                            then: .refresh)))
            }
            actions.append(
                PageAction(
                    label: "Reset link",
                    variant: .destructive,
                    effect: .tool(
                        "reset_group_invite_link",
                        arguments: ["id": request.path["id", default: ""].json],
                        then: .refresh),
                    confirmation: PageAction.Confirmation(
                        title: "Reset the invite link of \((group.name ?? group.subject) ?? "the group")?",
                        description: "The present link works no longer, wherever it was sent.")))
            return CardBlock(
                title: "Invite link",
                description: "Whoever opens it in WhatsApp joins the group, or asks to join where you approve.",
                fields: [DisplayField(label: "Link", value: .code(group.inviteLink), empty: "Not fetched yet")],
                actions: actions)
        }

        private static func listBlock(
            _ requests: ContextValue<ListGroupJoinRequests.Output>, _ request: PageRequest<Meta>
        ) -> ListBlock {
            let items = (requests.value ?? []).map { (item: GroupJoinRequest) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.name ?? item.address,
                    description: item.askedAt?.text(
                        format: "%e %B %Y, %H:%M", in: request.installation.workplace.timeZone),
                    actions: [
                        PageAction(
                            label: "Let in",
                            variant: .primary,
                            effect: .tool(
                                "approve_group_join_requests",
                                arguments: [
                                    "id": request.path["id", default: ""].json, "request_ids": [item.requestID.json],
                                ],
                                then: .refresh)),
                        PageAction(
                            label: "Turn away",
                            variant: .outline,
                            effect: .tool(
                                "reject_group_join_requests",
                                arguments: [
                                    "id": request.path["id", default: ""].json, "request_ids": [item.requestID.json],
                                ],
                                then: .refresh),
                            confirmation: PageAction.Confirmation(
                                title: "Turn \(item.name ?? item.address) away?", description: "They may ask again.")),
                    ])
            }
            return ListBlock(
                title: "Who asks to join", items: items, empty: "Nobody asks to join.", problem: requests.failure)
        }

        private static func listBlock2(
            _ participants: ContextValue<ListGroupParticipants.Output>, _ request: PageRequest<Meta>
        ) -> ListBlock {
            let items = (participants.value ?? []).map { (item: GroupParticipant) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.name ?? item.address,
                    description: item.address,
                    actions: [
                        PageAction(
                            label: "Remove",
                            variant: .outline,
                            effect: .tool(
                                "remove_group_participants",
                                arguments: [
                                    "id": request.path["id", default: ""].json, "participants": [item.address.json],
                                ],
                                then: .refresh),
                            confirmation: PageAction.Confirmation(
                                title: "Remove \(item.name ?? item.address) from the group?",
                                description: "They see that they were removed. By the invite link they can come back.")),
                    ])
            }
            return ListBlock(
                title: "Participants",
                items: items,
                empty: "Nobody is in the group yet.",
                problem: participants.failure)
        }

        private static func conversationBlock(_ group: WhatsAppGroup) -> ConversationBlock {
            ConversationBlock(title: "Conversation", channel: "whatsapp", contact: group.groupID)
        }

        private static func formBlock(_ group: WhatsAppGroup, _ request: PageRequest<Meta>) -> FormBlock {
            FormBlock(
                id: "change_whatsapp_group",
                title: "Change subject and description",
                description: "Everybody in the group sees the change. WhatsApp makes it in a moment.",
                isModal: true,
                tool: "change_whatsapp_group",
                submitLabel: "Change",
                fields: [
                    FormField(
                        name: "subject",
                        label: "Subject",
                        help: "What the group is called, in at most 128 characters",
                        isRequired: false,
                        component: .input(.text),
                        initial: [group.subject].compactMap(\.self)),
                    FormField(
                        name: "description",
                        label: "Description",
                        help: "What it is for, in at most 2048 characters",
                        isRequired: false,
                        component: .textarea,
                        initial: [group.description].compactMap(\.self)),
                ],
                fixed: ["id": request.path["id", default: ""].json],
                then: .refresh)
        }
    }

    /// List and add pages for Messenger
    ///
    /// Manifest: `pages.facebook_pages`
    enum FacebookPagesPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "facebook_pages",
            label: "Facebook Pages",
            description: "List and add pages for Messenger",
            icon: "message-circle",
            route: Route([.literal("facebook-pages")]),
            isDefault: false)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            let pages = try await request.models.facebookPage.page(order: .ascending(.name))
            let choices_ = await request.call(FetchPages.self)
            var blocks: [PageBlock] = []
            if connection?.status == .connected {
                blocks.append(.form(formBlock(choices_)))
            }
            blocks.append(.list(listBlock(pages)))
            return PageContent(title: "Facebook Pages", blocks: blocks)
        }

        private static func formBlock(_ choices_: ContextValue<FetchPages.Output>) -> FormBlock {
            let pageIDChoices = (choices_.value ?? []).map { item in
                FormField.Choice(value: item.pageID, label: item.name ?? item.pageID)
            }
            return FormBlock(
                id: "add_facebook_page",
                title: "Add page",
                isModal: true,
                tool: "add_facebook_page",
                submitLabel: "Add page",
                fields: [
                    FormField(
                        name: "page_id",
                        label: "Page",
                        help: "Meta Graph API Page ID",
                        isRequired: true,
                        component: .select(pageIDChoices),
                        problem: choices_.failure),
                ],
                then: .refresh)
        }

        private static func listBlock(_ pages: [FacebookPage]) -> ListBlock {
            let items = pages.map { (item: FacebookPage) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.name ?? item.pageID,
                    description: item.notice ?? item.category,
                    badge: .badge(item.subscription),
                    actions: [
                        PageAction(
                            label: "Remove",
                            variant: .outline,
                            effect: .tool(
                                "remove_facebook_page", arguments: ["page_id": item.pageID.json], then: .refresh),
                            confirmation: PageAction.Confirmation(
                                title: "Remove \(item.name ?? item.pageID)?",
                                description: "Its messages no longer arrive. Conversations stay.")),
                    ])
            }
            return ListBlock(items: items, empty: "No pages yet.")
        }
    }

    /// List and add Instagram accounts
    ///
    /// Manifest: `pages.instagram_accounts`
    enum InstagramAccountsPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "instagram_accounts",
            label: "Instagram Accounts",
            description: "List and add Instagram accounts",
            icon: "image",
            route: Route([.literal("instagram-accounts")]),
            isDefault: false)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            let accounts = try await request.models.instagramAccount.page(order: .ascending(.username))
            let choices_ = await request.call(FetchInstagramAccounts.self)
            var blocks: [PageBlock] = []
            if connection?.status == .connected {
                blocks.append(.form(formBlock(choices_)))
            }
            blocks.append(.list(listBlock(accounts)))
            return PageContent(title: "Instagram Accounts", blocks: blocks)
        }

        private static func formBlock(_ choices_: ContextValue<FetchInstagramAccounts.Output>) -> FormBlock {
            let instagramAccountIDChoices = (choices_.value ?? []).map { item in
                FormField.Choice(value: item.instagramAccountID, label: item.username ?? item.instagramAccountID)
            }
            return FormBlock(
                id: "add_instagram_account",
                title: "Add Instagram account",
                isModal: true,
                tool: "add_instagram_account",
                submitLabel: "Add account",
                fields: [
                    FormField(
                        name: "instagram_account_id",
                        label: "Account",
                        help: "Meta Graph API Instagram Account ID",
                        isRequired: true,
                        component: .select(instagramAccountIDChoices),
                        problem: choices_.failure),
                ],
                then: .refresh)
        }

        private static func listBlock(_ accounts: [InstagramAccount]) -> ListBlock {
            let items = accounts.map { (item: InstagramAccount) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.username ?? item.instagramAccountID,
                    description: item.name,
                    actions: [
                        PageAction(
                            label: "Remove",
                            variant: .outline,
                            effect: .tool(
                                "remove_instagram_account",
                                arguments: ["instagram_account_id": item.instagramAccountID.json],
                                then: .refresh),
                            confirmation: PageAction.Confirmation(
                                title: "Remove \(item.username ?? item.instagramAccountID)?",
                                description: "Its conversations stay.")),
                    ])
            }
            return ListBlock(items: items, empty: "No Instagram accounts yet.")
        }
    }

    /// Templates of the WhatsApp account
    ///
    /// Manifest: `pages.message_templates`
    enum MessageTemplatesPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "message_templates",
            label: "Templates",
            description: "Templates of the WhatsApp account",
            icon: "file",
            route: Route([.literal("message-templates")]),
            isDefault: false)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            let templates = try await request.models.messageTemplate.page(order: .ascending(.name))
            var blocks: [PageBlock] = []
            if connection?.status == .connected {
                blocks.append(.form(formBlock()))
            }
            blocks.append(.card(cardBlock()))
            blocks.append(.list(listBlock(templates)))
            return PageContent(title: "Templates", blocks: blocks)
        }

        private static func formBlock() -> FormBlock {
            FormBlock(
                id: "create_message_template",
                title: "New template",
                isModal: true,
                tool: "create_message_template",
                submitLabel: "Hand in",
                fields: [
                    FormField(
                        name: "name",
                        label: "Name",
                        help: "Small letters, digits and _",
                        isRequired: true,
                        component: .input(.text)),
                    FormField(
                        name: "language",
                        label: "Language",
                        help: "Its language, as en_GB or sv",
                        isRequired: false,
                        component: .input(.text),
                        initial: ["en_GB"]),
                    FormField(
                        name: "category",
                        label: "Category",
                        help: "What it is for: utility answers something that a person did",
                        isRequired: false,
                        component: .select(
                            CreateMessageTemplate.Input.Category.allCases.map {
                                FormField.Choice(value: $0.rawValue, label: $0.label)
                            }),
                        initial: ["UTILITY"],
                        checks: [.options(CreateMessageTemplate.Input.Category.allCases.map(\.rawValue))]),
                    FormField(
                        name: "header",
                        label: "Header",
                        help: "A text above",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "header_sample",
                        label: "Header sample",
                        help: "In place of it a picture, a film or a document above: an example of one, for the reviewers",
                        isRequired: false,
                        component: .file(isList: false),
                        checks: [
                            .file(
                                FileRule(
                                    accepted: ["image/jpeg", "image/png", "video/mp4", "application/pdf"],
                                    maximumSize: 104857600,
                                    allowsInline: true)),
                        ]),
                    FormField(
                        name: "body",
                        label: "Body",
                        help: "With variables as {{1}}",
                        isRequired: true,
                        component: .textarea),
                    FormField(
                        name: "footer",
                        label: "Footer",
                        help: "A text below",
                        isRequired: false,
                        component: .input(.text)),
                    FormField(
                        name: "quick_replies",
                        label: "Quick replies",
                        help: "Answers to press",
                        isRequired: false,
                        component: .lines,
                        initial: []),
                    FormField(
                        name: "examples",
                        label: "Examples",
                        help: "An example for each variable",
                        isRequired: false,
                        component: .lines,
                        initial: []),
                ],
                then: .page { structured in
                    let result = try CreateMessageTemplate.Output(structured: structured)
                    return Routes.messageTemplate(id: result.id)
                })
        }

        private static func cardBlock() -> CardBlock {
            CardBlock(
                title: "Templates at Meta",
                description: "Meta tells of changes by itself; this fetches all of them.",
                actions: [
                    PageAction(
                        label: "Fetch templates",
                        variant: .secondary,
                        effect: .tool("list_message_templates", arguments: [:], then: .refresh)),
                ])
        }

        private static func listBlock(_ templates: [MessageTemplate]) -> ListBlock {
            let items = templates.map { (item: MessageTemplate) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.name ?? item.templateID,
                    description: item.language,
                    badge: .badge(item.status),
                    link: Routes.messageTemplate(id: item.id))
            }
            return ListBlock(items: items, empty: "No templates yet.")
        }
    }

    /// Send a template to many people, and see how it goes
    ///
    /// Manifest: `pages.message_batches`
    enum MessageBatchesPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "message_batches",
            label: "Send to many",
            description: "Send a template to many people, and see how it goes",
            icon: "send",
            route: Route([.literal("message-batches")]),
            isDefault: false)

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let connection = try await request.models.metaConnection.get()
            let numbers = try await request.models.whatsAppPhoneNumber.page(order: .ascending(.phone))
            let templates = try await request.models.messageTemplate.page(
                where: .equal(.status, "APPROVED" as JSON), order: .ascending(.name))
            let batches = try await request.models.messageBatch.page(order: .descending(.createdAt))
            var blocks: [PageBlock] = []
            if connection?.status == .connected {
                blocks.append(.form(formBlock(numbers, templates)))
            }
            blocks.append(.list(listBlock(batches, request)))
            return PageContent(title: "Send to many", blocks: blocks)
        }

        private static func formBlock(_ numbers: [WhatsAppPhoneNumber], _ templates: [MessageTemplate]) -> FormBlock {
            let phoneNumberIDChoices = numbers.map { item in
                FormField.Choice(value: item.phoneNumberID, label: item.name ?? item.phone)
            }
            let templateIDChoices = templates.map { item in
                FormField.Choice(
                    value: item.templateID, label: "\(item.name ?? item.templateID) (\(item.language ?? ""))")
            }
            return FormBlock(
                id: "start_whatsapp_batch",
                title: "New batch",
                description: """
                    One person a line: the phone number, then the template's variables in order, with a \
                    semicolon between them. All lines are checked first; nothing is sent while one is wrong.
                    """,
                isModal: true,
                tool: "start_whatsapp_batch",
                submitLabel: "Send",
                fields: [
                    FormField(
                        name: "phone_number_id",
                        label: "From",
                        help: "The number that writes: its id at Meta",
                        isRequired: true,
                        component: .select(phoneNumberIDChoices)),
                    FormField(
                        name: "template_id",
                        label: "Template",
                        help: "An approved one: its id at Meta",
                        isRequired: true,
                        component: .select(templateIDChoices)),
                    FormField(
                        name: "recipients",
                        label: "Recipients",
                        help: "The phone number, then a value for each variable, with semicolons between them.",
                        placeholder: "+447700900417; Imogen; kettle",
                        isRequired: true,
                        component: .lines,
                        checks: [.minimumItems(1), .maximumItems(1000)]),
                ],
                then: .page { structured in
                    let result = try StartWhatsAppBatch.Output(structured: structured)
                    return Routes.messageBatch(id: result.id.rawValue)
                })
        }

        private static func listBlock(_ batches: [MessageBatch], _ request: PageRequest<Meta>) -> ListBlock {
            let items = batches.map { (item: MessageBatch) -> ListBlock.Item in
                ListBlock.Item(
                    label: item.what,
                    description: """
                        \(item.total) messages, \
                        \(item.createdAt.text(format: "%e %B %Y, %H:%M", in: request.installation.workplace.timeZone))
                        """,
                    link: Routes.messageBatch(id: item.id.rawValue))
            }
            return ListBlock(items: items, empty: "Nothing has been sent to many people yet.")
        }
    }

    /// How the messages of one batch fare
    ///
    /// Manifest: `pages.message_batch`
    enum MessageBatchPage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "message_batch",
            label: "Batch",
            description: "How the messages of one batch fare",
            icon: nil,
            route: Route([.literal("message-batches"), .parameter("id")]),
            isDefault: false,
            parent: "message_batches")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            let progress = await request.call(
                FetchMessageBatch.self, .object(["batch_id": request.path["id", default: ""].json]))
            let messages = await request.call(
                ListBatchMessages.self, .object(["batch_id": request.path["id", default: ""].json]))
            let blocks: [PageBlock] = [.card(cardBlock(progress, request)), .table(tableBlock(messages))]
            return PageContent(title: "Batch", blocks: blocks)
        }

        private static func cardBlock(
            _ progress: ContextValue<FetchMessageBatch.Output>, _ request: PageRequest<Meta>
        ) -> CardBlock {
            CardBlock(
                title: progress.value?.what,
                description: "Each message counts once. Messages leave as fast as Meta's limits for the number allow.",
                fields: [
                    DisplayField(label: "All", value: .number(progress.value?.total)),
                    DisplayField(label: "Waiting", value: .number(progress.value?.queued)),
                    DisplayField(label: "Sent", value: .number(progress.value?.sent)),
                    DisplayField(label: "Delivered", value: .number(progress.value?.delivered)),
                    DisplayField(label: "Read", value: .number(progress.value?.read)),
                    DisplayField(label: "Failed", value: .number(progress.value?.failed)),
                    DisplayField(label: "Not known", value: .number(progress.value?.unknown)),
                ],
                actions: [
                    PageAction(
                        label: "Refresh",
                        variant: .outline,
                        effect: .link(Routes.messageBatch(id: request.path["id", default: ""]))),
                ])
        }

        private static func tableBlock(_ messages: ContextValue<ListBatchMessages.Output>) -> TableBlock {
            let rows = (messages.value ?? []).map { (item: BatchMessage) -> TableBlock.Row in
                TableBlock.Row(
                    cells: [
                        DisplayField(label: "To", value: .text(item.address)),
                        DisplayField(label: "State", value: .badge(item.status)),
                        DisplayField(label: "Reason", value: .text(item.reason), empty: " "),
                    ])
            }
            return TableBlock(title: "Messages", rows: rows, problem: messages.failure)
        }
    }

    /// View one template
    ///
    /// Manifest: `pages.message_template`
    enum MessageTemplatePage: Page {
        typealias Owner = Meta

        static let descriptor = PageDescriptor(
            handle: "message_template",
            label: "Template",
            description: "View one template",
            icon: nil,
            route: Route([.literal("message-templates"), .parameter("id")]),
            isDefault: false,
            parent: "message_templates")

        static func content(for request: PageRequest<Meta>) async throws -> PageContent {
            guard
                let template = try await request.models.messageTemplate.find(
                    MessageTemplate.ID(request.path["id", default: ""]))
            else { throw PageNotFound() }
            let blocks: [PageBlock] = [.record(recordBlock(template))]
            return PageContent(title: "Template", blocks: blocks)
        }

        private static func recordBlock(_ template: MessageTemplate) -> RecordBlock {
            RecordBlock(
                model: "message_template",
                id: template.id.rawValue,
                fields: [
                    RecordBlock.Field(display: DisplayField(label: "Name", value: .text(template.name))),
                    RecordBlock.Field(display: DisplayField(label: "Language", value: .text(template.language))),
                    RecordBlock.Field(display: DisplayField(label: "Status", value: .text(template.status))),
                    RecordBlock.Field(display: DisplayField(label: "Category", value: .text(template.category))),
                    RecordBlock.Field(display: DisplayField(label: "Quality", value: .text(template.quality))),
                    RecordBlock.Field(display: DisplayField(label: "Reason", value: .text(template.reason))),
                    RecordBlock.Field(display: DisplayField(label: "Text", value: .text(template.text))),
                ],
                refreshedAt: template.refreshedAt,
                actions: [
                    PageAction(
                        label: "Delete",
                        variant: .destructive,
                        effect: .tool(
                            "delete_message_template",
                            arguments: ["name": (template.name ?? "").json],
                            then: .page { _ in Routes.messageTemplates() }),
                        confirmation: PageAction.Confirmation(
                            title: "Delete \(template.name ?? template.templateID)?",
                            description: """
                                It goes in all of its languages, at Meta as well. Its name cannot be used again for 30 \
                                days.
                                """)),
                ])
        }
    }
}
