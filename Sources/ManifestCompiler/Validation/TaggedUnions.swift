/// Each case of a union is told by its tag, and nothing else is under that key.
struct TaggedUnions: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for union in input.manifest.types where union.isUnion {
            if let span = union.discriminatorSpan, !WireNames.isWritable(union.discriminator) {
                found.append(
                    Diagnostic(.wireInvalid, "a key is a text without control characters, and not empty", at: span))
            }
            for entry in union.cases {
                guard let payload = entry.payload, let record = input.manifest.record(payload.handle) else { continue }
                if record.isUnion {
                    found.append(
                        Diagnostic(
                            .typeNotHere, "a case has the fields of a record, and `\(record.handle)` is a union",
                            at: payload.span, help: ["use a record with a field of type \(record.handle)"]))
                }
                guard union.knows("discriminator") else { continue }
                for field in record.fields where field.wireName == union.discriminator && field.knows("wire") {
                    found.append(
                        Diagnostic(
                            .unionDiscriminator,
                            "`\(record.handle)` has a field `\(field.wireName)`, which says the case of "
                                + "`\(union.handle)`",
                            at: payload.span,
                            notes: record.isPredeclared ? [] : [.init("the field is declared here", at: field.span)],
                            help: ["name another key with `discriminator`, or give the field a `wire`"]))
                }
            }
        }
        return found
    }
}
