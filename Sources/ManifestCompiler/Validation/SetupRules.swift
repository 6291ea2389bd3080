extension DiagnosticCode {
    static let setupCodes = [setupCycle, agentCycle]

    static let setupCycle = DiagnosticCode("setup.cycle", "Setup steps require one another, so none can be the first.")
    static let agentCycle = DiagnosticCode("agent.cycle", "Agents are one another's parents.")
}

/// Setup steps can be done in some order, agents have a first parent, and both call tools that allow it.
struct SetupRules: ManifestRule {
    func check(_ input: RuleInput) -> [Diagnostic] {
        let manifest = input.manifest
        let steps = CircleSearch.circles(manifest.setup.handles) { manifest.setup[$0]?.requires ?? [] }
        let agents = CircleSearch.circles(manifest.agents.handles) { handle in
            manifest.agents[handle]?.parent.map { [$0] } ?? []
        }
        return steps.map { circle in
            Diagnostic(
                .setupCycle, "step `\(circle.edge.handle)` would have to be completed before itself",
                at: circle.edge.span, notes: [.init("the circle is \(circle.words)")])
        }
            + agents.map { circle in
                Diagnostic(
                    .agentCycle, "agent `\(circle.edge.handle)` would be its own parent", at: circle.edge.span,
                    notes: [.init("the circle is \(circle.words)")])
            } + triggers(manifest)
    }

    /// Agents and buttons call tools that allow it.
    private func triggers(_ manifest: Manifest) -> [Diagnostic] {
        let uses =
            manifest.setup.compactMap(\.action).map { ($0.tool, ToolDeclaration.Trigger.action) }
            + manifest.agents.flatMap(\.tools).map { ($0, ToolDeclaration.Trigger.agent) }
        return uses.compactMap { reference, trigger in
            guard let tool = manifest.tools[reference.handle], tool.knows("triggers"),
                !tool.effectiveTriggers.contains(trigger)
            else { return nil }
            return Diagnostic(
                .toolTrigger,
                "tool `\(tool.handle)` does not allow the trigger \(trigger.rawValue), which this needs",
                at: reference.span, notes: [.init("declared here", at: tool.span)])
        }
    }
}
