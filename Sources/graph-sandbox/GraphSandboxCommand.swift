import ArgumentParser

/// `graph-sandbox`: a local Graph API with a phone to talk to.
@main
struct GraphSandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "graph-sandbox",
        abstract: "A local Graph API with a phone to talk to.",
        discussion: """
            Stands in for graph.facebook.com and the login dialog while you develop: OAuth with a consent page, \
            businesses, WhatsApp numbers, sending, and signed webhooks. Open its address in a browser for the phone.

              META_APP_SECRET=sandbox-app-secret graph-sandbox serve --app-id 4470019287365510

            Then point your integration at the printed address, for the API and for the dialog.
            """,
        subcommands: [Serve.self])
}
