extension GenerationContext {
    /// `Types.swift`: the author's records, and those of the language's contracts that the tools use.
    func translateTypes() -> SwiftFile {
        let contracts = manifest.contracts.filter { record in
            usage.inputs.contains(record.handle) || usage.outputs.contains(record.handle)
        }
        let records = manifest.types.map(\.self) + contracts
        var declarations = records.flatMap { record in
            record.isUnion ? translateUnion(record) : translateRecord(blueprint(of: record))
        }
        for model in manifest.models where usage.readableModels.contains(model.handle) {
            declarations += translateReadableForm(of: model)
        }
        return file(declarations)
    }

    private func blueprint(of record: RecordDeclaration) -> RecordBlueprint {
        let path = record.isPredeclared ? record.handle : "types.\(record.handle)"
        let remark = record.isPredeclared ? " (a contract of the manifest language)" : ""
        return RecordBlueprint(
            documentation: Self.documentation(of: record, path: path, remarks: remark),
            name: names.record(record.handle),
            conformance: usage.wholeOutputs.contains(record.handle) ? "ObjectOutput" : "JSONConvertible",
            fields: record.fields.map(blueprint), path: "\(path).fields",
            isStrict: usage.inputs.contains(record.handle), isOpen: record.isOpen, keepsNulls: record.keepsNulls)
    }

    /// What a model is where its handle is used as a type: everything but the encrypted fields.
    private func translateReadableForm(of model: ModelDeclaration) -> [SwiftDeclaration] {
        let name = names.model(model.handle)
        let fields = model.readableFields.map { field in
            var copy = field
            copy.requirement = field.isAlwaysPresent || model.isIdentity(field) ? .required : .optional
            copy.defaultValue = nil
            var blueprint = blueprint(of: copy)
            if blueprint.declaresEnum { blueprint = blueprint.using(enumOf: name) }
            return blueprint
        }
        let record = RecordBlueprint(
            documentation: ["The instance as tools give it to their callers: without encrypted fields."],
            name: "Readable", conformance: "ObjectOutput", fields: fields, path: "models.\(model.handle).fields",
            isStrict: false, keepsNulls: false)
        let nested = translateNestedRecord(record, in: name)
        let initializer = SwiftFunction(
            name: "init", parameters: [.init(label: "_", name: "instance", type: name)],
            body: fields.map { field in
                .assignment(.member(.code("self"), field.name), .member(.code("instance"), field.name))
            })
        let outer = SwiftTypeDeclaration(keyword: .extension, name: name, members: [nested.member])
        let conversion = SwiftTypeDeclaration(
            keyword: .extension, name: "\(name).Readable", members: [.function(initializer)])
        return [.type(outer), nested.extension, .type(conversion)]
    }

    /// A generated file with the header that every one has.
    func file(_ declarations: [SwiftDeclaration], importing modules: [String] = []) -> SwiftFile {
        var imports = (modules + (declarations.isEmpty ? [] : ["IntegrationKit"])).sorted().map(SwiftImport.module)
        if declarations.contains(where: \.namesFoundationType) { imports.append(.foundationEssentials) }
        return SwiftFile(
            header: [
                "Generated from \(manifestName) by `integration generate`. Do not edit.",
                "Change the manifest and build, or run: swift package refresh-generated",
            ], imports: imports, declarations: declarations)
    }
}

extension FieldBlueprint {
    /// The same field where its enum is the one of the model `name`.
    func using(enumOf name: String) -> FieldBlueprint {
        let optionsEnum = optionsEnum.map { "\(name).\($0)" }
        return FieldBlueprint(
            field: field, source: source, name: self.name, wireName: wireName,
            valueType: optionsEnum.map { isList ? "[\($0)]" : $0 } ?? valueType, isOptional: isOptional,
            optionsEnum: optionsEnum, declaresEnum: false)
    }
}

extension SwiftDeclaration {
    /// Whether `Date` or `Decimal` is named in the types of the declaration's members.
    fileprivate var namesFoundationType: Bool {
        switch self {
        case .type(let type): type.members.contains(where: \.namesFoundationType)
        case .property(let property): property.type.map(Self.namesFoundationType) ?? false
        case .function(let function): function.parameters.contains { Self.namesFoundationType($0.type) }
        case .enumCase, .alias: false
        }
    }

    private static func namesFoundationType(_ type: String) -> Bool {
        // What separates names in a type is ASCII.
        type.utf8.split { "[]<>?:., ".utf8.contains($0) }.contains {
            $0.elementsEqual("Date".utf8) || $0.elementsEqual("Decimal".utf8)
        }
    }
}
