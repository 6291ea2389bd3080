/// What is exported for the platform and does less, or nothing, where the embedded runtime serves the integration.
func checkOperationSupport(_ manifest: Manifest) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    func warn(_ message: String, at span: SourceSpan) {
        diagnostics.append(Diagnostic(.runtimeUnsupported, message, at: span))
    }
    for schedule in manifest.schedules {
        warn("schedule `\(schedule.handle)` is for the platform: the embedded runtime keeps no times", at: schedule.span)
    }
    for operation in manifest.batchOperations {
        warn(
            "batch operation `\(operation.handle)` is for the platform: the embedded runtime does not run it",
            at: operation.span)
    }
    for sequencer in manifest.sequencers {
        warn(
            "sequencer `\(sequencer.handle)` is kept in memory by the embedded runtime, and forgets when it stops",
            at: sequencer.span)
    }
    for channel in manifest.channels {
        for (name, call) in [("voice", channel.voice), ("video", channel.video)] {
            guard let call else { continue }
            warn("`\(name)` is for the platform: the embedded runtime has no calls", at: call.span.lowerBound)
        }
    }
    for use in manifest.uses where use.service != .files {
        warn(
            "\(use.service.rawValue) is a service of the platform: in the embedded runtime its calls fail and say so",
            at: use.span)
    }
    return diagnostics
}
