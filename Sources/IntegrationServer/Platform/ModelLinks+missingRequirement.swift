internal import IntegrationKit

extension ModelLinks {
    /// Why no instance can be created now, if something that the model requires is not there.
    func missingRequirement(
        of model: ModelDescriptor, in session: any PlatformSession
    ) async -> PlatformFailure? {
        guard !model.requirements.isEmpty else { return nil }
        do throws(PlatformFailure) {
            try await checkRequirements(of: model, in: session)
            return nil
        } catch {
            return error
        }
    }
}
