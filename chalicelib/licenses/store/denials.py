"""The deny list's items: what is to change, and the list as it is published."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from chalicelib.aws import dynamo
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.licenses.model.denials import (
    CHANGE,
    DENY_LIST,
    HEAD,
    PART,
    PENDING,
    Denial,
    DenyChange,
    DenyHead,
    DenyPart,
)

SERIAL_DIGITS = 10


def denial(license_id: str, entry: bytes, denied_from: datetime | None) -> Denial:
    """What is to become of an entry: denied from then on, or (None) allowed."""
    return Denial(
        pk=DENY_LIST,
        sk=PENDING + entry.hex(),
        license_id=license_id,
        denied_from=denied_from,
        stamp=ids.token(),
    )


def put_denial(
    change: Transaction, license_id: str, entry: bytes, denied_from: datetime | None
) -> None:
    """Have the published list say so; what was planned for the entry before is off."""
    change.put(denial(license_id, entry, denied_from))


def entry_of(item: Denial) -> bytes:
    """The entry that it is about."""
    return bytes.fromhex(item.sk.removeprefix(PENDING))


def denials() -> Iterator[Denial]:
    """All that the published list does not say yet, plans included. One query."""
    return Denial.query(DENY_LIST, Denial.sk.startswith(PENDING), consistent_read=True)


def find_head(*, consistent: bool = True) -> DenyHead | None:
    """What the published list is; None before the first one."""
    return read_one(DenyHead, DENY_LIST, HEAD, consistent=consistent)


def read_parts(digits: Iterable[str], *, consistent: bool = True) -> dict[str, bytes]:
    """The packed entries by their first hex digit. One round trip."""
    wanted = list(digits)
    keys: list[Key] = [(DenyPart, DENY_LIST, PART + digit) for digit in wanted]
    found = read_many(keys, consistent=consistent)
    return {d: part.packed if part else b"" for d, part in zip(wanted, found, strict=True)}


class _Kept:
    """The head and the entries as this process last read them, and through which connection."""

    head: DenyHead | None = None
    at: datetime | None = None
    source: object = None
    digest: str = ""
    packed: bytes = b""


def recent_head(now: datetime) -> DenyHead | None:
    """As `find_head`, at most `deny_list_seconds` old by the clock that is passed in."""
    source = dynamo.client()
    age = now - _Kept.at if _Kept.at and _Kept.source is source else None
    good = timedelta(seconds=settings().deny_list_seconds)
    if age is None or not timedelta() <= age < good:
        _Kept.head, _Kept.at, _Kept.source = find_head(), now, source
    return _Kept.head


def forget_head() -> None:
    """Read anew at the next use: the list changed while it was being read."""
    _Kept.at = None


def kept_entries(digest: str) -> bytes | None:
    """All entries, packed, where this process knows those of that digest."""
    return _Kept.packed if _Kept.digest == digest else None


def keep_entries(digest: str, packed: bytes) -> None:
    """Know them from now on; the ones before are forgotten."""
    _Kept.digest, _Kept.packed = digest, packed


def _change_key(serial: int) -> str:
    return f"{CHANGE}{serial:0{SERIAL_DIGITS}}"


def changes_since(serial: int, up_to: int) -> list[DenyChange]:
    """What each serial after the first up to the second changed, as far as it is still known."""
    between = DenyChange.sk.between(_change_key(serial + 1), _change_key(up_to))
    return list(DenyChange.query(DENY_LIST, between))


def put_head(change: Transaction, before: DenyHead | None, after: DenyHead) -> None:
    """The next list, if it still follows the one before; else the change fails with Conflict."""
    after.pk, after.sk = DENY_LIST, HEAD
    if before is None:
        change.create(after)
    else:
        change.put(after, DenyHead.serial == before.serial)


def put_parts(change: Transaction, parts: Mapping[str, bytes]) -> None:
    """The parts that changed; `put_head` in the same change keeps others from doing so, too."""
    for digit, packed in parts.items():
        change.put(DenyPart(pk=DENY_LIST, sk=PART + digit, packed=packed))


def add_change(
    change: Transaction, serial: int, added: bytes, removed: bytes, now: datetime
) -> None:
    """What a serial changed, kept for `deny_list_delta_days`."""
    item = DenyChange(
        pk=DENY_LIST,
        sk=_change_key(serial),
        added=added or None,
        removed=removed or None,
        cleanup=now + timedelta(days=settings().deny_list_delta_days),
    )
    change.create(item)


def settle(change: Transaction, item: Denial, *, planned: bool) -> None:
    """The published list says it now; one that is `planned` for later waits for its time."""
    unchanged = Denial.stamp == item.stamp
    if planned:
        change.update(item, [Denial.applied.set(True)], unchanged)
    else:
        change.delete(item, unchanged)
