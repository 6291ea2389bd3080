"""What both benchmarks of the running server send to it."""
import hashlib
import hmac
import json
import os
import pathlib
import re
import subprocess
import time

from processes import APP_SECRET
from torture.fleet import NUMBERS

HERE = pathlib.Path(__file__).resolve().parent


def write_deliveries(path: pathlib.Path, count: int, conversations: int = 500, first: int = 0):
    """Writes different signed text messages of `conversations` people to a number that one workplace may have."""
    number = NUMBERS[1]
    with path.open("w") as file:
        for index in range(first, first + count):
            sender = f"4477009{index % conversations:05d}"
            body = json.dumps({
                "object": "whatsapp_business_account",
                "entry": [{"id": number.account, "changes": [{"field": "messages", "value": {
                    "messaging_product": "whatsapp",
                    "metadata": {"display_phone_number": number.phone.lstrip("+"), "phone_number_id": number.id},
                    "contacts": [{"profile": {"name": f"Customer {sender}"}, "wa_id": sender}],
                    "messages": [{
                        "from": sender, "id": f"wamid.bench{index:012d}", "timestamp": str(int(time.time())),
                        "type": "text", "text": {"body": "Hi, do you still have the blue kettle in stock?"}}],
                }}]}],
            }, separators=(",", ":")).replace("/", "\\/")
            digest = hmac.new(APP_SECRET.encode(), body.encode(), hashlib.sha256).hexdigest()
            file.write(f"sha256={digest}\t{body}\n")


def wrk(url: str, seconds: int, connections: int, deliveries: pathlib.Path | None = None, core: int | None = None) -> tuple:
    """Answers a second, p50 and p99 in milliseconds, and how many answers were no success.

    `deliveries`: What is posted; without it the address is read. `core`: The only one that the load runs on.
    """
    script = HERE / ("webhooks.lua" if deliveries else "get.lua")
    pinned = [] if core is None else ["taskset", "--cpu-list", str(core)]
    output = subprocess.run(
        [*pinned, "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--latency",
         "--timeout", "20s", "--script", str(script), url],
        env=os.environ | ({"DELIVERIES": str(deliveries)} if deliveries else {}), capture_output=True, text=True,
        timeout=seconds + 60).stdout
    match = re.search(r"RESULT (\S+) (\S+) (\S+) (\S+)", output)
    assert match, output
    return float(match[1]), float(match[2]), float(match[3]), int(match[4])
