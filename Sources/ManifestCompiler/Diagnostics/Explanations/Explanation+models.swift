extension Explanation {
    /// Models, their fields and relationships.
    static let models: [Explanation] = [
        Explanation(
            .fieldImplicit,
            why: "The store gives every instance an id and its times.",
            mend: "Choose another handle, such as `external_id`.",
            wrong: """
                models: { visit: { fields: { id: STRING } } }
                """,
            right: """
                models: { visit: { fields: { external_id: STRING } } }
                """),
        Explanation(
            .fieldSecretName,
            why: "The last word of the handle sounds like a secret, and the field would be shown, logged and "
                + "exported.",
            mend: "Say `visibility: ENCRYPTED` if it is one; `accept: [field.secret_name]` on the model if not.",
            wrong: """
                models: { account: { fields: { access_token: STRING } } }
                """,
            right: """
                models: { account: { fields: { access_token: { type: STRING, visibility: ENCRYPTED } } } }
                """),
        Explanation(
            .identityField,
            why: "An upsert matches on the identity, so it must be the app's own, comparable and never changing.",
            mend: "Use fields of owner APP that are neither lists nor encrypted.",
            wrong: """
                models: { visit: { identity: note, fields: { note: { type: STRING, owner: WORKPLACE } } } }
                """,
            right: """
                models: { visit: { identity: number, fields: { number: STRING, note: { type: STRING, owner: WORKPLACE } } } }
                """),
        Explanation(
            .identitySingleton,
            why: "Of a singleton there is one instance, so there is nothing to tell apart.",
            mend: "Remove one of the two.",
            wrong: """
                models: { account: { singleton: true, identity: number, fields: { number: STRING } } }
                """,
            right: """
                models: { account: { singleton: true, fields: { number: STRING } } }
                """),
        Explanation(
            .identityMutable,
            why: "What identifies an instance never changes, and agents would be told otherwise.",
            mend: "Remove `mutability`, or say IMMUTABLE.",
            wrong: """
                models:
                  visit: { identity: number, fields: { number: { type: STRING, agent: { mutability: ALWAYS } } } }
                """,
            right: """
                models:
                  visit: { identity: number, fields: { number: { type: STRING, agent: { mutability: IMMUTABLE } } } }
                """),
        Explanation(
            .ownerForbidden,
            why: "Secrets and `system` fields are the app's: people cannot see or edit them.",
            mend: "Remove `owner`, or make it APP.",
            wrong: """
                models: { account: { fields: { state: { type: STRING, system: true, owner: WORKPLACE } } } }
                """,
            right: """
                models: { account: { fields: { state: { type: STRING, system: true } } } }
                """),
        Explanation(
            .requiredDefault,
            why: "A field with a default need not be given, so `required` says nothing.",
            mend: "Remove one of the two.",
            wrong: """
                models: { visit: { fields: { state: { type: STRING, required: true, default: OPEN } } } }
                """,
            right: """
                models: { visit: { fields: { state: { type: STRING, default: OPEN } } } }
                """),
        Explanation(
            .modelWithoutFields,
            why: "There would be nothing to keep.",
            mend: "Declare a field.",
            wrong: """
                models: { visit: { fields: {} } }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                """),
        Explanation(
            .modelExtent,
            why: "What is the app version's is shared by all installations, and cannot be what one of them has.",
            mend: "Remove `per`, or the other.",
            wrong: """
                models: { client: { scope: SHARED, per: APP_VERSION, fields: { name: STRING } } }
                """,
            right: """
                models: { client: { scope: SHARED, fields: { name: STRING } } }
                """),
        Explanation(
            .modelCycle,
            why: "None of the models could be the first.",
            mend: "Remove one of the requirements.",
            wrong: """
                models: { visit: { requires: [{ model: visit }], fields: { number: STRING } } }
                """,
            right: """
                models: { visit: { fields: { number: STRING } } }
                """),
        Explanation(
            .relationshipMember,
            why: "The names behind the dots become members of the models.",
            mend: "Choose another name.",
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
        Explanation(
            .relationshipDelete,
            why: "What becomes of those that refer to a deleted instance must be possible.",
            mend: "Use what the help names.",
            given: """
                models: { domain: { fields: { name: STRING } }, address: { fields: { text: STRING } } }
                """,
            wrong: """
                relationships:
                  domain_addresses:
                    { from: domain.addresses, to: address.domain, cardinality: ONE_TO_MANY, on_delete: SET_NULL, required: true }
                """,
            right: """
                relationships:
                  domain_addresses:
                    { from: domain.addresses, to: address.domain, cardinality: ONE_TO_MANY, on_delete: CASCADE, required: true }
                """),
        Explanation(
            .relationshipDirection,
            why: "What all installations share cannot refer to what one of them has.",
            mend: "Go from the installation's model.",
            given: """
                models:
                  plan: { per: APP_VERSION, fields: { name: STRING } }
                  account: { fields: { number: STRING } }
                """,
            wrong: """
                relationships: { plan_account: { from: plan.account, to: account.plans, cardinality: MANY_TO_ONE, on_delete: NONE } }
                """,
            right: """
                relationships: { account_plan: { from: account.plan, to: plan.accounts, cardinality: MANY_TO_ONE, on_delete: NONE } }
                """),
    ]
}
