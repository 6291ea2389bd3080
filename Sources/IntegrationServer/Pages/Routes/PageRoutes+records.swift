import HTTPTypes
import Hummingbird
import IntegrationKit

extension PageRoutes {
    /// Fields of a record were edited.
    ///
    /// - Parameter place: `model/id`, as the page's form has it.
    /// - Throws: 403 naming the field when one is sent that the page does not let people edit, 409 when the page no
    ///   longer shows the record.
    func edit(_ place: String, _ page: Open, _ visit: Visit, _ sent: SentForm) async throws -> Response {
        let found = page.content.blocks.lazy.compactMap { block -> RecordBlock? in
            guard case .record(let record) = block, let id = record.id, "\(record.model)/\(id)" == place else {
                return nil
            }
            return record
        }.first
        guard let block = found, let id = block.id, let model = I.models.first(where: { $0.handle == block.model })
        else {
            throw Self.gone
        }
        let inputs = block.fields.compactMap(\.input)
        // `_field` is there because a browser sends nothing for a switch that is off.
        let names = sent.names + (sent["_field"].map { sent.names.contains($0) ? [] : [$0] } ?? [])
        for name in names where !inputs.contains(where: { $0.name == name }) {
            throw Self.refusal(of: name, in: model)
        }
        let fields = inputs.filter { names.contains($0.name) }
        guard let first = fields.first else { throw HTTPProblem(.badRequest, "The form names no field.") }
        var reading = FormReader(clock: WorkplaceClock(visit.workplace, now: runtime.now)).read(fields, sent)
        if reading.isValid {
            var values = reading.values
            for name in reading.cleared { values[name] = .null }
            do {
                let session = runtime.session(for: visit.installation)
                _ = try await session.write(.update(id: id, values), to: model, as: .workplace)
                try await session.finish()
                let what = fields.map(\.label).joined(separator: ", ")
                return pages.redirect(visit.address.plain.text, Flash(.success, title: "Saved", text: what))
            } catch {
                if case .notOwner(_, let field, _) = error { throw Self.refusal(of: field, in: model) }
                reading.input.place(ToolFailure(error), among: fields)
            }
        }
        let shown = fields.first { reading.input.errors[$0.name] != nil } ?? first
        return try await draw(
            page, visit, state: .edit(field: shown.name, reading.input), status: .unprocessableContent,
            formKey: sent.key)
    }

    private static func refusal(of name: String, in model: ModelDescriptor) -> HTTPProblem {
        let shown = String(name.prefix(100))
        guard let field = model.field(name) else {
            return HTTPProblem(
                .forbidden, title: "'\(shown)' cannot be edited here", "\(model.label) has no field of this name.")
        }
        let reason =
            field.owner.admits(.workplace)
            ? "This page only shows it."
            : "\(field.label) belongs to \(I.descriptor.name): it comes from there and is refreshed by it."
        return HTTPProblem(.forbidden, title: "'\(shown)' cannot be edited here", reason)
    }
}
