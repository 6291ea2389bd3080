import GraphAPI
import IntegrationKit

extension CreateWhatsAppGroup: ToolHandler {
    static func call(_ input: Input, in context: Context) async throws -> Output {
        let group = NewWhatsAppGroup(
            subject: input.subject, description: input.description, joinApproval: input.joinApproval.graphValue)
        try group.checkLimits()
        let numberID = try await context.ownNumber(input.phoneNumberID)
        let number = try await context.models.whatsAppPhoneNumber.first(where: .equal(.phoneNumberID, numberID))
        let request = try await context.graph.call(isSend: true) { client, token throws(GraphFailure) in
            try await client.createGroup(group, of: numberID, with: token)
        }
        // WhatsApp may have told of the finished group already: only what was asked for is written.
        var values: JSONObject = [
            "reference": .string(request), "phone_number_id": .string(numberID), "subject": .string(group.subject),
            "join_approval": .string(input.joinApproval.rawValue),
        ]
        values["phone"] = number?.phone.json
        values["description"] = input.description?.json
        let record = try await context.session.write(.upsert(values), to: WhatsAppGroup.descriptor, as: .app)
        let id = WhatsAppGroup.ID(record.id)
        if let name = input.name {
            // The friendly name is the workplace's: only a form of theirs may write it.
            try await context.workplaceWriter?.write(.init(name: name), to: id, of: WhatsAppGroup.self)
        }
        return Output(id: id, requestID: request)
    }
}
