import Cryptography
import HTTPTypes
package import Hummingbird
package import IntegrationKit

/// The pages that people see: the workplace's, sign-in, and the files that both need.
package func addPageRoutes<I: Integration>(to router: Router<AppRequestContext>, runtime: Runtime<I>) {
    let signIn = SignInRoutes(runtime: runtime)
    let workplace = WorkplaceRoutes(runtime: runtime)
    router.get("/static/:name") { request, context in
        try StaticRoute.answer(request, name: context.parameters.get("name") ?? "")
    }
    router.get("/login") { request, context in try await signIn.show(request, context) }
    router.post("/login") { request, context in try await signIn.signIn(request, context) }
    router.post("/logout") { request, context in try await signIn.signOut(request, context) }
    router.get("/") { request, _ in try await signIn.home(request) }
    let files = LinkedFileRoute(keeper: runtime.core.files)
    router.get("/files/:token/:name") { request, context in try await files.answer(request, context) }
    for path in ["/app/:workplace", "/app/:workplace/**"] as [RouterPath] {
        router.get(path) { request, context in try await workplace.get(request, context) }
        router.post(path) { request, context in try await workplace.post(request, context) }
    }
}

/// Stylesheet, script and icon.
enum StaticRoute {
    static func answer(_ request: Request, name: String) throws -> Response {
        guard let asset = StaticAsset.all.first(where: { $0.name == name }) else { throw HTTPProblem(.notFound) }
        let isPinned = RawQuery(request.uri.query ?? "")["v"] == asset.version
        var headers: HTTPFields = [
            .contentType: asset.contentType, .eTag: asset.entityTag,
            .cacheControl: isPinned ? "public, max-age=31536000, immutable" : "public, no-cache",
        ]
        if request.headers[.ifNoneMatch]?.contains(asset.entityTag) == true {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: .init(bytes: asset.bytes)))
    }
}

extension Response {
    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status, headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: .init(string: text)))
    }

    /// To another page, by `GET`.
    static func seeOther(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address, .cacheControl: "no-store"])
    }
}
