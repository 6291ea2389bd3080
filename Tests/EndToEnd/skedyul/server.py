"""The platform's HTTP surface."""

import json
import socket
import time
from http.server import BaseHTTPRequestHandler

from skedyul.faults import DONE
from skedyul.parameters import METHODS, QUEUES, check
from skedyul.refusal import Refused


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    @property
    def platform(self):
        return self.server.platform

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = self.path.split("?")[0]
        if path.startswith("/files/") and self.path.endswith("?signature=s3cret"):
            return self._file(path.removeprefix("/files/"))
        if path == "/fake/state":
            return self._answer(200, self._state())
        self._answer(404, {"error": "Not Found"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path.startswith("/fake/"):
            return self._answer(200, self._control(self.path.removeprefix("/fake/"), json.loads(body)))
        name, bearer = self.path, {}
        note = {"method": name, "params": None, "scope": None, "installation": None, "status": None}
        try:
            name, params, work = self._call(body, note)
            fault = self.platform.faults.take(name)
            if fault and self._failed(fault, name, params, work):
                note["status"] = fault[0]
                return
            result = work()
            answer = {"success": True, "data": result, "errors": []}
            if name == "instance.list":
                answer["data"], answer["pagination"] = result
            note["status"] = 200
            self._answer(200, answer)
        except Refused as refusal:
            if refusal.complaint:
                self.platform.complain(f"{note['method']}: {refusal}")
            note["status"] = refusal.status
            self._answer(refusal.status, {"success": False, "data": None, "errors": [refusal.error]})

    # Calls

    def _call(self, body, note):
        """Name, parameters and what does it."""
        with self.platform.lock:
            self.platform.calls.append(note)
            bearer = self.platform.tokens.bearer(self.headers.get("Authorization"))
        note["scope"], note["installation"] = bearer["scope"], bearer.get("installation")
        if not self.headers.get("Content-Type", "").startswith("application/json"):
            raise Refused("INVALID_REQUEST", "the content type is application/json")
        try:
            given = json.loads(body)
        except ValueError:
            raise Refused("INVALID_REQUEST", "the body is not JSON") from None
        if self.path in QUEUES:
            params = check(given, QUEUES[self.path], self.path)
            note["params"] = params
            work = {
                "ratelimit/acquire": self.platform.queues.acquire, "ratelimit/release": self.platform.queues.release,
                "sequencer/allow": self.platform.queues.allow, "sequencer/acquire": self.platform.queues.lock,
                "sequencer/release": self.platform.queues.unlock,
            }[self.path.removeprefix("/api/internal/")]
            return self.path.removeprefix("/api/internal/"), params, lambda: work(**params)
        if self.path != "/api/core":
            raise Refused("NOT_FOUND", f"there is no {self.path}", status=404)
        if set(given) - {"method", "params"} or not isinstance(given.get("method"), str):
            raise Refused("INVALID_REQUEST", f"a call has a method and params, not {sorted(given)}")
        name = note["method"] = given["method"]
        if name not in METHODS:
            raise Refused("UNKNOWN_METHOD", f"there is no method {name}")
        params = note["params"] = check(given.get("params", {}), METHODS[name], name)

        def work():
            with self.platform.lock:
                return getattr(self.platform.core, name.replace(".", "_"))(bearer, **params)

        return name, params, work

    def _failed(self, fault, name, params, work) -> bool:
        """Fails in this way. - Returns: whether an answer was given, or none will be."""
        kind, seconds = fault
        if kind == "slow":
            time.sleep(seconds)
            return False
        result = work() if kind in DONE else None
        match kind:
            case "500" | "503":
                code = "INTERNAL_ERROR" if kind == "500" else "UNAVAILABLE"
                self._answer(int(kind), {"success": False, "data": None, "errors": [
                    {"field": None, "code": code, "message": "something broke"}]})
            case "429":
                self._answer(429, {"success": False, "data": None, "errors": [
                    {"field": None, "code": "RATE_LIMITED", "message": "too many requests"}]}, {"Retry-After": "0"})
            case "html":
                self._send(502, b"<html><body><h1>Bad Gateway</h1></body></html>", "text/html")
            case "refused":
                self._answer(200, {"success": False, "data": None, "errors": [
                    {"field": "name", "code": "VALIDATION_ERROR", "message": "is not what we like"}]})
            case "truncated":
                text = json.dumps({"success": True, "data": result}).encode()
                self._send(200, text[: len(text) // 2], "application/json", length=len(text))
                self._hang_up()
            case "silence":
                time.sleep(seconds)
                self._hang_up()
            case "lost" | "hangup":
                self._hang_up()
        return True

    def _hang_up(self):
        self.close_connection = True
        try:
            self.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    # Answers

    def _file(self, id):
        file = self.platform.files.get(id)
        if not file or self.headers.get("Authorization"):
            if file:
                self.platform.complain("a token was sent to the address of a file")
            return self._send(403, b"", "text/plain")
        self._send(200, file["content"], file["mimeType"])

    def _answer(self, status, value, headers=None):
        self._send(status, json.dumps(value).encode(), "application/json; charset=utf-8", headers)

    def _send(self, status, body, kind, headers=None, length=None):
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    # For tests in other languages

    def _control(self, what, given):
        platform = self.platform
        match what:
            case "install":
                installation = platform.install(given["subdomain"], given.get("env"))
                return {"id": installation.id, "workplace": installation.workplace, "token": installation.token()}
            case "token":
                return {"token": platform.installations[given["installation"]].token(given.get("lives", 3600))}
            case "revoke":
                platform.tokens.revoke(given["token"])
            case "fault":
                platform.fault(**given)
            case "instance":
                with platform.lock:
                    return platform.instances.create(
                        given["model"], given["installation"], given["data"], given.get("env"))
            case "channel":
                with platform.lock:
                    platform.channels.append(given)
            case "subscribe":
                platform.subscribed_events.add(given["event"])
            case "file":
                return {"id": platform.keep_file(
                    given["installation"], given["content"].encode(), given["name"], given["mimeType"])}
            case "steps":
                platform.setup_steps, platform.capabilities = given["steps"], given["capabilities"]
        return {}

    def _state(self):
        platform = self.platform
        with platform.lock:
            return {
                "appToken": platform.app_token, "provisionToken": platform.provision_token,
                "instances": platform.instances.all, "channels": platform.channels, "messages": platform.messages,
                "events": platform.events, "webhooks": platform.webhooks, "schedules": platform.schedules,
                "calls": platform.calls, "complaints": platform.complaints,
                "files": {id: len(file["content"]) for id, file in platform.files.items()},
                "acquired": platform.queues.acquired, "released": platform.queues.released,
            }
