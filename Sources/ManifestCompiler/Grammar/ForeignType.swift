/// A type as databases and other languages call it, and what this language has for it.
enum ForeignType {
    /// One of ours by another name; the help says what else is written then.
    case scalar(ScalarType, help: String? = nil)
    /// Ours is written in another way.
    case written(help: String)

    /// The meaning of a name, whatever its case; `nil` if it is nothing that people are known to write.
    init?(_ name: String) {
        let name = name.lowercased()
        if let scalar = ScalarType.allCases.first(where: { $0.rawValue.lowercased() == name }) ?? Self.scalars[name] {
            self = .scalar(scalar)
        } else if Self.choices.contains(name) {
            self = .scalar(.string, help: "what it may be is said beside it: `options: [one, two]`")
        } else if let format = ValueFormat(rawValue: name) ?? Self.formats[name] {
            self = .written(help: "it is a form that text has: `type: STRING, format: \(format.rawValue)`")
        } else if let help = Self.otherwise[name] {
            self = .written(help: help)
        } else {
            return nil
        }
    }

    private static let scalars: [String: ScalarType] = [
        "text": .string, "str": .string, "varchar": .string, "char": .string, "longtext": .longString,
        "markdown": .longString, "int": .integer, "int32": .integer, "int64": .integer, "long": .integer,
        "bigint": .integer, "float": .number, "double": .number, "real": .number, "numeric": .decimal,
        "money": .decimal, "bool": .boolean, "timestamp": .datetime, "timestamptz": .datetime, "date_time": .datetime,
        "instant": .datetime, "json": .object, "jsonb": .object, "any": .object, "attachment": .file, "blob": .file,
        "picture": .image, "photo": .image,
    ]

    private static let choices: Set = ["enum", "select", "choice", "options", "picklist"]

    private static let formats: [String: ValueFormat] = [
        "uri": .url, "link": .url, "guid": .uuid, "telephone": .phone, "phone_number": .phone, "mail": .email,
        "email_address": .email, "locale": .language, "colour": .color, "domain": .hostname,
    ]

    private static let otherwise: [String: String] = {
        let link = "models are linked under `relationships`; the type of another's id is `model.id`"
        let list = "a list of T is written [T]"
        let map = "a map to T is written { STRING: T }"
        return [
            "relation": link, "relationship": link, "reference": link, "ref": link, "foreign_key": link,
            "belongs_to": link, "has_many": link, "many_to_one": link, "one_to_many": link, "lookup": link,
            "list": list, "array": list, "set": list, "map": map, "dict": map, "dictionary": map,
            "secret": "it is a text that is kept encrypted: `type: STRING, visibility: ENCRYPTED`",
            "password": "it is a text that is kept encrypted: `type: STRING, visibility: ENCRYPTED`",
            "id": "every model has an `id` of its own; the type of another's is `model.id`",
        ]
    }()
}
