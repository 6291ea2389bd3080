internal import Hummingbird
internal import IntegrationKit

/// Every address at which the platform calls. What is not here is answered 404.
///
/// - Throws: ``InvalidToolListing`` for a tool that agents could not use.
func addPlatformDoors<I: Integration>(to router: Router<AppRequestContext>, _ linked: LinkedRuntime<I>) throws {
    let tools = PlatformTools(linked: linked)
    try MCPDoor(linked: linked, tools: tools).add(to: router)
    BatchDoor(linked: linked, tools: tools).add(to: router)
    LifecycleDoors(linked: linked).add(to: router)
    WebhookDoor(linked: linked).add(to: router)
    BatchOperationDoor(linked: linked).add(to: router)
    InformationDoors(linked: linked).add(to: router)
}
