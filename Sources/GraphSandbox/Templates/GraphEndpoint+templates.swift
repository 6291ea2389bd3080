#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GraphEndpoint {
    /// `GET|POST|DELETE /{waba}/message_templates`.
    func answerTemplates(
        _ request: GraphRequest, _ account: WhatsAppBusinessAccount
    ) throws(GraphError) -> GraphReply {
        switch request.method {
        case "GET": return GraphReply(try listTemplates(request, account), budgetObject: account.id)
        case "POST": return GraphReply(try createTemplate(request, account), budgetObject: account.id)
        case "DELETE":
            try deleteTemplates(request, account)
            return GraphReply(["success": true], budgetObject: account.id)
        default: throw .unsupported(request.method, id: account.id)
        }
    }

    private func listTemplates(
        _ request: GraphRequest, _ account: WhatsAppBusinessAccount
    ) throws(GraphError) -> WireJSON {
        let all = sandbox.read { world, _ in world.templates(ofAccount: account.id) }
        func matches(_ name: String, _ value: String) -> Bool {
            let wanted = request.list(name)
            return wanted.isEmpty || wanted.contains { $0.lowercased() == value.lowercased() }
        }
        let rows = all.filter { template in
            matches("status", template.status.rawValue) && matches("category", template.category.rawValue)
                && matches("language", template.language) && matches("quality_score", template.qualityScore)
                && (request.text("name").map { template.name.contains($0) } ?? true)
                && (request.text("content").map { template.bodyText.contains($0) } ?? true)
                && (request.text("name_or_content").map {
                    template.name.contains($0) || template.bodyText.contains($0)
                } ?? true)
        }
        let selection = try request.fieldSelection()
        let page = try Paging(request).page(of: rows, id: \.id) { row throws(GraphError) in
            try Self.node(row).render(selection)
        }
        guard request.text("summary") != nil, var members = page.members else { return page }
        members.append(
            .init(
                key: "summary",
                value: [
                    "total_count": .integer(Int64(rows.count)),
                    "message_template_count": .integer(Int64(all.count)),
                    "message_template_limit": .integer(Int64(TemplateRules.countLimit)),
                    "are_translations_complete": false,
                ]))
        return .object(members)
    }

    /// A template as calls read it.
    static func node(_ template: MessageTemplate) -> GraphNode {
        GraphNode(
            type: "WhatsAppMessageTemplate", id: template.id,
            defaults: ["name", "parameter_format", "components", "language", "status", "category", "id"]
        ) { item in
            switch item.name {
            case "name": .value(.string(template.name))
            case "language": .value(.string(template.language))
            case "status": .value(.string(template.status.rawValue))
            case "category": .value(.string(template.category.rawValue))
            case "parameter_format": .value(.string(template.parameterFormat.rawValue))
            case "components": .value(template.components)
            case "rejected_reason": .value(.string(template.rejectedReason))
            case "quality_score":
                .value([
                    "score": .string(template.qualityScore),
                    "date": .integer(Int64(template.createdAt.timeIntervalSince1970)),
                ])
            case "last_updated_time":
                .value(.string((template.editedAt.last ?? template.createdAt).formatted(.iso8601)))
            case "library_template_name", "previous_category", "correct_category", "cta_url_link_tracking_opted_out",
                "message_send_ttl_seconds", "sub_category", "degrees_of_freedom_spec":
                .absent
            default: .unknown
            }
        }
    }

    private func createTemplate(
        _ request: GraphRequest, _ account: WhatsAppBusinessAccount
    ) throws(GraphError) -> WireJSON {
        let draft = try TemplateRules.read(request, accountID: account.id)
        let problem = sandbox.write { world, now -> GraphError? in
            let own = world.templates(ofAccount: account.id)
            if own.count >= TemplateRules.countLimit {
                return .template(
                    2_388_019, "Message Template Limit Exceeded",
                    "The account has \(TemplateRules.countLimit) templates; delete some first.")
            }
            if own.count(where: { now.timeIntervalSince($0.createdAt) < 3600 }) >= 100 {
                return sandbox.errors.error(code: 80007, subcode: nil)
            }
            if world.template(draft.name, language: draft.language, accountID: account.id) != nil {
                return .template(
                    100, "Message Template Language Already Exists",
                    "There is already \(draft.language) content for this template.", subcode: 2_388_024)
            }
            if let other = own.first(where: { $0.name == draft.name && $0.category != draft.category }) {
                return .invalidParameter(
                    "Param category must be \(other.category.rawValue), as in the template's other languages.")
            }
            var template = draft
            template.createdAt = now
            world.submit(template, at: now, rules: sandbox.rules)
            return nil
        }
        if let problem { throw problem }
        return ["id": .string(draft.id), "status": "PENDING", "category": .string(draft.category.rawValue)]
    }

    private func deleteTemplates(_ request: GraphRequest, _ account: WhatsAppBusinessAccount) throws(GraphError) {
        guard let name = request.text("name") else { throw .missingParameter("name") }
        let id = request.text("hsm_id")
        let wasThere = sandbox.write { world, _ in
            let doomed = world.templates(ofAccount: account.id)
                .filter { $0.name == name && (id == nil || $0.id == id) }.map(\.id)
            world.templates.removeAll { doomed.contains($0.id) }
            world.pendingReviews.removeAll { doomed.contains($0.templateID) }
            return !doomed.isEmpty
        }
        guard wasThere else {
            throw .template(
                100, "Message Template Not Found", "Message template with name \(name) was not found.",
                subcode: 2_593_002)
        }
    }

    /// `GET|POST|DELETE /{template}`.
    func answerTemplate(_ request: GraphRequest, edge: [String], _ template: MessageTemplate) throws(GraphError)
        -> GraphReply
    {
        switch (request.method, edge) {
        case ("GET", []):
            return GraphReply(
                try Self.node(template).render(try request.fieldSelection()), budgetObject: template.accountID)
        case ("POST", []):
            try editTemplate(request, template)
            return GraphReply([
                "success": true, "id": .string(template.id), "name": .string(template.name),
                "category": .string(template.category.rawValue),
            ])
        case ("POST", ["unpause"]):
            guard template.status == .paused else {
                throw .invalidParameter("The template is not paused.")
            }
            sandbox.write { world, now in
                world.decide(template.id, status: .approved, reason: "NONE", at: now, rules: sandbox.rules)
            }
            return GraphReply(["success": true])
        default: throw unknownEdge(edge, of: template.id, request)
        }
    }

    private func editTemplate(_ request: GraphRequest, _ template: MessageTemplate) throws(GraphError) {
        guard [.approved, .rejected, .paused].contains(template.status) else {
            throw .template(
                100, "Message Template Cannot Be Edited",
                "Templates can be edited when they are approved, rejected or paused.", subcode: 2_593_004)
        }
        var edited = template
        if let category = request.text("category") {
            guard let category = TemplateCategory(rawValue: category.uppercased()) else {
                throw .invalidParameter("Param category must be one of {MARKETING, UTILITY, AUTHENTICATION}.")
            }
            guard template.status != .approved || category == template.category else {
                throw .invalidParameter("The category of an approved template cannot be changed.")
            }
            edited.category = category
        }
        if let components = request.json("components") {
            try TemplateRules.check(components, category: edited.category, format: edited.parameterFormat)
            edited.components = components
        }
        let now = sandbox.read { _, now in now }
        if template.status == .approved {
            let month = template.editedAt.filter { now.timeIntervalSince($0) < 30 * 86_400 }
            guard month.count < 10, !month.contains(where: { now.timeIntervalSince($0) < 86_400 }) else {
                throw .template(
                    100, "Message Template Edit Limit",
                    "Approved templates can be edited once a day and ten times in thirty days.", subcode: 2_593_003)
            }
        }
        edited.editedAt.append(now)
        edited.status = .pending
        let submitted = edited
        sandbox.write { world, now in world.submit(submitted, at: now, rules: sandbox.rules) }
    }
}
