"""What each method of the Core API takes: a name with a question mark may be left out. Everything else is refused."""

from skedyul.refusal import Refused

METHODS = {
    "workplace.list": "filter?:dict limit?:int",
    "workplace.get": "id:str",
    "communicationChannel.create": "handle:str name:str identifierValue:str link?:dict",
    "communicationChannel.list": "filter?:dict limit?:int",
    "communicationChannel.get": "id:str",
    "communicationChannel.update": "communicationChannelId:str name?:str",
    "communicationChannel.remove": "communicationChannelId:str",
    "communicationChannel.receiveMessage":
        "communicationChannelId:str from:str message:dict contact?:dict remoteId?:str",
    "communicationChannel.attachFilesToMessage": "messageId:str attachments:list",
    "instance.list": "modelHandle:str page?:int limit?:int filter?:dict",
    "instance.get": "modelHandle:str id:str includeEnv?:bool",
    "instance.create": "modelHandle:str data:dict env?:dict",
    "instance.update": "modelHandle:str id:str data:dict env?:dict",
    "instance.delete": "modelHandle:str id:str",
    "instance.deleteMany": "modelHandle:str ids?:list filter?:dict",
    "instance.createMany": "modelHandle:str items:list",
    "instance.updateMany": "modelHandle:str items:list",
    "instance.upsertMany": "modelHandle:str items:list matchField:str",
    "instance.isConfigured": "modelHandle:str",
    "instance.getConfiguredModels": "modelHandles:list",
    "token.exchange": "appInstallationId:str",
    "file.get": "fileId:str",
    "file.getUrl": "fileId:str",
    "file.upload": "content:str name:str mimeType:str path?:str",
    "webhook.create": "name:str context?:dict expiresIn?:int",
    "webhook.delete": "id:str",
    "webhook.deleteByName": "name:str filter?:dict",
    "webhook.list": "name?:str",
    "cron.subscribe": "toolName:str schedule:str timezone?:str inputs?:dict cursorKey?:str label?:str",
    "cron.unsubscribe": "subscriptionId:str",
    "cron.list": "toolName?:str",
    "event.create": "name:str payload:any context?:dict app?:str",
    "resource.link": "handle:str targetModelId:str channelId?:str fieldMappings?:dict",
    "setup.list": "",
    "setup.get": "handle:str",
    "setup.complete": "handle:str metadata?:dict",
    "setup.skip": "handle:str metadata?:dict",
    "setup.invalidate": "handle:str reason?:str metadata?:dict",
    "setup.reconcile": "",
    "setup.capabilities": "",
    "batch.start": "operationHandle:str entityHandle:str input?:any label?:str pageSize?:int",
    "ai.generateObject":
        "model?:str system:str prompt?:str schema:dict files?:list messages?:list maxTokens?:int temperature?:any",
    "call.start":
        "communicationChannelId:str fromNumber:str toNumber:str forwardedToNumber?:str direction?:str externalId?:str "
        "externalStatus?:str transcriptionEngine?:str callerName?:str callerContactId?:str agentName?:str agentMemberId?:str",
    "call.appendTranscript":
        "callSessionId:str content:str track?:str speakerLabel?:str confidence?:any stability?:any sequenceId?:int "
        "isFinal?:bool externalId?:str",
    "call.end":
        "callSessionId:str status?:str externalStatus?:str duration?:int endedAt?:str recordingUrl?:str recordingSid?:str",
    "call.summarize": "callSessionId:str",
    "report.generate": "templateHandle:str arguments?:dict mode?:str",
}

QUEUES = {
    "/api/internal/ratelimit/acquire": "queueKey:str limits:dict timeoutMs:int executionHoldMs:int",
    "/api/internal/ratelimit/release": "leaseId:str queueKey:str",
    "/api/internal/sequencer/allow": "sequencerKey:str timestamp:int leaseId?:str watermarkTtlMs?:int",
    "/api/internal/sequencer/acquire": "sequencerKey:str leaseId:str timestamp?:int lockTtlMs?:int watermarkTtlMs?:int",
    "/api/internal/sequencer/release": "sequencerKey:str leaseId:str",
}

_TYPES = {"str": str, "int": int, "bool": bool, "dict": dict, "list": list, "any": object}


def check(given, wanted: str, what: str) -> dict:
    """The parameters, if they are what the method takes."""
    if not isinstance(given, dict):
        raise Refused("INVALID_PARAMS", f"{what} wants an object")
    known = {}
    for word in wanted.split():
        name, kind = word.split(":")
        known[name.rstrip("?")] = (name.endswith("?"), _TYPES[kind])
    for name, value in given.items():
        if name not in known:
            raise Refused("INVALID_PARAMS", f"{what} does not know the parameter {name}", field=name)
        kind = known[name][1]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise Refused("INVALID_PARAMS", f"{what} wants {name} to be {kind.__name__}, not {value!r}", field=name)
    for name, (optional, _) in known.items():
        if not optional and name not in given:
            raise Refused("INVALID_PARAMS", f"{what} wants the parameter {name}", field=name)
    return given
