extension DiagnosticCode {
    static let referenceCodes = [referenceUnknown, handleReserved, handleTaken]

    static let referenceUnknown = DiagnosticCode("reference.unknown", "A handle names nothing that is declared.")
    static let handleReserved = DiagnosticCode("handle.reserved", "A handle is kept for the language itself.")
    static let handleTaken = DiagnosticCode("handle.taken", "Two things that share their names have one handle.")

    static let typeCodes = [
        typeCycle, typeUnused, typeNotHere, defaultForbidden, defaultType, optionDuplicate, optionForbidden,
        formatType, constraintType, constraintRange, patternInvalid, acceptInvalid, unionDiscriminator,
    ]

    static let typeCycle = DiagnosticCode("type.cycle", "A record contains itself without a list, map or `?` between.")
    static let typeUnused = DiagnosticCode(warning: "type.unused", "A record of `types:` is used nowhere.")
    static let typeNotHere = DiagnosticCode("type.not_here", "A type cannot be used in this place.")
    static let defaultForbidden = DiagnosticCode("default.forbidden", "A field of this kind has no default.")
    static let defaultType = DiagnosticCode("default.type", "A default is not a value of the field's type.")
    static let optionDuplicate = DiagnosticCode("option.duplicate", "An option is listed twice.")
    static let optionForbidden = DiagnosticCode("option.forbidden", "Only STRING and lists of STRING have options.")
    static let formatType = DiagnosticCode("format.type", "A format or normalisation does not fit the field.")
    static let constraintType = DiagnosticCode("constraint.type", "A bound does not fit the field's type.")
    static let constraintRange = DiagnosticCode("constraint.range", "A lower bound is above the upper one.")
    static let patternInvalid = DiagnosticCode("pattern.invalid", "A pattern is not a regular expression.")

    static let acceptInvalid = DiagnosticCode("accept.invalid", "What a file may be is no file extension or MIME type.")
    static let unionDiscriminator = DiagnosticCode(
        "union.discriminator", "The key that says a union's case is also a field of one.")

    static let modelCodes = [
        fieldImplicit, fieldSecretName, identityField, identitySingleton, ownerForbidden, requiredDefault,
        modelWithoutFields, modelExtent, modelCycle, identityMutable, relationshipMember, relationshipDelete,
        relationshipDirection,
    ]

    static let fieldImplicit = DiagnosticCode("field.implicit", "Every model has `id`, `created_at`, `updated_at` and `refreshed_at`.")
    static let fieldSecretName = DiagnosticCode(
        warning: "field.secret_name", "A field has the name of a secret and is not encrypted.")
    static let identityField = DiagnosticCode("identity.field", "A field cannot be part of a model's identity.")
    static let identitySingleton = DiagnosticCode("identity.singleton", "A singleton has no identity.")
    static let ownerForbidden = DiagnosticCode("owner.forbidden", "This field cannot have this owner.")
    static let requiredDefault = DiagnosticCode(
        warning: "required.default", "A required field with a default never has to be given.")
    static let modelWithoutFields = DiagnosticCode("model.without_fields", "A model or record has no fields.")

    static let modelExtent = DiagnosticCode("model.extent", "What all installations share is the app version's alone.")
    static let modelCycle = DiagnosticCode("model.cycle", "Models require one another, so none can be the first.")
    static let identityMutable = DiagnosticCode(
        warning: "identity.mutable", "Agents are told that they may change what identifies an instance.")
    static let relationshipMember = DiagnosticCode(
        "relationship.member", "A relationship gives a model a name that it has already.")
    static let relationshipDelete = DiagnosticCode(
        "relationship.delete", "What becomes of those who refer to a deleted instance contradicts the relationship.")
    static let relationshipDirection = DiagnosticCode(
        "relationship.direction", "What all installations share cannot refer to what one of them has.")

    static let environmentCodes = [
        envDescription, envVisibility, envScope, connectionSecret, connectionStore, connectionAccounts, domainInvalid,
        urlInvalid, domainMissing,
    ]

    static let envDescription = DiagnosticCode(
        warning: "env.description", "A required variable does not say what it is for.")
    static let envVisibility = DiagnosticCode(
        "env.visibility", "A variable with the name of a secret does not say whether it is one.")
    static let envScope = DiagnosticCode("env.scope", "A variable is of the other scope, or hidden, where it is used.")
    static let connectionSecret = DiagnosticCode("connection.secret", "A secret is kept in a visible variable.")
    static let connectionStore = DiagnosticCode("connection.store", "A stored token does not fit its variable.")
    static let connectionAccounts = DiagnosticCode(
        "connection.accounts", "What a connection keeps of its accounts has no place.")
    static let domainInvalid = DiagnosticCode("domain.invalid", "An entry of `outgoing_domains` is not a host.")
    static let urlInvalid = DiagnosticCode("url.invalid", "A URL is not one that can be called.")
    static let domainMissing = DiagnosticCode("domain.missing", "A URL's host is not in `outgoing_domains`.")

    static let toolCodes = [
        contractExtension, toolUnreachable, toolTrigger, toolRule, toolScope, wireDuplicate, wireInvalid,
    ]

    static let contractExtension = DiagnosticCode(
        "contract.extension", "What is added to a contract must be optional and new.")
    static let toolUnreachable = DiagnosticCode(warning: "tool.unreachable", "Nothing can call the tool.")
    static let toolTrigger = DiagnosticCode("tool.trigger", "The tool does not allow to be called from here.")
    static let toolRule = DiagnosticCode("tool.rule", "A rule of a tool cannot mean anything as it is written.")
    static let toolScope = DiagnosticCode("tool.scope", "A tool of one scope is used where another is needed.")
    static let wireDuplicate = DiagnosticCode("wire.duplicate", "Two fields have one name on the wire.")
    static let wireInvalid = DiagnosticCode("wire.invalid", "A name on the wire cannot be written there.")

    static let webhookCodes = [
        webhookRoute, webhookUnsigned, webhookSignature, webhookSecret, webhookMethods, webhookMode, subscriptionLevel,
    ]

    static let webhookRoute = DiagnosticCode("webhook.route", "An APP webhook says how events find a channel.")
    static let webhookUnsigned = DiagnosticCode(warning: "webhook.unsigned", "Anybody can send to an unsigned webhook.")
    static let webhookSignature = DiagnosticCode("webhook.signature", "A signature lacks or has too much of something.")
    static let webhookSecret = DiagnosticCode("webhook.secret", "A secret is kept where the webhook cannot use it.")
    static let webhookMethods = DiagnosticCode("webhook.methods", "The methods do not fit the challenge or the mode.")

    static let webhookMode = DiagnosticCode(
        "webhook.mode", "Something does not go with a webhook's mode, level or body.")
    static let subscriptionLevel = DiagnosticCode(
        "subscription.level", "A subscription does not fit the level of its webhook.")

    static let operationCodes = [
        limitEmpty, limitCycle, limitKey, limitUnused, scheduleCron, scheduleTimezone, scheduleTool, batchCascade,
    ]

    static let limitEmpty = DiagnosticCode("limit.empty", "A limit limits nothing.")
    static let limitCycle = DiagnosticCode("limit.cycle", "Limits suppress one another in a circle.")
    static let limitKey = DiagnosticCode("limit.key", "A limit and a use of it disagree about its keys.")
    static let limitUnused = DiagnosticCode(warning: "limit.unused", "Nothing counts against a limit.")
    static let scheduleCron = DiagnosticCode("schedule.cron", "A schedule's times are not written as cron has them.")
    static let scheduleTimezone = DiagnosticCode("schedule.timezone", "A schedule's time zone is not one, or not its.")
    static let scheduleTool = DiagnosticCode("schedule.tool", "A schedule calls a tool that needs inputs.")
    static let batchCascade = DiagnosticCode("batch.cascade", "An entity comes along twice.")

    static let channelCodes = [channelContract, channelField, hookIdle]

    static let channelContract = DiagnosticCode("channel.contract", "A capability's tool has another contract.")
    static let channelField = DiagnosticCode("channel.field", "A channel's field does not fit the channel.")
    static let hookIdle = DiagnosticCode("hook.idle", "A hook is declared for which there is no occasion.")

    static let pageCodes = [
        pagePath, routeDuplicate, routeShadowed, pageDefault, pageUnlinked, pageParameter, contextMode, contextFirst,
        contextReserved, contextTool, queryField, formInputMissing, formInputTwice, formComponent, linkParameter,
        recordContext, recordEdit, fieldEncrypted, navigationPage, actionEffect, linkInvalid, formInputHidden,
        formInputOptional, panelKey, mapperModel, pageGroup,
    ]

    static let pagePath = DiagnosticCode("page.path", "A path is not one that pages can have.")
    static let routeDuplicate = DiagnosticCode("route.duplicate", "Two pages have one path.")
    static let routeShadowed = DiagnosticCode(
        warning: "route.shadowed", "A literal path takes addresses from one with a parameter.")
    static let pageDefault = DiagnosticCode("page.default", "Two pages say that they are the first.")
    static let pageUnlinked = DiagnosticCode(warning: "page.unlinked", "No way leads to the page.")
    static let pageParameter = DiagnosticCode("page.parameter", "A model's page has exactly one path parameter.")
    static let contextMode = DiagnosticCode("context.mode", "A context name does not say how many it reads.")
    static let contextFirst = DiagnosticCode(
        warning: "context.first", "FIRST of many, without saying which is the first.")
    static let contextReserved = DiagnosticCode("context.reserved", "A context has the name of a built-in one.")
    static let contextTool = DiagnosticCode("context.tool", "A page's context calls a tool that is not read-only.")
    static let queryField = DiagnosticCode("query.field", "A field cannot be asked or ordered by.")
    static let formInputMissing = DiagnosticCode("form.input_missing", "A required input of the tool is not supplied.")
    static let formInputTwice = DiagnosticCode("form.input_twice", "An input is supplied twice.")
    static let formInputHidden = DiagnosticCode("form.input_hidden", "A required input can be hidden.")
    static let formInputOptional = DiagnosticCode(
        "form.input_optional", "A required input is given a value that may be missing.")
    static let panelKey = DiagnosticCode("panel.key", "A panel lacks a key, or has one of another kind.")
    static let mapperModel = DiagnosticCode("mapper.model", "Only SHARED models are mapped.")
    static let pageGroup = DiagnosticCode("page.group", "Pages that are tabs of one another have other parameters.")
    static let formComponent = DiagnosticCode("form.component", "An input cannot be asked for in this way.")
    static let linkParameter = DiagnosticCode("link.parameter", "A link has too few or too many path parameters.")
    static let recordContext = DiagnosticCode("record.context", "A context name is not one instance of a model.")
    static let recordEdit = DiagnosticCode("record.edit", "A field cannot be edited here.")
    static let fieldEncrypted = DiagnosticCode("field.encrypted", "An encrypted field cannot be shown.")
    static let navigationPage = DiagnosticCode("navigation.page", "The navigation and a page disagree.")
    static let actionEffect = DiagnosticCode("action.effect", "An action does not do exactly one thing.")
    static let linkInvalid = DiagnosticCode("link.invalid", "A link is neither a path nor an https URL.")
}
