import Testing

@testable import ManifestCompiler

@Suite("Generated files")
struct GenerationTests {
    @Test("the list of Swift files is fixed, and an empty topic is a header only")
    func files() throws {
        let files = generateSwift(try Snippet.manifest("models: { order: { fields: { code: STRING } } }"))
        #expect(files.map(\.path) == generatedSwiftFiles)
        #expect(
            files.first { $0.path == "Webhooks.swift" }?.contents == """
                // Generated from integration.yaml by `integration generate`. Do not edit.
                // Change the manifest and build, or run: swift package refresh-generated

                """)
    }

    @Test("the same manifest gives the same bytes, and a comment changes none")
    func deterministic() throws {
        let sections = """
            models: { order: { fields: { code: STRING, state: { type: STRING, options: [a, b, c, d] } } } }
            tools: { find: { description: Find, input: { a: STRING, b: 'INTEGER?' }, output: { c: STRING } } }
            """
        let first = generate(try Snippet.manifest(sections))
        #expect(generate(try Snippet.manifest(sections)) == first)
        #expect(generate(try Snippet.manifest("# A comment.\n" + sections)) == first)
    }

    @Test("no generated line is longer than 120 columns, but of the document that is held as it is")
    func width() throws {
        let long = String(repeating: "word ", count: 60)
        let files = generateSwift(
            try Snippet.manifest(
                """
                tools:
                  find_everything_that_there_is_in_the_whole_world:
                    description: \(long)
                    input:
                      a_rather_long_name_of_an_input: { type: STRING, max_length: 80, description: \(long) }
                      another_rather_long_name_of_an_input: { type: 'STRING?', format: phone, description: \(long) }
                models: { order: { description: \(long), fields: { code: { type: STRING, description: \(long) } } } }
                """))
        for file in files where !["OpenAPI.swift", "PlatformConfig.swift"].contains(file.path) {
            for line in file.contents.split(separator: "\n") { #expect(line.unicodeScalars.count <= 120, "\(line)") }
        }
    }

    @Test(
        "the documents that are served are held as they stand in their own files",
        arguments: [
            ("openapi.json", "OpenAPI.swift", "openAPIDocument"),
            ("platform-config.json", "PlatformConfig.swift", "platformConfiguration"),
        ])
    func servedDocuments(_ document: String, _ file: String, _ property: String) throws {
        let files = generate(try Snippet.manifest("models: { order: { fields: { code: STRING } } }"))
        let contents = try #require(files.first { $0.path == document }?.contents)
        let swift = try #require(files.first { $0.path == file }?.contents)
        #expect(swift.contains("    static let \(property): String? = #\"\"\"\n" + contents + "\"\"\"#\n"))
    }

    @Test("prose cannot break out of comments and literals")
    func prose() throws {
        let text = try Snippet.swift(
            "Models.swift",
            of: #"""
                models:
                  order:
                    description: "*/ `x` \"q\" \\ \\(1) \n# not a line"
                    fields: { code: STRING }
                """#)
        #expect(text.contains("/// */ `x` \"q\" \\ \\(1)\n/// # not a line\n"))
        #expect(text.contains(#"description: "*/ `x` \"q\" \\ \\(1) \n# not a line""#))
    }

    @Test("variables are typed, and secrets are secret")
    func environment() throws {
        let text = try Snippet.swift(
            "Environment.swift",
            of: """
                env:
                  provision:
                    APP_SECRET: { visibility: ENCRYPTED, required: true, description: The secret }
                    RETRIES: { type: INTEGER, default: 3, min: 1 }
                    PROXY_URL: { format: url }
                """)
        #expect(text.contains("let appSecret: Secret<String>\n"))
        #expect(text.contains("let retries: Int\n"))
        #expect(text.contains("let proxyURL: String?\n"))
        #expect(text.contains("let retries = reader.required(Self.retriesVariable, as: Int.self)\n"))
        #expect(text.contains("guard let appSecret, let retries, reader.isComplete else { throw reader.failure() }\n"))
        #expect(text.contains("defaultValue: \"3\", checks: [.minimum(1)]"))
    }

    @Test("how a request is verified is written down in full")
    func signature() throws {
        let text = try Snippet.swift(
            "Webhooks.swift",
            of: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED, required: true, description: Secret } } }
                webhooks:
                  mail:
                    body: FORM
                    signature: { style: HMAC_SHA256, from: form.sig, over: '{timestamp}{form.token}', timestamp: form.at,
                                 tolerance: 5m, nonce: form.token, secret: APP_SECRET }
                """)
        #expect(text.contains("over: [.timestamp, .value(.form(\"token\"))]"))
        #expect(text.contains("nonce: .form(\"token\")"))
        #expect(text.contains("keepsRequest: true"))
    }
}
