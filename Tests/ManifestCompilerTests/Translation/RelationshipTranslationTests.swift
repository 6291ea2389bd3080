import Testing

@testable import ManifestCompiler

@Suite("Relationships in Swift")
struct RelationshipTranslationTests {
    private let sections = """
        models:
          email_domain:
            identity: name
            fields: { name: STRING, status: { type: STRING, options: [PENDING, VERIFIED] } }
          email_address:
            requires: [{ model: email_domain, where: { status: VERIFIED } }]
            identity: address
            fields: { address: STRING }
          plan: { fields: { code: STRING } }
        relationships:
          domain_addresses:
            { from: email_domain.addresses, to: email_address.domain, cardinality: ONE_TO_MANY, required: true,
              on_delete: CASCADE, labels: [Addresses, Domain] }
          domain_plan: { from: email_domain.plan, to: plan.domains, cardinality: MANY_TO_ONE, on_delete: SET_NULL }

        """

    @Test("the side that keeps the reference has it as a field of its own")
    func reference() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        let model = try declaration("struct EmailAddress", in: text)
        #expect(
            model.contains(
                "    /// Domain\n    ///\n    /// Manifest: `relationships.domain_addresses`. Owner: APP.\n"
                    + "    let domain: EmailDomain.ID\n"))
        #expect(model.contains("        var domain: EmailDomain.ID\n"))
        #expect(model.contains("            EmailAddress.values(of: .app, address, domain)\n"))
        #expect(model.contains("        case domain\n"))
        #expect(
            text.contains(
                """
                            FieldDescriptor(
                                handle: "domain",
                                label: "Domain",
                                scalar: .string,
                                owner: .app,
                                isRequired: true,
                                reference: ReferenceDescriptor(to: "email_domain", onDelete: .cascade)),
                """))
        #expect(
            text.contains(
                """
                        requirements: [
                            RequirementDescriptor(model: "email_domain", conditions: [.init(field: "status", value: "VERIFIED")]),
                        ],
                """))
    }

    @Test("stores have a loader for the one side and a query for the many side")
    func accessors() throws {
        let text = try Snippet.swift("Models.swift", of: sections)
        #expect(
            try declaration("extension ModelStore<EmailDomain>", in: text) == """
                extension ModelStore<EmailDomain> {
                    /// Addresses
                    ///
                    /// Manifest: `relationships.domain_addresses`
                    func addresses(of id: EmailDomain.ID) -> RelatedInstances<EmailAddress> {
                        related(EmailAddress.self, by: .domain, to: id)
                    }

                    /// Manifest: `relationships.domain_plan`
                    func plan(of instance: EmailDomain) async throws -> Plan? {
                        try await referred(to: instance.plan)
                    }
                }
                """)
    }

    private let page = """
        pages:
          list:
            path: /
            navigation: true
            context:
              addresses: { model: email_address, mode: MANY, order: address }
            blocks:
              - list: { from: addresses, item: { label: '{{ domain.name }}', description: '{{ domain.plan.code }}' } }
          one:
            path: /domains/[id]
            context:
              domain: { model: email_domain, mode: FIRST, where: { id: '{{ path.id }}' } }
              same: { model: email_domain, mode: MANY, where: { plan: '{{ domain.plan }}' }, order: name }
            blocks:
              - alert: { title: 'There are {{ domain.addresses.size }}{% for a in domain.addresses %} {{ a.address }}{% endfor %}' }
              - list: { from: same, item: { label: '{{ name }}' } }

        """

    @Test("what templates follow is loaded with the page, once for a whole list")
    func list() throws {
        let text = try Snippet.swift("Pages.swift", of: sections + page)
        #expect(
            try declaration("static func content(for request", in: text) == """
                static func content(for request: PageRequest<Demo>) async throws -> PageContent {
                    let addresses = try await request.models.emailAddress.page(order: .ascending(.address))
                    let domainOfAddresses = try await request.models.emailAddress.referred(to: addresses.map(\\.domain))
                    let planOfDomainOfAddresses = try await request.models.emailDomain.referred(
                        to: domainOfAddresses.instances.map(\\.plan))
                    let blocks: [PageBlock] = [.list(listBlock(addresses, domainOfAddresses, planOfDomainOfAddresses))]
                    return PageContent(title: "List", blocks: blocks)
                }
                """)
        #expect(
            text.contains(
                "description: planOfDomainOfAddresses[domainOfAddresses[item.domain]?.plan]?.code"))
    }

    @Test("the many side is a list, and `where` compares ids")
    func many() throws {
        let text = try Snippet.swift("Pages.swift", of: sections + page)
        #expect(
            text.contains(
                """
                            let addressesOfDomain = try await request.models.emailDomain.related(
                                EmailAddress.self, by: .domain, to: domain.id).all()
                """))
        #expect(text.contains("                where: .equal(.plan, domain.plan?.json ?? JSON.null)"))
        #expect(text.contains("There are \\(addressesOfDomain.count)\\\n"))
        #expect(text.contains("\\(addressesOfDomain.map { a in \" \\(a.address)\" }.joined())\n"))
    }

    @Test("templates follow two relationships, never a list of each element, and only what the page has loaded")
    func limits() {
        let wrong = """
            pages:
              list:
                path: /
                navigation: true
                context:
                  plans: { model: plan, mode: MANY, order: code }
                  address: { model: email_address, mode: FIRST, order: address }
                blocks:
                  - list: { from: plans, item: { label: '{{ item.domains.size }}' } }
                  - alert: { title: '{{ address.domain.plan.domains.size }}', description: '{{ address.domain.plan.cod }}' }

            """
        #expect(
            Snippet.problems(in: sections + wrong) == [
                "23:54: `domains` cannot be followed from each element of a list [template.type]",
                "24:49: templates follow two relationships, and `domains` is a third [template.type]",
                "24:104: model `plan` has no field `cod`; did you mean `code`? [template.path.unknown]",
            ])
    }
}
