"""`kontor-verify`: the same from a shell. Says what it found as JSON.

0 is valid, 1 is not; 2 says that it could not look: a file is not there, or keys are no keys.
"""

import argparse
import base64
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from kontor_verify.deny_list import DenyList, apply_delta, read_deny_list
from kontor_verify.files import check_key_file, check_lease
from kontor_verify.reasons import Reason, Refused, Verdict
from kontor_verify.text import Keys

KEY_BYTES = 32


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; answers the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        verdict = _verdict(asked)
    except Refused as refused:
        verdict = Verdict(refused.reason)
    except (OSError, BadKeys) as failure:
        print(f"kontor-verify: {failure}", file=sys.stderr)
        return 2
    said = {"reason": verdict.reason.value, "values": dict(verdict.values)}
    print(json.dumps(said, ensure_ascii=False, indent=2))
    return 0 if verdict.is_valid else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kontor-verify", description=__doc__)
    parser.add_argument("what", choices=["key-file", "lease", "deny-list"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--keys", type=Path, required=True, help="JSON: key id to base64")
    parser.add_argument("--product", help="the application's own product id")
    parser.add_argument("--device", default="", help="this device's fingerprint, for a lease")
    parser.add_argument("--deny-list", type=Path, help="a deny list to look the license up in")
    parser.add_argument("--delta", type=Path, action="append", default=[], help="applied to it")
    parser.add_argument("--at", type=_moment, help="another moment than now, RFC 3339")
    return parser


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _verdict(asked: argparse.Namespace) -> Verdict:
    keys = _keys(asked.keys)
    now = asked.at or datetime.now(UTC)
    data = asked.file.read_bytes()
    if asked.what == "deny-list":
        return _told(_with_deltas(read_deny_list(data, keys), asked.delta, keys), now)
    denied = None
    if asked.deny_list:
        whole = read_deny_list(asked.deny_list.read_bytes(), keys)
        denied = _with_deltas(whole, asked.delta, keys)
    if asked.what == "lease":
        return check_lease(
            data, keys, now, device=asked.device, product=asked.product, deny_list=denied
        )
    return check_key_file(data, keys, now, product=asked.product, deny_list=denied)


class BadKeys(ValueError):
    """The file of keys holds something else."""


def _keys(file: Path) -> Keys:
    try:
        given: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
        keys = {key_id: base64.b64decode(key, validate=True) for key_id, key in given.items()}
    except (ValueError, AttributeError, TypeError):
        keys = {}
    if not keys or any(len(key) != KEY_BYTES for key in keys.values()):
        message = f'{file} must be JSON like {{"2026-a": "<32 bytes, base64>"}}'
        raise BadKeys(message)
    return keys


def _with_deltas(known: DenyList, deltas: Sequence[Path], keys: Keys) -> DenyList:
    for delta in deltas:
        known = apply_delta(known, delta.read_bytes(), keys)
    return known


def _told(known: DenyList, now: datetime) -> Verdict:
    values = {
        "serial": str(known.serial),
        "entries": str(len(known)),
        "next-update": known.next_update.isoformat(),
        "stale": "yes" if known.is_stale(now) else "no",
    }
    return Verdict(Reason.VALID, values)


if __name__ == "__main__":
    sys.exit(main())
