"""The deny list as files to fetch (LIC-11), made and signed when somebody asks.

Everybody gets the same bytes within an hour as long as nothing changes, and each process keeps
what it made.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from chalicelib.aws.secrets import secret
from chalicelib.aws.settings import settings
from chalicelib.base import ids
from chalicelib.base.errors import Unavailable
from chalicelib.entry.document import TextFile
from chalicelib.licenses.errors import DeltaUnknown
from chalicelib.licenses.model.denials import DenyHead
from chalicelib.licenses.rules import deny_file
from chalicelib.licenses.rules import deny_list as rules
from chalicelib.licenses.rules.signed_text import close
from chalicelib.licenses.signing import sign
from chalicelib.licenses.store import denials as store

DIGITS = "0123456789abcdef"
TRIES = 3
TAG_CHARS = 32
EMPTY = DenyHead(
    serial=0,
    entries=0,
    digest=rules.NOTHING.hex(),
    changed_at=datetime(2000, 1, 1, tzinfo=UTC),
)
_files: dict[tuple[object, ...], TextFile] = {}


def deny_list(now: datetime) -> TextFile:
    """The whole list. At most one read per `deny_list_seconds`, and two when the list changed."""
    head, packed = _entries(now)
    issue = _issue(head, now)
    stands_for = (issue, secret("key_files"))
    if stands_for not in _files:
        made = _signed(lambda key_id: deny_file.full_bytes(issue, packed, key_id))
        _files.clear()
        _files[stands_for] = made
    return _files[stands_for]


def deny_list_delta(since: str, now: datetime) -> TextFile:
    """What changed after a serial. Raises DeltaUnknown where the whole list must be fetched."""
    head = store.recent_head(now) or EMPTY
    first, last = _serial(since), int(head.serial)
    if first is None or not 0 <= last - first <= settings().deny_list_delta_serials:
        raise DeltaUnknown
    changes = store.changes_since(first, last) if first < last else []
    if len(changes) != last - first:
        raise DeltaUnknown
    added, removed = rules.sum_up((each.added or b"", each.removed or b"") for each in changes)
    issue = _issue(head, now)
    return _signed(lambda key_id: deny_file.delta_bytes(issue, first, added, removed, key_id))


def _serial(text: str) -> int | None:
    plain = text.isascii() and text.isdecimal() and len(text) <= store.SERIAL_DIGITS
    return int(text) if plain else None


def _issue(head: DenyHead, now: datetime) -> deny_file.Issue:
    good = timedelta(hours=settings().deny_list_hours)
    entries, serial = int(head.entries), int(head.serial)
    return deny_file.issue_of(serial, entries, head.digest, head.changed_at, now, good)


def _signed(signed_by: Callable[[str], bytes]) -> TextFile:
    data, _, signature = sign(signed_by)
    text = close(data, signature).decode()
    tag = f'"{ids.digest(text)[:TAG_CHARS]}"'
    return TextFile(text=text, etag=tag, max_age=settings().deny_list_seconds)


def _entries(now: datetime) -> tuple[DenyHead, bytes]:
    """The head, and the entries that it speaks of."""
    for _ in range(TRIES):
        head = store.recent_head(now) or EMPTY
        known = store.kept_entries(head.digest)
        if known is not None:
            return head, known
        packed = b"".join(store.read_parts(DIGITS).values())
        if rules.digest_after(rules.NOTHING, rules.unpack(packed)).hex() == head.digest:
            store.keep_entries(head.digest, packed)
            return head, packed
        # It changed while it was read: once more, from the head on.
        store.forget_head()
    raise Unavailable
