"""The methods of the Core API, for the bearer of a token."""

import base64
import itertools
import time

from skedyul.refusal import Refused, not_found


def now(later: float = 0) -> str:
    """In so many seconds."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(time.time() + later))


class Core:
    """One method for each of the API's, its dot an underscore. Each gets the parameters, checked, and the token's facts."""

    def __init__(self, platform):
        self.platform = platform
        self._numbers = itertools.count(1)

    def _id(self, prefix):
        return f"{prefix}_{next(self._numbers):06}"

    def _tenant(self, bearer):
        """The installation that the token is for; only instances can be looked up for all."""
        if "installation" not in bearer:
            raise Refused("FORBIDDEN", "this needs a token of an installation", status=403)
        return bearer["installation"]

    # Workplaces

    def _workplaces(self, bearer):
        tenant = bearer.get("installation")
        return [it.workplace for it in self.platform.installations.values() if tenant in (None, it.id)]

    def workplace_list(self, bearer, filter=None, limit=100):
        return self._workplaces(bearer)[:limit]

    def workplace_get(self, bearer, id):
        return next((it for it in self._workplaces(bearer) if it["id"] == id), None)

    # Channels

    def _channel(self, bearer, id):
        channel = next((it for it in self.platform.channels if it["id"] == id), None)
        if not channel or channel["appInstallationId"] != self._tenant(bearer):
            raise not_found(f"channel {id}")
        return channel

    def communicationChannel_create(self, bearer, handle, name, identifierValue, link=None):
        tenant = self._tenant(bearer)
        if handle not in self.platform.channel_handles:
            raise Refused("INVALID_PARAMS", f"there is no channel {handle}", field="handle")
        if any(it["handle"] == handle and it["identifierValue"] == identifierValue
               and it["appInstallationId"] == tenant for it in self.platform.channels):
            raise Refused("CONFLICT", "is taken", field="identifierValue", status=409, complaint=False)
        channel = {
            "id": self._id("chan"), "name": name, "handle": handle, "identifierValue": identifierValue,
            "workplaceId": self.platform.installations[tenant].workplace["id"], "appInstallationId": tenant,
            "createdAt": now(),
        }
        self.platform.channels.append(channel)
        return channel

    def communicationChannel_list(self, bearer, filter=None, limit=100):
        tenant = self._tenant(bearer)
        workplace = self.platform.installations[tenant].workplace["id"]
        return [
            it for it in self.platform.channels
            # Those of the workplace's other apps, too.
            if it["workplaceId"] == workplace and all(
                it.get(name) == (wanted["eq"] if isinstance(wanted, dict) else wanted)
                for name, wanted in (filter or {}).items())
        ][:limit]

    def communicationChannel_get(self, bearer, id):
        return self._channel(bearer, id)

    def communicationChannel_update(self, bearer, communicationChannelId, name=None):
        channel = self._channel(bearer, communicationChannelId)
        channel["name"] = name or channel["name"]
        return channel

    def communicationChannel_remove(self, bearer, communicationChannelId):
        self.platform.channels.remove(self._channel(bearer, communicationChannelId))
        return {"success": True}

    def communicationChannel_receiveMessage(
        self, bearer, communicationChannelId, message, contact=None, remoteId=None, **given
    ):
        channel = self._channel(bearer, communicationChannelId)
        unknown = set(message) - {"id", "remoteId", "message", "title", "contentRaw", "newChat", "attachments"}
        unknown |= set(contact or {}) - {"id", "identifierValue"}
        if unknown:
            raise Refused("INVALID_PARAMS", f"a message has no {', '.join(sorted(unknown))}", field="message")
        if not isinstance(message.get("message"), str):
            raise Refused("INVALID_PARAMS", "a message has a text", field="message.message")
        self._check_files(bearer, message.get("attachments", []))
        kept = {
            "id": self._id("pmsg"), "channel": channel["id"], "installation": channel["appInstallationId"],
            "from": given["from"], "remoteId": remoteId, "text": message["message"],
            "attachments": list(message.get("attachments", [])),
        }
        self.platform.messages.append(kept)
        return {"messageId": kept["id"]}

    def communicationChannel_attachFilesToMessage(self, bearer, messageId, attachments):
        tenant = self._tenant(bearer)
        message = next(
            (it for it in self.platform.messages if it["id"] == messageId and it["installation"] == tenant), None)
        if not message:
            raise not_found(f"message {messageId}")
        self._check_files(bearer, attachments)
        message["attachments"] += attachments
        return {"success": True, "attachmentCount": len(message["attachments"])}

    def _check_files(self, bearer, attachments):
        for attachment in attachments:
            if set(attachment) - {"fileId", "name", "mimeType", "size"}:
                raise Refused("INVALID_PARAMS", f"an attachment has no {sorted(attachment)}", field="attachments")
            self._file(bearer, attachment.get("fileId"))

    # Instances

    def instance_list(self, bearer, modelHandle, page=1, limit=100, filter=None):
        return self.platform.instances.list(modelHandle, bearer.get("installation"), filter, page, limit)

    def instance_get(self, bearer, modelHandle, id, includeEnv=False):
        return self.platform.instances.get(modelHandle, bearer.get("installation"), id, includeEnv)

    def instance_create(self, bearer, modelHandle, data, env=None):
        return self.platform.instances.create(modelHandle, self._tenant(bearer), data, env)

    def instance_update(self, bearer, modelHandle, id, data, env=None):
        return self.platform.instances.update(modelHandle, self._tenant(bearer), id, data, env)

    def instance_delete(self, bearer, modelHandle, id):
        self.platform.instances.delete(modelHandle, self._tenant(bearer), id)
        return {"deleted": True}

    def _many(self, items, work):
        done, errors = [], []
        for index, item in enumerate(items):
            try:
                done.append(work(item))
            except Refused as refusal:
                if refusal.complaint:
                    self.platform.complain(str(refusal))
                errors.append({"index": index, "error": str(refusal)})
        return done, errors

    def instance_deleteMany(self, bearer, modelHandle, ids=None, filter=None):
        tenant = self._tenant(bearer)
        if ids is None:
            ids = [it["id"] for it in self.platform.instances.list(modelHandle, tenant, filter, 1, 10**6)[0]]
        done, errors = self._many(
            ids, lambda id: (self.platform.instances.delete(modelHandle, tenant, id), id)[1])
        return {"deleted": done, "errors": errors}

    def instance_createMany(self, bearer, modelHandle, items):
        tenant = self._tenant(bearer)
        created, errors = self._many(items, lambda item: self.platform.instances.create(
            modelHandle, tenant, item["data"], item.get("env")))
        return {"created": created, "errors": errors}

    def instance_updateMany(self, bearer, modelHandle, items):
        tenant = self._tenant(bearer)
        updated, errors = self._many(items, lambda item: self.platform.instances.update(
            modelHandle, tenant, item["id"], item["data"], item.get("env")))
        return {"updated": updated, "errors": errors}

    def instance_upsertMany(self, bearer, modelHandle, items, matchField):
        tenant = self._tenant(bearer)
        results, errors = self._many(items, lambda item: self.platform.instances.upsert(
            modelHandle, tenant, matchField, item["data"], item.get("env")))
        return {"results": results, "errors": errors}

    def instance_isConfigured(self, bearer, modelHandle):
        return {"configured": modelHandle in self.platform.instances.all}

    def instance_getConfiguredModels(self, bearer, modelHandles):
        return {handle: handle in self.platform.instances.all for handle in modelHandles}

    # Tokens and files

    def token_exchange(self, bearer, appInstallationId):
        if bearer["scope"] not in ("app", "provision"):
            raise Refused("FORBIDDEN", "only the app's token can be exchanged", status=403)
        if appInstallationId not in self.platform.installations:
            raise not_found(f"installation {appInstallationId}")
        return {"token": self.platform.installations[appInstallationId].token()}

    def _file(self, bearer, id):
        file = self.platform.files.get(id)
        if not file or file["installation"] != self._tenant(bearer):
            raise not_found(f"file {id}")
        return file

    def file_get(self, bearer, fileId):
        file = self._file(bearer, fileId)
        return {
            "id": fileId, "name": file["name"], "mimeType": file["mimeType"], "size": len(file["content"]),
            "createdAt": now(),
        }

    def file_getUrl(self, bearer, fileId):
        self._file(bearer, fileId)
        return {"url": f"{self.platform.url}/files/{fileId}?signature=s3cret", "expiresAt": now(3600)}

    def file_upload(self, bearer, content, name, mimeType, path=None):
        return {"id": self.platform.keep_file(
            self._tenant(bearer), base64.b64decode(content, validate=True), name, mimeType), "url": None}

    # Webhooks, schedules, events

    def webhook_create(self, bearer, name, context=None, expiresIn=None):
        if name not in self.platform.webhook_names:
            raise Refused("INVALID_PARAMS", f"there is no webhook {name}", field="name")
        id = self._id("whkr")
        webhook = {
            "id": id, "name": name, "context": context, "url": f"{self.platform.url}/api/webhooks/{id}",
            "createdAt": now(), "expiresAt": now(expiresIn) if expiresIn else None, "expiresIn": expiresIn,
            "installation": bearer.get("installation"),
        }
        self.platform.webhooks.append(webhook)
        return {name: webhook[name] for name in ("id", "url", "expiresAt")}

    def _webhooks(self, bearer, name=None):
        return [it for it in self.platform.webhooks
                if it["installation"] == bearer.get("installation") and name in (None, it["name"])]

    def webhook_list(self, bearer, name=None):
        return [{key: it[key] for key in ("id", "name", "context", "url", "createdAt", "expiresAt")}
                for it in self._webhooks(bearer, name)]

    def webhook_delete(self, bearer, id):
        found = [it for it in self._webhooks(bearer) if it["id"] == id]
        for webhook in found:
            self.platform.webhooks.remove(webhook)
        return {"deleted": bool(found)}

    def webhook_deleteByName(self, bearer, name, filter=None):
        found = self._webhooks(bearer, name)
        for webhook in found:
            self.platform.webhooks.remove(webhook)
        return {"count": len(found)}

    def cron_subscribe(self, bearer, toolName, schedule, timezone="UTC", inputs=None, cursorKey=None, label=None):
        kept = {
            "id": self._id("cron"), "toolName": toolName, "schedule": schedule, "timezone": timezone, "enabled": True,
            "inputs": inputs, "cursorKey": cursorKey, "label": label, "createdAt": now(),
            "installation": self._tenant(bearer),
        }
        self.platform.schedules.append(kept)
        return {name: kept[name] for name in ("id", "toolName", "schedule", "timezone")}

    def cron_unsubscribe(self, bearer, subscriptionId):
        found = [it for it in self.platform.schedules
                 if it["id"] == subscriptionId and it["installation"] == self._tenant(bearer)]
        for schedule in found:
            self.platform.schedules.remove(schedule)
        return {"deleted": bool(found)}

    def cron_list(self, bearer, toolName=None):
        return [{key: value for key, value in it.items() if key != "installation"} for it in self.platform.schedules
                if it["installation"] == self._tenant(bearer) and toolName in (None, it["toolName"])]

    def event_create(self, bearer, name, payload, context=None, app=None):
        heard = name in self.platform.subscribed_events
        event = {"id": self._id("evt") if heard else None, "name": name, "payload": payload,
                 "installation": self._tenant(bearer)}
        self.platform.events.append(event)
        return {"emitted": heard, "eventId": event["id"], "eventType": f"app.{self.platform.handle}.{name}"}

    def resource_link(self, bearer, handle, targetModelId, channelId=None, fieldMappings=None):
        if channelId:
            self._channel(bearer, channelId)
        return {"instanceId": self._id("inst")}

    # Setup

    def _step(self, handle):
        step = self.platform.setup_steps.get(handle)
        if not step:
            raise not_found(f"step {handle}")
        return step

    def setup_list(self, bearer):
        return {"steps": list(self.platform.setup_steps.values()), "capabilities": self.platform.capabilities}

    def setup_get(self, bearer, handle):
        return self._step(handle)

    def _move(self, handle, status, metadata):
        step = self._step(handle)
        step["status"], step["metadata"] = status, metadata
        return step

    def setup_complete(self, bearer, handle, metadata=None):
        return self._move(handle, "READY", metadata)

    def setup_skip(self, bearer, handle, metadata=None):
        return self._move(handle, "SKIPPED", metadata)

    def setup_invalidate(self, bearer, handle, reason=None, metadata=None):
        return self._move(handle, "INVALIDATED", metadata)

    def setup_reconcile(self, bearer):
        return {"completed": 0}

    def setup_capabilities(self, bearer):
        return {"capabilities": self.platform.capabilities}

    def batch_start(self, bearer, operationHandle, entityHandle, input=None, label=None, pageSize=None):
        tenant = self._tenant(bearer)
        if any(job == (tenant, operationHandle) for job in self.platform.batches):
            raise Refused("CONFLICT", "is running already", status=409, complaint=False)
        self.platform.batches.append((tenant, operationHandle))
        return {"batchJobId": self._id("job")}

    # Services

    def ai_generateObject(self, bearer, **given):
        return self.platform.ai_answer

    def call_start(self, bearer, communicationChannelId, **given):
        self._channel(bearer, communicationChannelId)
        return {"callSessionId": self._id("call"), "threadId": self._id("thread")}

    def call_appendTranscript(self, bearer, **given):
        return {"messageId": self._id("pmsg"), "threadId": self._id("thread")}

    def call_end(self, bearer, callSessionId, **given):
        return {"callSessionId": callSessionId}

    def call_summarize(self, bearer, callSessionId):
        return {"callSessionId": callSessionId, "summary": None}

    def report_generate(self, bearer, templateHandle, **given):
        return {"html": f"<h1>{templateHandle}</h1>"}
