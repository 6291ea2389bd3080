"""Bearer tokens and how far each reaches."""

import base64
import json
import secrets
import time

from skedyul.refusal import Refused


def _part(value: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


class Tokens:
    def __init__(self):
        self._known = {}

    def app(self) -> str:
        return self._keep("sk_app_" + secrets.token_hex(16), scope="app")

    def provision(self) -> str:
        return self._keep("sk_prv_" + secrets.token_hex(16), scope="provision")

    def installation(self, installation: str, lives: float) -> str:
        end = time.time() + lives
        jwt = f"{_part({'alg': 'none'})}.{_part({'sub': installation, 'exp': int(end)})}.{secrets.token_hex(8)}"
        return self._keep("sk_wkp_" + jwt, scope="installation", installation=installation, end=end)

    def revoke(self, token: str):
        self._known.pop(token, None)

    def bearer(self, header: str | None) -> dict:
        kind, _, token = (header or "").partition(" ")
        found = self._known.get(token) if kind == "Bearer" else None
        if not found:
            raise Refused("UNAUTHORIZED", "the token is not known", status=401)
        if found.get("end", time.time() + 1) <= time.time():
            raise Refused("UNAUTHORIZED", "the token has expired", status=401, complaint=False)
        return found

    def _keep(self, token: str, **facts) -> str:
        self._known[token] = facts
        return token
