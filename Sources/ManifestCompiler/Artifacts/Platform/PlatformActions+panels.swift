extension PlatformActions {
    /// A button with a text beside it.
    mutating func setting(_ setting: SettingRow, row: Int) -> JSONTree {
        var component = PlatformComponent("fieldsetting", id: "setting_\(row + 1)", row: row)
        component.set("label", LiquidExport.template(setting.label))
        component.set("description", setting.description.map(LiquidExport.template))
        component.set("button", action(setting.action))
        component.set("hidden", setting.condition.map(LiquidExport.negation))
        return component.json
    }

    /// A list of tiles: the first column is what a row is called, the others stand below it.
    mutating func rows(of table: TableBlock) -> JSONTree {
        func value(_ column: DisplayedValue) -> String { LiquidExport.template("{{ \(column.path.text) }}") }
        var tile = ExportedObject()
        tile.set("label", table.columns.first.map(value))
        tile.set("description", table.columns.dropFirst().map(value).joined(separator: " · "))
        tile.set("href", table.link.map(config.address))
        tile.set("actions", list: actions(table.actions))
        var component = PlatformComponent("list", id: "rows", row: 0)
        component.set("iterable", LiquidExport.template("{{ \(table.from.text) }}"))
        component.set("itemTemplate", ["component": "ActionTile", "span": 12, "props": tile.json])
        component.set("emptyMessage", table.empty.map { LiquidExport.template($0.title) })
        return component.json
    }

    func component(_ panel: PanelBlock) -> JSONTree {
        var component = PlatformComponent(Self.name(of: panel.kind), id: "panel", row: 0)
        component.set(
            "operation", panel.operation.map { config.manifest.batchOperations[$0.handle]?.wireName ?? $0.handle })
        component.set("entity", panel.entity.map(config.entityName))
        component.set(
            "items", list: panel.events.map { ["type": .string(config.manifest.events[$0.handle]?.wireName ?? $0.handle)] })
        component.set("workflow", panel.workflow.map { config.manifest.workflows[$0.handle]?.wireName ?? $0.handle })
        component.set("label", panel.label)
        component.set("icon", panel.icon)
        return component.json
    }

    private static func name(of kind: PanelBlock.Kind) -> String {
        switch kind {
        case .installSetup: "InstallSetupPanel"
        case .batchOperation: "BatchOperationPanel"
        case .entityMap: "EntityCrmMapStatus"
        case .eventWiring: "EventWiringPanel"
        case .crmStatus: "CrmSetupStatusBanner"
        }
    }

    func mapper(_ mapper: ModelMapperBlock) -> JSONTree {
        var object = ExportedObject()
        object.set("type", "model_mapper")
        object.set("model", config.manifest.models[mapper.model.handle]?.wireName ?? mapper.model.handle)
        var header = ExportedObject()
        header.set("title", mapper.heading.title.map(LiquidExport.template))
        header.set("description", mapper.heading.description.map(LiquidExport.template))
        object.set("header", header)
        object.set("hidden", mapper.heading.condition.map(LiquidExport.negation))
        return object.json
    }
}
