"""The deny list as applications read it, whole and as a delta (docs/formats/deny-list.md)."""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalicelib.licenses.rules.signed_text import write_lines

NOTHING = "-"
VERSION = "1"
LONG = frozenset({"list", "added", "removed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What both forms say of the list: its serial, its digest in hex, and how long it is good."""

    serial: int
    entries: int
    digest: str
    issued: datetime
    next_update: datetime


def issue_of(
    serial: int, entries: int, digest: str, changed_at: datetime, now: datetime, good: timedelta
) -> Issue:
    """The list as it is issued at that moment.

    It is issued anew at each change and each full hour, so that whoever asks within the hour
    gets the same bytes.
    """
    hour = now.replace(minute=0, second=0, microsecond=0)
    issued = max(hour, changed_at.replace(microsecond=0))
    return Issue(
        serial=serial, entries=entries, digest=digest, issued=issued, next_update=issued + good
    )


def full_bytes(issue: Issue, packed: bytes, key_id: str) -> bytes:
    """What is signed of the whole list."""
    lines = [("deny-list", VERSION), ("signed-with", key_id), *_lines(issue)]
    return write_lines([*lines, ("list", _text(packed))], LONG)


def delta_bytes(issue: Issue, since: int, added: bytes, removed: bytes, key_id: str) -> bytes:
    """What is signed of the changes after a serial."""
    lines = [("deny-list-delta", VERSION), ("signed-with", key_id), ("since", str(since))]
    changes = [("added", _text(added)), ("removed", _text(removed))]
    return write_lines([*lines, *_lines(issue), *changes], LONG)


def _lines(issue: Issue) -> list[tuple[str, str]]:
    return [
        ("serial", str(issue.serial)),
        ("issued", moment_text(issue.issued)),
        ("next-update", moment_text(issue.next_update)),
        ("entries", str(issue.entries)),
        ("digest", issue.digest),
    ]


def moment_text(moment: datetime) -> str:
    """A moment as our files write it: to the second, in UTC."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(packed: bytes) -> str:
    return base64.b64encode(packed).decode() or NOTHING
