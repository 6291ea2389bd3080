extension PlatformActions {
    /// A button with a text beside it.
    mutating func setting(_ setting: SettingRow, row: Int) -> JSONTree {
        var component = PlatformComponent("fieldsetting", id: "setting_\(row + 1)", row: row)
        component.set("label", liquid.template(setting.label))
        component.set("description", setting.description.map(liquid.template))
        component.set("button", action(setting.action))
        component.set("hidden", setting.condition.map(liquid.negation))
        return component.json
    }

    /// A list of tiles: the first column is what a row is called, the others stand below it.
    mutating func rows(of table: TableBlock) -> JSONTree {
        let tile = inside(table.from) { row in
            let values = table.columns.map { row.liquid.template("{{ \($0.path.text) }}") }
            var tile = ExportedObject()
            tile.set("label", values.first)
            tile.set("description", values.dropFirst().joined(separator: " · "))
            tile.set("href", table.link.map { row.config.address(of: $0, row.liquid) })
            tile.set("actions", list: row.actions(table.actions))
            return tile
        }
        var component = PlatformComponent("list", id: "rows", row: 0)
        component.set("iterable", liquid.template("{{ \(table.from.text) }}"))
        component.set("itemTemplate", ["component": "ActionTile", "span": 12, "props": tile.json])
        component.set("emptyMessage", table.empty.map { liquid.template($0.title) })
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
        header.set("title", mapper.heading.title.map(liquid.template))
        header.set("description", mapper.heading.description.map(liquid.template))
        object.set("x-header", header)
        object.set("x-hidden", mapper.heading.condition.map(liquid.negation))
        return object.json
    }
}
