// Made from Tests/ManifestCompilerTests/Fixtures by the tests (RECORD_FIXTURES=1). Do not edit.

extension Explanation {
    /// By code: the fixture `invalid/CODE/example`, and `mended/CODE`.
    static let examples: [String: Example] = [
        "accept.invalid": Example(
            wrong: """
                models: { visit: { fields: { letter: { type: FILE, accept: [.PDF] } } } }
                """,
            right: """
                models: { visit: { fields: { letter: { type: FILE, accept: [pdf] } } } }
                """),
        "acceptance.idle": Example(
            wrong: """
                pages:
                  home: { path: /, navigation: true, accept: [page.unlinked], blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                """),
        "acceptance.unknown": Example(
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, accept: [page.unlinkd], blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, accept: [page.unlinked], blocks: [] }
                """),
        "action.effect": Example(
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open }] } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, url: 'https://a.example' }] } }] } }
                """),
        "agent.cycle": Example(
            wrong: """
                agents:
                  desk: { system: You greet people., parent: booking }
                  booking: { system: You book., parent: desk }
                """,
            right: """
                agents:
                  desk: { system: You greet people., parent: platform/composer }
                  booking: { system: You book., parent: desk }
                """),
        "batch.cascade": Example(
            wrong: """
                entities: { visit: { fields: { number: STRING } }, room: { fields: { name: STRING } } }
                batch_operations:
                  import: { entity: visit, cascade: [{ entity: room, wave: SETUP }, { entity: room }] }
                """,
            right: """
                entities: { visit: { fields: { number: STRING } }, room: { fields: { name: STRING } } }
                batch_operations:
                  import: { entity: visit, cascade: [{ entity: room, wave: SETUP }] }
                """),
        "capability.prefix": Example(
            wrong: """
                setup:
                  connect: { kind: APP, label: Connect, grants: [agency] }
                  import: { kind: APP, label: Import, grants: [agency.imported] }
                """,
            right: """
                setup:
                  connect: { kind: APP, label: Connect, grants: [agency.connected] }
                  import: { kind: APP, label: Import, grants: [agency.imported] }
                """),
        "channel.contract": Example(
            wrong: """
                tools: { send: { input: { text: STRING } } }
                channels:
                  chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { send: send } } }
                """,
            right: """
                tools: { send: { input: message.send, output: message.sent } }
                channels:
                  chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { send: send } } }
                """),
        "channel.field": Example(
            wrong: """
                tools: { send: { input: message.send, output: message.sent } }
                channels:
                  chat:
                    identifier: { field: phone, type: STRING }
                    fields: { phone: STRING }
                    capabilities: { messaging: { send: send } }
                """,
            right: """
                tools: { send: { input: message.send, output: message.sent } }
                channels:
                  chat:
                    identifier: { field: phone, type: STRING }
                    capabilities: { messaging: { send: send } }
                """),
        "choose.incomplete": Example(
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: { choose: account.status, of: { OPEN: Open } } } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: { choose: account.status, of: { OPEN: Open }, else: Shut } } }]
                """),
        "connection.accounts": Example(
            wrong: """
                env:
                  provision: { CLIENT_ID: STRING, CLIENT_SECRET: { visibility: ENCRYPTED } }
                outgoing_domains: [clinic.example]
                models:
                  account: { identity: number, fields: { number: STRING, access_token: { type: STRING, visibility: ENCRYPTED } } }
                connections:
                  clinic:
                    kind: OAUTH2
                    authorize_url: https://clinic.example/authorize
                    token_url: https://clinic.example/token
                    client_id: CLIENT_ID
                    client_secret: CLIENT_SECRET
                    multiple: true
                """,
            right: """
                env:
                  provision: { CLIENT_ID: STRING, CLIENT_SECRET: { visibility: ENCRYPTED } }
                outgoing_domains: [clinic.example]
                models:
                  account: { identity: number, fields: { number: STRING, access_token: { type: STRING, visibility: ENCRYPTED } } }
                connections:
                  clinic:
                    kind: OAUTH2
                    authorize_url: https://clinic.example/authorize
                    token_url: https://clinic.example/token
                    client_id: CLIENT_ID
                    client_secret: CLIENT_SECRET
                    multiple: true
                    store_in: account
                """),
        "connection.secret": Example(
            wrong: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_PLAIN: STRING }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_PLAIN
                    store: { access_token: ACCESS_TOKEN }
                """,
            right: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_PLAIN: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_PLAIN
                    store: { access_token: ACCESS_TOKEN }
                """),
        "connection.store": Example(
            wrong: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED }, EXPIRES: STRING }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN, expires_at: EXPIRES }
                """,
            right: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED }, EXPIRES: DATETIME }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN, expires_at: EXPIRES }
                """),
        "constraint.range": Example(
            wrong: """
                models: { visit: { fields: { guests: { type: INTEGER, min: 9, max: 1 } } } }
                """,
            right: """
                models: { visit: { fields: { guests: { type: INTEGER, min: 1, max: 9 } } } }
                """),
        "constraint.type": Example(
            wrong: """
                models: { visit: { fields: { guests: { type: INTEGER, max_length: 2 } } } }
                """,
            right: """
                models: { visit: { fields: { guests: { type: INTEGER, max: 99 } } } }
                """),
        "context.first": Example(
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { last: { model: visit, mode: FIRST } }, blocks: [] }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { last: { model: visit, mode: FIRST, order: -created_at } }
                    blocks: []
                """),
        "context.mode": Example(
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit } }, blocks: [] }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit, mode: MANY } }, blocks: [] }
                """),
        "context.reserved": Example(
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { form: { model: visit, mode: MANY } }, blocks: [] }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, context: { visits: { model: visit, mode: MANY } }, blocks: [] }
                """),
        "context.tool": Example(
            wrong: """
                tools: { list: { output: [STRING] } }
                pages:
                  home: { path: /, navigation: true, context: { all: { tool: list } }, blocks: [] }
                """,
            right: """
                tools: { list: { annotations: { read_only: true }, output: [STRING] } }
                pages:
                  home: { path: /, navigation: true, context: { all: { tool: list } }, blocks: [] }
                """),
        "contract.extension": Example(
            wrong: """
                tools: { send: { input: { extends: message.send, fields: { campaign: STRING } }, output: message.sent } }
                """,
            right: """
                tools: { send: { input: { extends: message.send, fields: { campaign: 'STRING?' } }, output: message.sent } }
                """),
        "default.forbidden": Example(
            wrong: """
                env:
                  provision:
                    API_KEY: { visibility: ENCRYPTED, default: abc }
                """,
            right: """
                env:
                  provision:
                    API_KEY: { visibility: ENCRYPTED }
                """),
        "default.type": Example(
            wrong: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE], default: OPNE } } } }
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE], default: OPEN } } } }
                """),
        "definition.unknown": Example(
            wrong: """
                models: { visit: { fields: { phone: { type: STRING, definition: phoone } } } }
                """,
            right: """
                models: { visit: { fields: { phone: { type: STRING, definition: phone } } } }
                """),
        "domain.invalid": Example(
            wrong: """
                outgoing_domains: ['https://graph.facebook.com/v1']
                """,
            right: """
                outgoing_domains: [graph.facebook.com]
                """),
        "domain.missing": Example(
            wrong: """
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """,
            right: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """),
        "env.description": Example(
            wrong: """
                env: { provision: { REGION: { required: true } } }
                """,
            right: """
                env: { provision: { REGION: { required: true, description: 'Where the servers are' } } }
                """),
        "env.scope": Example(
            wrong: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: APP_SECRET }
                """,
            right: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """),
        "env.visibility": Example(
            wrong: """
                env: { provision: { APP_SECRET: STRING } }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                """),
        "event.prefix": Example(
            wrong: """
                events:
                  visit: { label: Visit, payload: { number: STRING } }
                  visit.created: { label: Visit created, payload: { number: STRING } }
                """,
            right: """
                events:
                  visit.changed: { label: Visit changed, payload: { number: STRING } }
                  visit.created: { label: Visit created, payload: { number: STRING } }
                """),
        "field.encrypted": Example(
            wrong: """
                models: { account: { singleton: true, fields: { note: { type: STRING, visibility: ENCRYPTED }, number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [note] } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { note: { type: STRING, visibility: ENCRYPTED }, number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number] } }]
                """),
        "field.implicit": Example(
            wrong: """
                models: { visit: { fields: { id: STRING } } }
                """,
            right: """
                models: { visit: { fields: { external_id: STRING } } }
                """),
        "field.secret_name": Example(
            wrong: """
                models: { account: { fields: { access_token: STRING } } }
                """,
            right: """
                models: { account: { fields: { access_token: { type: STRING, visibility: ENCRYPTED } } } }
                """),
        "file.forbidden": Example(
            wrong: """
                include: [../other/pages.yaml]
                """,
            right: """
                description: All in one file.
                """),
        "file.missing": Example(
            wrong: """
                include: [pages.yaml]
                """,
            right: """
                description: All in one file.
                """),
        "form.component": Example(
            wrong: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [{ input: name, as: number }] } }]
                """,
            right: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [{ input: name, as: textarea }] } }]
                """),
        "form.input_hidden": Example(
            wrong: """
                tools: { add: { input: { name: STRING, more: BOOLEAN } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [more, { input: name, visible: form.more == true }] } }]
                """,
            right: """
                tools: { add: { input: { name: STRING, more: BOOLEAN } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    blocks: [{ form: { submit: { tool: add }, fields: [more, name] } }]
                """),
        "form.input_missing": Example(
            wrong: """
                tools: { add: { input: { number: STRING, name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [name] } }] }
                """,
            right: """
                tools: { add: { input: { number: STRING, name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [number, name] } }] }
                """),
        "form.input_optional": Example(
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { actions: [{ label: Add, tool: add, with: { name: '{{ account.name }}' } }] } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                tools: { add: { input: { name: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { actions: [{ label: Add, tool: add, with: { name: '{{ account.name | default: "–" }}' } }] } }]
                """),
        "form.input_twice": Example(
            wrong: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add, with: { name: A } }, fields: [name] } }] }
                """,
            right: """
                tools: { add: { input: { name: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add }, fields: [name] } }] }
                """),
        "format.type": Example(
            wrong: """
                models: { visit: { fields: { phone: { type: INTEGER, format: phone } } } }
                """,
            right: """
                models: { visit: { fields: { phone: { type: STRING, format: phone } } } }
                """),
        "handle.invalid": Example(
            wrong: """
                models:
                  PhoneNumber: { fields: { displayName: STRING } }
                """,
            right: """
                models:
                  phone_number: { fields: { display_name: STRING } }
                """),
        "handle.reserved": Example(
            wrong: """
                models:
                  message: { fields: { text: STRING } }
                """,
            right: """
                models:
                  note: { fields: { text: STRING } }
                """),
        "handle.taken": Example(
            wrong: """
                types: { number: { fields: { a: STRING } } }
                models: { number: { fields: { a: STRING } } }
                """,
            right: """
                types: { listed_number: { fields: { a: STRING } } }
                models: { number: { fields: { a: STRING } } }
                tools: { list: { output: [listed_number] } }
                """),
        "hook.idle": Example(
            wrong: """
                hooks: { oauth_callback: {} }
                """,
            right: """
                hooks: { provision: {} }
                """),
        "icon.unknown": Example(
            wrong: """
                pages: { home: { path: /, icon: hoome, navigation: true, blocks: [] } }
                """,
            right: """
                pages: { home: { path: /, icon: house, navigation: true, blocks: [] } }
                """),
        "identity.field": Example(
            wrong: """
                models: { visit: { identity: note, fields: { note: { type: STRING, owner: WORKPLACE } } } }
                """,
            right: """
                models: { visit: { identity: number, fields: { number: STRING, note: { type: STRING, owner: WORKPLACE } } } }
                """),
        "identity.mutable": Example(
            wrong: """
                models:
                  visit: { identity: number, fields: { number: { type: STRING, agent: { mutability: ALWAYS } } } }
                """,
            right: """
                models:
                  visit: { identity: number, fields: { number: { type: STRING, agent: { mutability: IMMUTABLE } } } }
                """),
        "identity.singleton": Example(
            wrong: """
                models: { account: { singleton: true, identity: number, fields: { number: STRING } } }
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                """),
        "include.key": Example(
            wrong: """
                include: [models.yaml]
                # models.yaml
                version: 1.0.0
                models: { patient: { fields: { number: STRING } } }
                """,
            right: """
                include: [models.yaml]
                # models.yaml
                models: { patient: { fields: { number: STRING } } }
                """),
        "key.conflict": Example(
            wrong: """
                types:
                  event: { fields: { a: STRING }, one_of: { a: {} } }
                tools: { look: { output: event } }
                """,
            right: """
                types:
                  event: { fields: { a: STRING } }
                tools: { look: { output: event } }
                """),
        "key.duplicate": Example(
            wrong: """
                models:
                  patient: { fields: { number: STRING } }
                  patient: { fields: { name: STRING } }
                """,
            right: """
                models:
                  patient: { fields: { number: STRING, name: STRING } }
                """),
        "key.misplaced": Example(
            wrong: """
                tools:
                  look: { input: { number: { type: STRING, required: true } } }
                """,
            right: """
                tools:
                  look: { input: { number: STRING } }
                """),
        "key.missing": Example(
            wrong: """
                pages:
                  home: { navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                """),
        "key.not_text": Example(
            wrong: """
                x-map: { [a, b]: 1 }
                """,
            right: """
                x-map: { a: 1, b: 1 }
                """),
        "key.unknown": Example(
            wrong: """
                tools:
                  look: { desciption: Look it up }
                """,
            right: """
                tools:
                  look: { description: Look it up }
                """),
        "language.version": Example(
            wrong: """
                manifest: 2
                handle: sample
                name: Sample
                version: 1.0.0
                """,
            right: """
                manifest: 1
                handle: sample
                name: Sample
                version: 1.0.0
                """),
        "limit.cycle": Example(
            wrong: """
                limits: { a: { concurrent: 1, suppresses: [a] } }
                tools: { look: { limits: [{ limit: a }] } }
                """,
            right: """
                limits: { a: { concurrent: 1 } }
                tools: { look: { limits: [{ limit: a }] } }
                """),
        "limit.empty": Example(
            wrong: """
                limits: { api: {} }
                tools: { look: { limits: [{ limit: api }] } }
                """,
            right: """
                limits: { api: { concurrent: 4 } }
                tools: { look: { limits: [{ limit: api }] } }
                """),
        "limit.key": Example(
            wrong: """
                limits: { api: { concurrent: 4, key: true } }
                tools: { look: { input: { number: STRING }, limits: [{ limit: api }] } }
                """,
            right: """
                limits: { api: { concurrent: 4, key: true } }
                tools: { look: { input: { number: STRING }, limits: [{ limit: api, key: number }] } }
                """),
        "limit.unused": Example(
            wrong: """
                limits: { api: { concurrent: 4 } }
                """,
            right: """
                limits: { api: { concurrent: 4 } }
                tools: { look: { limits: [{ limit: api }] } }
                """),
        "link.invalid": Example(
            wrong: """
                pages: { home: { path: /, blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home, { label: Docs, link: 'http://a.example' }] }] }
                """,
            right: """
                pages: { home: { path: /, blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home, { label: Docs, link: 'https://a.example' }] }] }
                """),
        "link.parameter": Example(
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, link: { page: visit } }] } }] }
                  visit: { path: '/visits/[id]', blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [{ card: { actions: [{ label: Open, link: { page: visit, id: '1' } }] } }] }
                  visit: { path: '/visits/[id]', blocks: [] }
                """),
        "mapper.model": Example(
            wrong: """
                models: { client: { fields: { name: STRING } } }
                pages: { home: { path: /, navigation: true, blocks: [{ model_mapper: client }] } }
                """,
            right: """
                models: { client: { scope: SHARED, fields: { name: STRING } } }
                pages: { home: { path: /, navigation: true, blocks: [{ model_mapper: client }] } }
                """),
        "model.cycle": Example(
            wrong: """
                models: { visit: { requires: [{ model: visit }], fields: { number: STRING } } }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                """),
        "model.extent": Example(
            wrong: """
                models: { client: { scope: SHARED, per: APP_VERSION, fields: { name: STRING } } }
                """,
            right: """
                models: { client: { scope: SHARED, fields: { name: STRING } } }
                """),
        "model.without_fields": Example(
            wrong: """
                models: { visit: { fields: {} } }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                """),
        "name.clash": Example(
            wrong: """
                models: { visit: { fields: { a_b: STRING, a__b: STRING } } }
                """,
            right: """
                models: { visit: { fields: { a_b: STRING, a_c: STRING } } }
                """),
        "name.empty": Example(
            wrong: """
                models: { visit: { fields: { mark: { type: STRING, options: ['+', '-'] } } } }
                """,
            right: """
                models: { visit: { fields: { mark: { type: STRING, options: { '+': { swift: plus }, '-': { swift: minus } } } } } }
                """),
        "name.reserved": Example(
            wrong: """
                models: { self: { fields: { name: STRING } } }
                """,
            right: """
                models: { clinic_owner: { fields: { name: STRING } } }
                """),
        "navigation.page": Example(
            wrong: """
                pages: { home: { path: /, blocks: [] }, visit: { path: '/visits/[id]', blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home, visit] }] }
                """,
            right: """
                pages: { home: { path: /, blocks: [] } }
                navigation: { sections: [{ title: Clinic, items: [home] }] }
                """),
        "option.duplicate": Example(
            wrong: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, OPEN] } } } }
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                """),
        "option.forbidden": Example(
            wrong: """
                models: { visit: { fields: { rooms: { type: INTEGER, options: ['1', '2'] } } } }
                """,
            right: """
                models: { visit: { fields: { rooms: { type: INTEGER, min: 1, max: 2 } } } }
                """),
        "owner.forbidden": Example(
            wrong: """
                models: { account: { fields: { state: { type: STRING, system: true, owner: WORKPLACE } } } }
                """,
            right: """
                models: { account: { fields: { state: { type: STRING, system: true } } } }
                """),
        "page.default": Example(
            wrong: """
                pages:
                  a: { path: /a, default: true, navigation: true, blocks: [] }
                  b: { path: /b, default: true, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  a: { path: /a, default: true, navigation: true, blocks: [] }
                  b: { path: /b, navigation: true, blocks: [] }
                """),
        "page.group": Example(
            wrong: """
                pages: { a: { path: /a, group: all, navigation: true, blocks: [] }, b: { path: '/b/[id]', group: all, blocks: [] } }
                """,
            right: """
                pages: { a: { path: /a, group: all, navigation: true, blocks: [] }, b: { path: /b, group: all, blocks: [] } }
                """),
        "page.parameter": Example(
            wrong: """
                models: { visit: { page: visit, fields: { number: STRING } } }
                pages:
                  visit: { path: /visit, navigation: true, blocks: [] }
                """,
            right: """
                models: { visit: { page: visit, fields: { number: STRING } } }
                pages:
                  visit: { path: '/visits/[id]', blocks: [] }
                """),
        "page.path": Example(
            wrong: """
                pages: { visits: { path: visits/, navigation: true, blocks: [] } }
                """,
            right: """
                pages: { visits: { path: /visits, navigation: true, blocks: [] } }
                """),
        "page.unlinked": Example(
            wrong: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                  hidden: { path: /hidden, navigation: true, blocks: [] }
                """),
        "panel.key": Example(
            wrong: """
                entities: { event: { fields: { start: DATETIME } } }
                pages: { home: { path: /, navigation: true, blocks: [{ panel: { kind: ENTITY_MAP } }] } }
                """,
            right: """
                entities: { event: { fields: { start: DATETIME } } }
                pages: { home: { path: /, navigation: true, blocks: [{ panel: { kind: ENTITY_MAP, entity: event } }] } }
                """),
        "pattern.invalid": Example(
            wrong: """
                models: { visit: { fields: { code: { type: STRING, pattern: '(a' } } } }
                """,
            right: """
                models: { visit: { fields: { code: { type: STRING, pattern: '(a)' } } } }
                """),
        "platform.unknown": Example(
            wrong: """
                agents: { desk: { system: You greet people., parent: platform/compose } }
                """,
            right: """
                agents: { desk: { system: You greet people., parent: platform/composer } }
                """),
        "query.field": Example(
            wrong: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { open: { model: visit, mode: MANY, where: { state: OPN } } }
                    blocks: []
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { open: { model: visit, mode: MANY, where: { state: OPEN } } }
                    blocks: []
                """),
        "record.context": Example(
            wrong: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { visits: { model: visit, mode: MANY } }
                    blocks: [{ record: { of: visits, fields: [number] } }]
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { last: { model: visit, mode: FIRST, order: -created_at } }
                    blocks: [{ record: { of: last, fields: [number] } }]
                """),
        "record.edit": Example(
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number], edit: [number] } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: { type: STRING, owner: WORKPLACE } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ record: { of: account, fields: [number], edit: [number] } }]
                """),
        "reference.unknown": Example(
            wrong: """
                tools: { add_patient: { input: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: ad_patient } } }] }
                """,
            right: """
                tools: { add_patient: { input: { number: STRING } } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add_patient } } }] }
                """),
        "relationship.delete": Example(
            wrong: """
                models: { domain: { fields: { name: STRING } }, address: { fields: { text: STRING } } }
                relationships:
                  domain_addresses:
                    { from: domain.addresses, to: address.domain, cardinality: ONE_TO_MANY, on_delete: SET_NULL, required: true }
                """,
            right: """
                models: { domain: { fields: { name: STRING } }, address: { fields: { text: STRING } } }
                relationships:
                  domain_addresses:
                    { from: domain.addresses, to: address.domain, cardinality: ONE_TO_MANY, on_delete: CASCADE, required: true }
                """),
        "relationship.direction": Example(
            wrong: """
                models:
                  plan: { per: APP_VERSION, fields: { name: STRING } }
                  account: { fields: { number: STRING } }
                relationships: { plan_account: { from: plan.account, to: account.plans, cardinality: MANY_TO_ONE, on_delete: NONE } }
                """,
            right: """
                models:
                  plan: { per: APP_VERSION, fields: { name: STRING } }
                  account: { fields: { number: STRING } }
                relationships: { account_plan: { from: account.plan, to: plan.accounts, cardinality: MANY_TO_ONE, on_delete: NONE } }
                """),
        "relationship.member": Example(
            wrong: """
                models: { domain: { fields: { name: STRING } }, address: { fields: { domain: STRING } } }
                relationships:
                  domain_addresses: { from: domain.addresses, to: address.domain, cardinality: ONE_TO_MANY }
                """,
            right: """
                models: { domain: { fields: { name: STRING } }, address: { fields: { text: STRING } } }
                relationships:
                  domain_addresses: { from: domain.addresses, to: address.domain, cardinality: ONE_TO_MANY }
                """),
        "required.default": Example(
            wrong: """
                models: { visit: { fields: { state: { type: STRING, required: true, default: OPEN } } } }
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, default: OPEN } } } }
                """),
        "route.duplicate": Example(
            wrong: """
                pages:
                  a: { path: /visits, navigation: true, blocks: [] }
                  b: { path: /visits, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  a: { path: /visits, navigation: true, blocks: [] }
                  b: { path: /patients, navigation: true, blocks: [] }
                """),
        "route.shadowed": Example(
            wrong: """
                pages:
                  one: { path: '/visits/[id]', accept: [page.unlinked], blocks: [] }
                  new: { path: /visits/new, navigation: true, blocks: [] }
                """,
            right: """
                pages:
                  one: { path: '/visits/[id]', accept: [page.unlinked], blocks: [] }
                  new: { path: /new-visit, navigation: true, blocks: [] }
                """),
        "runtime.unsupported": Example(
            wrong: """
                tools: { renew: { description: Renews } }
                schedules: { nightly: { tool: renew, cron: '0 3 * * *' } }
                """,
            right: """
                tools: { renew: { description: Renews } }
                schedules: { nightly: { tool: renew, cron: '0 3 * * *', accept: [runtime.unsupported] } }
                """),
        "schedule.cron": Example(
            wrong: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * *' } }
                """,
            right: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """),
        "schedule.timezone": Example(
            wrong: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * * *', timezone: Europe/Londn } }
                """,
            right: """
                tools: { look: {} }
                schedules: { nightly: { tool: look, cron: '0 3 * * *', timezone: Europe/London } }
                """),
        "schedule.tool": Example(
            wrong: """
                tools: { look: { input: { number: STRING } } }
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """,
            right: """
                tools: { look: { input: { number: 'STRING?' } } }
                schedules: { nightly: { tool: look, cron: '0 3 * * *' } }
                """),
        "setup.cycle": Example(
            wrong: """
                setup: { connect: { kind: APP, label: Connect, requires: [connect] } }
                """,
            right: """
                setup: { connect: { kind: APP, label: Connect } }
                """),
        "signal.input": Example(
            wrong: """
                events: { visit.begun: { payload: { name: STRING, minutes: INTEGER } } }
                workflows: { greet: { file: workflows/greet.yml, input: { name: STRING } } }
                signals: { begun: { event: visit.begun, workflow: greet, map: { name: '{{ event.payload.minutes }}' } } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                """,
            right: """
                events: { visit.begun: { payload: { name: STRING, minutes: INTEGER } } }
                workflows: { greet: { file: workflows/greet.yml, input: { name: STRING } } }
                signals: { begun: { event: visit.begun, workflow: greet, map: { name: '{{ event.payload.name }}' } } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                """),
        "subscription.level": Example(
            wrong: """
                env: { provision: { TOKEN: { visibility: ENCRYPTED } } }
                models: { calendar: { fields: { name: STRING } } }
                channels: { mail: { identifier: { field: address, type: STRING }, capabilities: {} } }
                webhooks:
                  changed: { level: APP, route: { channel: mail, by: header.To }, signature: { style: BEARER, secret: TOKEN } }
                subscriptions: { calendars: { webhook: changed, per: calendar, spec: {} } }
                """,
            right: """
                env: { provision: { TOKEN: { visibility: ENCRYPTED } } }
                models: { calendar: { fields: { name: STRING } } }
                channels: { mail: { identifier: { field: address, type: STRING }, capabilities: {} } }
                webhooks:
                  changed: { signature: { style: BEARER, secret: TOKEN } }
                subscriptions: { calendars: { webhook: changed, per: calendar, spec: {} } }
                """),
        "template.bare": Example(
            wrong: """
                models: { visit: { fields: { number: STRING, state: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { visits: { model: visit, mode: MANY } }
                    blocks: [{ list: { from: visits, item: { label: '{{ number }}', badge: state } } }]
                """,
            right: """
                models: { visit: { fields: { number: STRING, state: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { visits: { model: visit, mode: MANY } }
                    blocks: [{ list: { from: visits, item: { label: '{{ number }}', badge: '{{ state }}' } } }]
                """),
        "template.constant": Example(
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: A, when: installation.id } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: A, when: installation.id != blank } }] } }
                """),
        "template.filter": Example(
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number | uppercase }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number | upcase }}' } }]
                """),
        "template.option.unknown": Example(
            wrong: """
                models: { account: { singleton: true, fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: Account, when: account.state == "OPN" } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { state: { type: STRING, options: [OPEN, DONE] } } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: Account, when: account.state == "OPEN" } }]
                """),
        "template.optional": Example(
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: 'Number {{ account.number }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: 'Number {{ account.number | default: "–" }}' } }]
                """),
        "template.path.unknown": Example(
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.nubmer }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number }}' } }]
                """),
        "template.precedence": Example(
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.paid and account.name == "a" or account.status == "OPEN" } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.status == "OPEN" or account.paid and account.name == "a" } }]
                """),
        "template.shadowed": Example(
            wrong: """
                models: { visit: { fields: { number: STRING } }, number: { singleton: true, fields: { last: INTEGER } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { number: { model: number }, visits: { model: visit, mode: MANY } }
                    blocks: [{ list: { from: visits, item: { label: '{{ number }}' } } }]
                """,
            right: """
                models: { visit: { fields: { number: STRING } }, number: { singleton: true, fields: { last: INTEGER } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { counter: { model: number }, visits: { model: visit, mode: MANY } }
                    blocks: [{ list: { from: visits, item: { label: '{{ number }}' } } }]
                """),
        "template.size": Example(
            wrong: """
                models: { number: { fields: { phone: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { numbers: { model: number, mode: MANY } }
                    blocks: [{ alert: { title: Many, when: numbers.size > 9 } }]
                """,
            right: """
                models: { number: { fields: { phone: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { numbers: { model: number, mode: COUNT } }
                    blocks: [{ alert: { title: Many, when: numbers > 9 } }]
                """),
        "template.syntax": Example(
            wrong: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: '{{ path.id' } }] } }
                """,
            right: """
                pages: { home: { path: /, navigation: true, blocks: [{ card: { title: '{{ installation.id }}' } }] } }
                """),
        "template.truth": Example(
            wrong: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.name } }]
                """,
            right: """
                models:
                  account: { singleton: true, fields: { status: { type: STRING, options: [OPEN, SHUT] }, name: STRING, paid: BOOLEAN } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ alert: { title: Hello, when: account.name != blank } }]
                """),
        "template.type": Example(
            wrong: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account }}' } }]
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { account: { model: account } }
                    blocks: [{ card: { title: '{{ account.number }}' } }]
                """),
        "tool.rule": Example(
            wrong: """
                tools:
                  book:
                    description: Books
                    input: { day: DATE, start: 'DATETIME?' }
                    rules: [{ any_of: [day, start], message: Give one of them }]
                """,
            right: """
                tools:
                  book:
                    description: Books
                    input: { day: 'DATE?', start: 'DATETIME?' }
                    rules: [{ any_of: [day, start], message: Give one of them }]
                """),
        "tool.scope": Example(
            wrong: """
                tools: { clean: { description: Cleans, scope: APP_VERSION } }
                schedules: { nightly: { tool: clean, cron: '0 3 * * *' } }
                """,
            right: """
                tools: { clean: { description: Cleans, scope: APP_VERSION } }
                schedules: { nightly: { tool: clean, cron: '0 3 * * *', per: APP_VERSION } }
                """),
        "tool.trigger": Example(
            wrong: """
                tools: { add: { triggers: [AGENT] } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add } } }] }
                """,
            right: """
                tools: { add: { triggers: [AGENT, FORM] } }
                pages:
                  home: { path: /, navigation: true, blocks: [{ form: { submit: { tool: add } } }] }
                """),
        "tool.unreachable": Example(
            wrong: """
                tools: { add: { triggers: [FORM] } }
                """,
            right: """
                tools: { add: { triggers: [FORM, AGENT] } }
                """),
        "type.cycle": Example(
            wrong: """
                types: { part: { fields: { inner: part } } }
                tools: { look: { output: part } }
                """,
            right: """
                types: { part: { fields: { inner: 'part?' } } }
                tools: { look: { output: part } }
                """),
        "type.not_here": Example(
            wrong: """
                models: { patient: { fields: { name: STRING } } }
                tools: { look: { input: { patient: patient } } }
                """,
            right: """
                models: { patient: { fields: { name: STRING } } }
                tools: { look: { input: { patient: patient.id } } }
                """),
        "type.optionality": Example(
            wrong: """
                models: { note: { fields: { text: STRING? } } }
                """,
            right: """
                models: { note: { fields: { text: STRING } } }
                """),
        "type.syntax": Example(
            wrong: """
                tools: { look: { input: { number: STRING! } } }
                """,
            right: """
                tools: { look: { input: { number: STRING } } }
                """),
        "type.unused": Example(
            wrong: """
                types: { left_over: { fields: { a: STRING } } }
                """,
            right: """
                types: { found: { fields: { a: STRING } } }
                tools: { look: { output: found } }
                """),
        "union.discriminator": Example(
            wrong: """
                types:
                  created: { fields: { type: STRING } }
                  event: { one_of: { created: created } }
                tools: { look: { output: event } }
                """,
            right: """
                types:
                  created: { fields: { type: STRING } }
                  event: { discriminator: kind, one_of: { created: created } }
                tools: { look: { output: event } }
                """),
        "url.invalid": Example(
            wrong: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: http://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """,
            right: """
                outgoing_domains: [api.example.com]
                env:
                  provision: { APP_ID: STRING, APP_SECRET: { visibility: ENCRYPTED } }
                  install: { ACCESS_TOKEN: { visibility: ENCRYPTED } }
                connections:
                  api:
                    kind: OAUTH2
                    authorize_url: https://api.example.com/oauth
                    token_url: https://api.example.com/token
                    client_id: APP_ID
                    client_secret: APP_SECRET
                    store: { access_token: ACCESS_TOKEN }
                """),
        "value.boolean": Example(
            wrong: """
                pages:
                  home: { path: /, navigation: yes, blocks: [] }
                """,
            right: """
                pages:
                  home: { path: /, navigation: true, blocks: [] }
                """),
        "value.comma": Example(
            wrong: """
                tools:
                  look: { description: Look it up, now }
                """,
            right: """
                tools:
                  look: { description: 'Look it up, now' }
                """),
        "value.empty": Example(
            wrong: """
                description:
                """,
            right: """
                description: Appointments of a clinic
                """),
        "value.form": Example(
            wrong: """
                tools:
                  look: { timeout: 10 seconds }
                """,
            right: """
                tools:
                  look: { timeout: 10s }
                """),
        "value.number": Example(
            wrong: """
                models:
                  note: { fields: { text: { type: STRING, max_length: 1e3 } } }
                """,
            right: """
                models:
                  note: { fields: { text: { type: STRING, max_length: 1000 } } }
                """),
        "value.range": Example(
            wrong: """
                models: { note: { fields: { text: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { notes: { model: note, mode: MANY, limit: 5000 } }
                    blocks: []
                """,
            right: """
                models: { note: { fields: { text: STRING } } }
                pages:
                  home:
                    path: /
                    navigation: true
                    context: { notes: { model: note, mode: MANY, limit: 1000 } }
                    blocks: []
                """),
        "value.shape": Example(
            wrong: """
                spelling: WABA
                """,
            right: """
                spelling: [WABA]
                """),
        "value.word": Example(
            wrong: """
                models:
                  patient: { fields: { name: { type: STRING, owner: app } } }
                """,
            right: """
                models:
                  patient: { fields: { name: { type: STRING, owner: APP } } }
                """),
        "webhook.methods": Example(
            wrong: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    methods: [POST]
                    challenge: { style: HUB, token: APP_SECRET }
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    methods: [GET, POST]
                    challenge: { style: HUB, token: APP_SECRET }
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """),
        "webhook.mode": Example(
            wrong: """
                env: { provision: { TOKEN: { visibility: ENCRYPTED } } }
                webhooks:
                  changed: { signature: { style: BEARER, secret: TOKEN }, on_failure: { status: 503 } }
                """,
            right: """
                env: { provision: { TOKEN: { visibility: ENCRYPTED } } }
                webhooks:
                  changed: { signature: { style: BEARER, secret: TOKEN }, mode: CALLBACK, on_failure: { status: 503 } }
                """),
        "webhook.route": Example(
            wrong: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    level: APP
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    level: APP
                    payload: Clinic.Event
                    route: { channel: chat, by: PAYLOAD }
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                channels:
                  chat: { identifier: { field: phone, type: STRING }, capabilities: { messaging: { receive: receive } } }
                """),
        "webhook.secret": Example(
            wrong: """
                env: { provision: { OPEN_VALUE: STRING } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: OPEN_VALUE }
                """,
            right: """
                env: { provision: { OPEN_VALUE: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: OPEN_VALUE }
                """),
        "webhook.signature": Example(
            wrong: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks: { receive: { payload: Clinic.Event, signature: { style: HMAC_SHA256, secret: APP_SECRET } } }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """),
        "webhook.unsigned": Example(
            wrong: """
                webhooks: { receive: { payload: Clinic.Event, signature: { style: NONE } } }
                """,
            right: """
                env: { provision: { APP_SECRET: { visibility: ENCRYPTED } } }
                webhooks:
                  receive:
                    payload: Clinic.Event
                    signature: { style: HMAC_SHA256, header: X-Signature, secret: APP_SECRET }
                """),
        "wire.duplicate": Example(
            wrong: """
                tools: { send: { input: { text: STRING, body: { type: STRING, wire: text } } } }
                """,
            right: """
                tools: { send: { input: { text: STRING, body: { type: STRING, wire: body_text } } } }
                """),
        "wire.invalid": Example(
            wrong: """
                tools: { send: { input: { text: { type: STRING, wire: '' } } } }
                """,
            right: """
                tools: { send: { input: { text: { type: STRING, wire: bodyText } } } }
                """),
        "workflow.condition": Example(
            wrong: """
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps:
                  send: { service: channel, cmd: send, if: '{{ inputs.name | slice: 0, 2 == "Dr" }}' }
                """,
            right: """
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps:
                  send: { service: channel, cmd: send, if: '{{ inputs.name == "Dr" }}' }
                """),
        "workflow.cycle": Example(
            wrong: """
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps:
                  first: { service: channel, cmd: send, needs: [second] }
                  second: { service: channel, cmd: send, needs: [first] }
                """,
            right: """
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps:
                  first: { service: channel, cmd: send }
                  second: { service: channel, cmd: send, needs: [first] }
                """),
        "workflow.input": Example(
            wrong: """
                workflows:
                  greet: { file: workflows/greet.yml, actions: { greet: { label: Greet, inputs: {} } } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string, required: true } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                """,
            right: """
                workflows:
                  greet: { file: workflows/greet.yml, actions: { greet: { label: Greet, inputs: { name: '{{ input }}' } } } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string, required: true } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                """),
        "workflow.order": Example(
            wrong: """
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps:
                  render: { service: template, cmd: render, inputs: { text: Hello } }
                  send: { service: channel, cmd: send, inputs: { text: '{{ steps.render.outputs.text }}' } }
                """,
            right: """
                workflows: { greet: { file: workflows/greet.yml } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string } }
                steps:
                  render: { service: template, cmd: render, inputs: { text: Hello } }
                  send: { service: channel, cmd: send, needs: [render], inputs: { text: '{{ steps.render.outputs.text }}' } }
                """),
        "workflow.type": Example(
            wrong: """
                workflows: { greet: { file: workflows/greet.yml, input: { name: INTEGER } } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string, required: true } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                """,
            right: """
                workflows: { greet: { file: workflows/greet.yml, input: { name: STRING } } }
                # workflows/greet.yml
                handle: greet
                name: Greet
                inputs: { name: { type: string, required: true } }
                steps: { send: { service: channel, cmd: send, inputs: { text: 'Hello {{ inputs.name }}' } } }
                """),
        "yaml.alias": Example(
            wrong: """
                x-scopes: &scopes [read, write]
                x-more: *scope
                """,
            right: """
                x-scopes: &scopes [read, write]
                x-more: *scopes
                """),
        "yaml.bracket": Example(
            wrong: """
                tools: { look: { input: { tags: [STRING]? } } }
                """,
            right: """
                tools: { look: { input: { tags: '[STRING]?' } } }
                """),
        "yaml.character": Example(
            wrong: """
                description: @home visits
                """,
            right: """
                description: '@home visits'
                """),
        "yaml.colon": Example(
            wrong: """
                description: Note: only weekdays
                """,
            right: """
                description: 'Note: only weekdays'
                """),
        "yaml.documents": Example(
            wrong: """
                description: One
                ---
                description: Two
                """,
            right: """
                description: One
                """),
        "yaml.empty": Example(
            wrong: """
                # nothing yet
                """,
            right: """
                manifest: 1
                handle: sample
                name: Sample
                version: 1.0.0
                description: A manifest with the four keys above it.
                """),
        "yaml.encoding": Example(
            wrong: """
                description: "a\u{feff}b"
                """,
            right: """
                description: ab
                """),
        "yaml.indentation": Example(
            wrong: """
                tools:
                  look:
                    description: Look it up
                   timeout: 5s
                """,
            right: """
                tools:
                  look:
                    description: Look it up
                    timeout: 5s
                """),
        "yaml.merge": Example(
            wrong: """
                x-common: { <<: text }
                """,
            right: """
                x-base: &base { a: 1 }
                x-common: { <<: *base, b: 2 }
                """),
        "yaml.quote": Example(
            wrong: """
                description: "a \\d"
                """,
            right: """
                description: 'a \\d'
                """),
        "yaml.syntax": Example(
            wrong: """
                tools
                  look: {}
                description: x
                """,
            right: """
                tools:
                  look: { description: Look it up }
                """),
        "yaml.tab": Example(
            wrong: """
                tools:
                \tlook:
                \t\tdescription: Look it up
                """,
            right: """
                tools:
                  look:
                    description: Look it up
                """),
        "yaml.tag": Example(
            wrong: """
                description: !!str text
                """,
            right: """
                description: text
                """),
        "yaml.too_deep": Example(
            wrong: """
                x-value: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
                """,
            right: """
                x-value: [[[[1]]]]
                """),
        "yaml.too_many_nodes": Example(
            wrong: """
                x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
                x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
                x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
                x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
                x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
                x-f: [*e, *e, *e]
                """,
            right: """
                x-a: &a [1, 1, 1]
                x-b: [*a, *a, *a]
                """),
    ]
}
