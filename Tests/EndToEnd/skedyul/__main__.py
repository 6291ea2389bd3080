"""Serves a platform until it is ended: `python -m skedyul --config FILE`."""

import argparse
import json
import threading

from skedyul.platform import Skedyul

parser = argparse.ArgumentParser(prog="skedyul", description="A Skedyul platform for tests.")
parser.add_argument("--config", required=True, help="an integration's platform-config.json")
parser.add_argument("--port", type=int, default=0)
options = parser.parse_args()
with open(options.config, encoding="utf-8") as file:
    platform = Skedyul(json.load(file), options.port)
with platform:
    print(f"skedyul at {platform.url}", flush=True)
    threading.Event().wait()
