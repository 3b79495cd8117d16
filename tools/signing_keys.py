"""The keys that sign key files, leases and the deny list (docs/runbook.md).

python -m tools.signing_keys public                       the public keys of the deployment
python -m tools.signing_keys add KEY_ID < old > new       one more key, that signs nothing yet
python -m tools.signing_keys sign-with KEY_ID < old > new this one signs from now on
python -m tools.signing_keys retire KEY_ID < old > new    forget its private half

`public` prints what applications build in, and `kontor-verify --keys` takes. The others read the
deployment's secrets (a JSON object) and write them anew; nothing is changed anywhere else.
"""

import base64
import json
import re
import secrets
import sys
from typing import Any

from chalicelib.licenses.signing import public_half, public_keys

NAME = "key_files"
SEED_BYTES = 32
KEY_ID = re.compile(r"[a-z0-9-]{1,32}")
Json = dict[str, Any]


class Refused(Exception):
    """This can't be done to these keys."""


def add(ring: Json, key_id: str) -> None:
    if not KEY_ID.fullmatch(key_id) or key_id in ring["keys"]:
        message = f"{key_id}: an id is 1 to 32 of a-z, 0-9 and -, and no other key's"
        raise Refused(message)
    seed = base64.b64encode(secrets.token_bytes(SEED_BYTES)).decode()
    ring["keys"][key_id] = {"private": seed}


def sign_with(ring: Json, key_id: str) -> None:
    if "private" not in ring["keys"].get(key_id, {}):
        message = f"{key_id}: there is no private key of this id"
        raise Refused(message)
    ring["signs_with"] = key_id


def retire(ring: Json, key_id: str) -> None:
    if key_id not in ring["keys"] or ring["signs_with"] == key_id:
        message = f"{key_id}: there is no such key, or it is the one that signs"
        raise Refused(message)
    ring["keys"][key_id] = {"public": public_half(ring["keys"][key_id])}


COMMANDS = {"add": add, "sign-with": sign_with, "retire": retire}


def changed(text: str, command: str, key_id: str) -> str:
    """The secrets with the ring of keys changed; all others stay as they are."""
    values: dict[str, str] = json.loads(text)
    ring: Json = json.loads(base64.b64decode(values[NAME]))
    COMMANDS[command](ring, key_id)
    values[NAME] = base64.b64encode(json.dumps(ring).encode()).decode()
    return json.dumps(values)


def main(arguments: list[str]) -> int:
    """Exit status 2 for what can't be done; it is said on stderr, so that no output looks good."""
    match arguments:
        case ["public"]:
            print(json.dumps(public_keys(), indent=2))
        case [command, key_id] if command in COMMANDS:
            try:
                print(changed(sys.stdin.read(), command, key_id))
            except Refused as refused:
                print(refused, file=sys.stderr)
                return 2
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
