#!/usr/bin/env python3
"""Measures sends to the Graph sandbox beside libcurl's own multi loop doing the same POSTs: per second, and CPU each.

usage: sends.py BINARIES [--sends N] [--in-flight N] [--rounds N]

The sandbox speaks HTTP/1.1 on loopback; it and the sender share the machine, so the rate is the pair's and the CPU the
sender's own. The two take turns, and the best round of each counts.
"""
import argparse
import hashlib
import hmac
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests" / "EndToEnd"))
os.environ.setdefault("INTEGRATIONKIT_BINARIES", sys.argv[1] if len(sys.argv) > 1 else "")
from graph import IMOGEN, NUMBER, WHATSAPP_SCOPES, Sandbox  # noqa: E402
from processes import APP_SECRET  # noqa: E402

TARGET = 2.0


def run(*arguments) -> tuple:
    """Sends per second, and microseconds of CPU a send."""
    done = subprocess.run([str(argument) for argument in arguments], capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr or done.stdout or f"{arguments[0]} ended with {done.returncode}"
    count, seconds, cpu = map(float, done.stdout.split())
    return count / seconds, cpu / count * 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binaries", type=pathlib.Path)
    parser.add_argument("--sends", type=int, default=20_000)
    parser.add_argument("--in-flight", type=int, default=64)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sandbox = Sandbox()
    try:
        token = sandbox.login(WHATSAPP_SCOPES)
        sandbox.control("webhooks", paused=True)
        with tempfile.TemporaryDirectory(prefix="ik-sends-") as name:
            folder = pathlib.Path(name)
            curl, body = folder / "sends", folder / "body.json"
            flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcurl"], capture_output=True, text=True)
            subprocess.run(
                ["cc", "-O2", "-o", curl, HERE / "sends.c", *(flags.stdout.split() or ["-lcurl"])], check=True)
            body.write_text(json.dumps({
                "messaging_product": "whatsapp", "recipient_type": "individual", "to": f"+{IMOGEN}", "type": "text",
                "text": {"body": "Your kettle is ready to collect.", "preview_url": False},
                "biz_opaque_callback_data": "msg_1"}, separators=(",", ":")))
            proof = hmac.new(APP_SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()
            url = f"{sandbox.url}/v25.0/{NUMBER}/messages?appsecret_proof={proof}"
            ours, theirs = [], []
            for _ in range(options.rounds):
                ours.append(run(
                    options.binaries / "send-load", sandbox.url, APP_SECRET, token, NUMBER, f"+{IMOGEN}", options.sends,
                    options.in_flight))
                theirs.append(run(curl, url, f"Authorization: Bearer {token}", body, options.sends, options.in_flight))
                sandbox.control("reset")
                token = sandbox.login(WHATSAPP_SCOPES)
                proof = hmac.new(APP_SECRET.encode(), token.encode(), hashlib.sha256).hexdigest()
                url = f"{sandbox.url}/v25.0/{NUMBER}/messages?appsecret_proof={proof}"
                sandbox.control("webhooks", paused=True)
    finally:
        sandbox.stop()
    print(f"-- {options.sends} sends over HTTP/1.1, {options.in_flight} in flight, best of {options.rounds}")
    best = {name: (max(rate for rate, _ in runs), min(cpu for _, cpu in runs)) for name, runs in [("ours", ours), ("curl", theirs)]}
    for name, (rate, cpu) in best.items():
        print(f"{name}: {rate:8.0f} sends/s, {cpu:6.1f} µs CPU a send")
    ratio = best["ours"][1] / best["curl"][1]
    print(f"CPU of ours / curl's: {ratio:.2f} (target at most {TARGET:.1f}): {'met' if ratio <= TARGET else 'missed'}")


if __name__ == "__main__":
    main()
