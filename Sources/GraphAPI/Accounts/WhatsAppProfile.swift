public import IntegrationKit

/// What a number shows of its business (Meta, "Business profiles"). In a change nil leaves what is there.
public struct WhatsAppProfile: Hashable, Sendable {
    public var about: String?
    public var address: String?
    public var description: String?
    public var email: String?
    public var websites: [String]?
    /// Meta's word for the trade: `RETAIL`.
    public var vertical: String?
    /// Where its picture is; read only.
    public let pictureURL: String?

    public init(
        about: String? = nil, address: String? = nil, description: String? = nil, email: String? = nil,
        websites: [String]? = nil, vertical: String? = nil
    ) {
        self.about = about
        self.address = address
        self.description = description
        self.email = email
        self.websites = websites
        self.vertical = vertical
        pictureURL = nil
    }

    init(_ json: JSON) {
        about = json["about"]?.filledText
        address = json["address"]?.filledText
        description = json["description"]?.filledText
        email = json["email"]?.filledText
        websites = json["websites"]?.arrayValue?.compactMap(\.stringValue)
        vertical = json["vertical"]?.filledText
        pictureURL = json["profile_picture_url"]?.filledText
    }

    static let fields = "about,address,description,email,profile_picture_url,websites,vertical"

    /// Whether Meta takes it as far as its form goes, before it is asked.
    ///
    /// - Throws: every field that is beyond a limit.
    public func checkLimits() throws(InvalidValue) {
        var limits = MessageLimits()
        if about != nil { limits.length(of: about, "about", atMost: 139) }
        limits.length(of: address, "address", atMost: 256, required: false)
        limits.length(of: description, "description", atMost: 512, required: false)
        limits.length(of: email, "email", atMost: 128, required: false)
        if let email, !email.isEmpty, !email.contains("@") { limits.add("email", "must be an e-mail address") }
        if let websites {
            limits.count(websites.count, "websites", 0...2, "addresses")
            for (index, site) in websites.enumerated() { limits.webAddress(site, "websites[\(index)]", atMost: 256) }
        }
        try limits.check()
    }

    var json: JSON {
        var change: JSONObject = ["messaging_product": "whatsapp"]
        for (key, value) in [
            ("about", about), ("address", address), ("description", description), ("email", email), ("vertical", vertical),
        ] { change[key] = value?.json }
        change["websites"] = websites.map { .array($0.map(JSON.string)) }
        return .object(change)
    }
}

extension GraphClient {
    public func profile(of phoneNumberID: String, with token: GraphToken) async throws(GraphFailure) -> WhatsAppProfile {
        let answer = try await get(
            "\(node(phoneNumberID))/whatsapp_business_profile", [(name: "fields", value: WhatsAppProfile.fields)], with: token)
        guard let profile = answer["data"]?.arrayValue?.first else {
            throw .unreadable(status: 200, reason: "a profile without data")
        }
        return WhatsAppProfile(profile)
    }

    /// Changes what has a value in `profile`, and nothing else.
    public func change(
        _ profile: WhatsAppProfile, of phoneNumberID: String, with token: GraphToken
    ) async throws(GraphFailure) {
        try confirm(await post("\(node(phoneNumberID))/whatsapp_business_profile", json: profile.json, with: token))
    }
}
