extension Explanation {
    /// Models, their fields and relationships.
    static let models: [Explanation] = [
        Explanation(
            .fieldImplicit,
            why: "The store gives every instance an id and its times.",
            mend: "Choose another handle, such as `external_id`."),
        Explanation(
            .fieldSecretName,
            why: "The last word of the handle sounds like a secret, and the field would be shown, logged and "
                + "exported.",
            mend: "Say `visibility: ENCRYPTED` if it is one; `accept: [field.secret_name]` on the model if not."),
        Explanation(
            .identityField,
            why: "An upsert matches on the identity, so it must be the app's own, comparable and never changing.",
            mend: "Use fields of owner APP that are neither lists nor encrypted."),
        Explanation(
            .identitySingleton,
            why: "Of a singleton there is one instance, so there is nothing to tell apart.",
            mend: "Remove one of the two."),
        Explanation(
            .identityMutable,
            why: "What identifies an instance never changes, and agents would be told otherwise.",
            mend: "Remove `mutability`, or say IMMUTABLE."),
        Explanation(
            .ownerForbidden,
            why: "Secrets and `system` fields are the app's: people cannot see or edit them.",
            mend: "Remove `owner`, or make it APP."),
        Explanation(
            .requiredDefault,
            why: "A field with a default need not be given, so `required` says nothing.",
            mend: "Remove one of the two."),
        Explanation(
            .modelWithoutFields,
            why: "There would be nothing to keep.",
            mend: "Declare a field."),
        Explanation(
            .modelExtent,
            why: "What is the app version's is shared by all installations, and cannot be what one of them has.",
            mend: "Remove `per`, or the other."),
        Explanation(
            .modelCycle,
            why: "None of the models could be the first.",
            mend: "Remove one of the requirements."),
        Explanation(
            .relationshipMember,
            why: "The names behind the dots become members of the models.",
            mend: "Choose another name."),
        Explanation(
            .relationshipDelete,
            why: "What becomes of those that refer to a deleted instance must be possible.",
            mend: "Use what the help names."),
        Explanation(
            .relationshipDirection,
            why: "What all installations share cannot refer to what one of them has.",
            mend: "Go from the installation's model."),
    ]
}
