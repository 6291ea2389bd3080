import Cryptography

extension Sandbox {
    /// Somebody opens a group's invite link.
    func join(_ person: Person, group id: String) throws(World.JoinProblem) {
        let requestID = Self.newJoinRequestID(person.waID)
        let result = write { world, now in
            Result { () throws(World.JoinProblem) in
                try world.join(person.waID, group: id, requestID: requestID, at: now, rules: rules)
            }
        }
        try result.get()
    }

    /// An id of a group: base64 of what Meta itself would not explain.
    static func newGroupID(number: String) -> String {
        groupIDPrefix + Base64URL.encode(Array("\(number):\(newObjectID())".utf8)) + "ZD"
    }

    /// How the id of every group begins: base64 of `capi_group:`.
    static let groupIDPrefix = "Y2FwaV9ncm91cDo"

    static func newJoinRequestID(_ waID: String) -> String { Base64URL.encode(Array("\(waID):\(newObjectID())".utf8)) }

    /// The end of an invite link: 22 letters and digits.
    static func newInviteCode() -> String {
        String(Base64URL.encode(SecureRandom.bytes(64)).filter { $0 != "-" && $0 != "_" }.prefix(22))
    }
}
