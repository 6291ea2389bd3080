"""A Skedyul platform to test linked mode with: its Core API, strict, and the calls that it makes.

It knows nothing of IntegrationKit: what it takes and gives is its own reading of the platform's wire protocol. It refuses
methods, parameters, fields, filters and variables that it does not know, wrong and expired tokens, and whatever belongs
to another tenant; each refusal that only a mistake of the caller's explains stands in `platform.complaints`, so a test ends
with `assert platform.complaints == []`.

    from skedyul import Skedyul

    with Skedyul(config=json.load(open("Generated/platform-config.json"))) as platform:
        clinic = platform.install("my-test-clinic", env={"META_ACCESS_TOKEN": "…"})
        start_server(SKEDYUL_API_URL=platform.url)
        platform.fault("communicationChannel.receiveMessage", "500", times=2)
        answer = clinic.call_tool(server_url, "send_whatsapp", {"channel": …})
        assert platform.messages[0]["remoteId"] == "wamid.1"

What there is to use:

- `Skedyul(config=…)`: models, channels, queues and webhooks are those of the config (`Generated/platform-config.json`).
- `platform.install(subdomain, env={})` makes a workplace with an installation, an `Installation`.
- `installation.token(lives=3600)` is an `sk_wkp_` token; `platform.app_token` an `sk_app_` one, `platform.provision_token`
  an `sk_prv_` one.
- `installation.env()` is what a call gets as `env` (address, token, variables); `installation.context(trigger, …)` what it
  gets as `context`. `platform.post(url, body)` makes a call, `installation.call_tool(…)` and `installation.deliver(…)` the two
  commonest ones.
- `platform.fault(method, kind, times=1, seconds=…)`: the next calls of the method (or of every method, `"*"`) fail. Kinds:
  `slow` (waits, then does it), `500`, `503`, `429` (JSON, not done), `html` (a page instead of JSON, not done), `truncated`
  (half an answer, done), `lost` (done, then hangs up), `hangup` (hangs up, not done), `refused` (success: false, not done),
  `silence` (no answer at all, not done).
- State to look at, under `with platform.lock:` while calls are being made: `instances`, `channels`, `messages`, `events`,
  `files`, `webhooks`, `schedules`, `calls` (every call of the Core API: method, params, scope, installation, status).

As a program, `python -m skedyul --config FILE`, it prints its address and takes the same over HTTP for tests in other
languages: `POST /fake/install {subdomain, env}`, `/fake/token {installation, lives}`, `/fake/fault {method, kind, times,
seconds}`, and `GET /fake/state`.
"""

from skedyul.platform import Installation, Skedyul

__all__ = ["Installation", "Skedyul"]
