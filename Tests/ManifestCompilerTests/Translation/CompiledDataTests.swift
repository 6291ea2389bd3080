import ManifestCompiler
import Testing

/// What the Swift compiler says to handlers that use every kind of type, field and relationship, with the real
/// generated code and the real IntegrationKit.
@Suite("Data of every kind in handlers")
struct CompiledDataTests {
    private let sections = """
        types:
          created: { fields: { id: STRING, class: 'STRING?' } }
          failed: { open: true, nulls: KEEP, fields: { reason: 'STRING?' } }
          change: { one_of: { created: created, failed: failed, default: {}, unknown: created } }
          part: { one_of: { text: created, group: group } }
          group: { fields: { first: part, parts: [part] } }
          folder: { fields: { parent: 'folder?', children: [folder] } }
          everything:
            fields:
              start: { type: STRING, format: local_datetime, style: SPACE, default: '2026-03-01 09:30' }
              ends: { type: '[STRING]?', format: local_datetime, style: SPACE }
              day: { type: STRING, format: date_or_datetime, default: 2026-03-01 }
              moment: { type: STRING, format: date_or_datetime, default: '2026-03-01T09:30:00+02:00' }
              local: { type: STRING, format: date_or_datetime, default: '2026-03-01T09:30' }
              timezone: { type: STRING, format: timezone, default: UTC }
              file: { type: FILE, accept: [pdf], max_size: 1MB, accept_inline: true }
              scans: '[IMAGE]?'
              code: { type: STRING, coerce: [INTEGER, NUMBER, BOOLEAN], normalize: TRIM }
              site: { type: STRING, normalize: ORIGIN, allow_http: true }
              phone: { type: STRING, format: phone, normalize: E164 }
              price: { type: DECIMAL, min: 0.01, max: 10, default: 0.10 }
              prices: '[DECIMAL]?'
              rates: { type: { STRING: DECIMAL } }
              from: { type: DATE, min: 2020-01-01, default: 2026-03-01 }
              at: { type: TIME, min: '09:00', max: '17:00' }
              on: { type: DATETIME, min: '2020-01-01T00:00:00Z' }
              states: { type: { STRING: account.status } }
              counts: '{STRING: INTEGER}?'
              lists: { type: { STRING: [folder] } }
              literal: { type: STRING, options: [v1] }
        models:
          account:
            identity: [code]
            unique_together: [[status, plan]]
            fields:
              code: { type: STRING, normalize: LOWER }
              status: { type: STRING, options: { '+': { swift: plus }, UNKNOWN: {}, 2FA: {}, default: {} } }
              contract: FILE
              opened: { type: STRING, format: local_datetime, style: SPACE }
              balance: DECIMAL
              credit: { type: DECIMAL, default: 12.50, min: 0 }
              pin: { type: DECIMAL, visibility: ENCRYPTED }
              type: { type: STRING, options: [A, B] }
              token: { type: STRING, visibility: ENCRYPTED }
          plan: { per: APP_VERSION, fields: { name: STRING } }
          client: { scope: SHARED, title: '{{ name }}', fields: { name: STRING, number: { type: STRING, owner: APP } } }
        relationships:
          account_plan: { from: account.plan, to: plan.accounts, cardinality: MANY_TO_ONE, on_delete: NONE }
          parents: { from: account.children, to: account.parent, cardinality: ONE_TO_MANY, on_delete: SET_NULL }
          clients: { from: account.client, to: client.account, cardinality: ONE_TO_ONE, required: true }
          friends: { from: account.friends, to: account.friends_of, cardinality: MANY_TO_MANY }
        env:
          provision:
            LOG_LEVEL: { type: STRING, options: [debug, info], default: info, description: How much is said }
          install:
            REGION: { type: STRING, options: { eu-1: { label: Europe }, us: {} }, description: Where the data is }
            REGIONS: { type: '[STRING]', options: [eu-1, us], source: HOOK, description: Where copies of it are }
            HOOK: { type: STRING, options: [a, b], visibility: ENCRYPTED, required: true, description: Which of two }
        tools:
          record_all: { input: everything, output: change }
          read_all: { output: [part] }
          keep: { input: { fields: { account: account.id, folder: folder }, open: true }, output: { open: true, fields: { account: account } } }
        pages:
          accounts:
            path: /
            navigation: true
            context: { accounts: { model: account, mode: MANY, order: code } }
            blocks:
              - card: { title: 'In {{ env.REGION | default: "no region" }}', when: env.REGION != "eu-1" and env.LOG_LEVEL == "info" }
              - list:
                  from: accounts
                  item:
                    label: '{{ code }} {{ plan.name | default: "no plan" }} {{ opened | default: "never" }}'
                    description: '{{ parent.parent.code }}'
                    badge: '{% if balance < 12.50 %}{{ balance | plus: 0.1 | default: 0 }} of {{ credit | minus: 1 }}{% endif %}'
          account:
            path: /accounts/[id]
            context: { account: { model: account, mode: FIRST, where: { id: '{{ path.id }}' } } }
            blocks:
              - card:
                  fields:
                    - { show: account.contract, label: Contract }
                    - { show: account.opened, label: Opened }
                    - { show: account.balance, label: Balance }
                    - { show: account.credit, label: Credit }
                    - { show: account.plan.name, label: Plan }
                    - { show: account.client.name, label: Client }
              - list: { from: account.children, item: { label: '{{ code }} {{ plan.name }}' } }
        """

    private let handlers = """
        import FoundationEssentials
        import IntegrationKit

        extension Demo { typealias Services = NoServices }

        extension RecordAll: ToolHandler {
            static func call(_ input: Input, in context: Context) async throws -> Output {
                let level: Demo.Environment.Provision.LogLevel = context.environment.provision.logLevel
                let region: Demo.Environment.Install.Region? = context.environment.install.region
                let hook: Demo.Environment.Install.HookValue = context.environment.install.hook.expose()
                let copies = Demo.Environment.Install.Hook(regions: [.eu1])
                guard level == .debug, region?.label != "Europe", hook == .a, copies.regions != nil else {
                    throw ToolFailure.invalid("price", "Not here.")
                }
                let file: FileStream = try await input.file.open(in: context.session)
                let hour: Int = input.start.hour
                let total: Decimal = input.price * 3 + (input.prices ?? []).reduce(0, +) + (input.rates["a"] ?? .exact("0.1"))
                guard total > 0 else { throw ToolFailure.invalid("price", "Nothing to pay.") }
                let status: Account.Status? = input.states["a"]
                switch input.moment {
                case .date(let text): return .failed(.init(reason: text, rest: ["hour": .number(JSONNumber(hour))]))
                case .moment, .local: return status == .plus ? .default : .unknown_(.init(id: file.name))
                }
            }
        }

        extension ReadAll: ToolHandler {
            static func call(_ input: Input, in context: Context) async throws -> Output {
                [.group(.init(first: .text(.init(id: "1")), parts: [.unknown(tag: "new", [:])]))]
            }
        }

        extension Keep: ToolHandler {
            static func call(_ input: Input, in context: Context) async throws -> Output {
                let accounts = context.models.account
                let new = try await accounts.upsert(
                    .init(
                        code: "c", status: .plus, opened: LocalDateTime("2026-03-01T09:30"), balance: 12,
                        pin: Secret(.exact("0.5"))))
                let client = try await context.models.client.create(.init(number: "1", account: new.id))
                let same: Client? = try await accounts.client(of: new.id)
                let plan: Plan? = try await accounts.plan(of: new)
                let children: [Account] = try await accounts.children(of: new.id).all(order: .ascending(.code))
                let count = try await context.models.plan.accounts(of: plan?.id ?? Plan.ID("")).count()
                let owner: Account? = try await context.models.client.account(of: client)
                return Output(
                    account: .init(owner ?? new), rest: ["count": count.json, "children": children.count.json, "same": same?.id.json ?? .null])
            }
        }
        """

    @Test("compiles without a word", .timeLimit(.minutes(20)))
    func compiles() throws {
        let files = generateSwift(try Snippet.manifest(sections))
        let errors = try SwiftTypeCheck(module: "Demo").errors(
            in: files + [GeneratedFile(path: "Handlers.swift", contents: handlers)])
        #expect(errors == [])
    }
}
