"""Publishing the deny list: bringing it up to date, and handing it out (LIC-11).

The list's items change in one transaction per serial; the file is made and signed when somebody
asks, the same bytes for everybody within the hour, and kept by each process.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base import ids
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.licenses.model.denials import Denial, DenyHead
from chalicelib.licenses.rules import deny_list as rules
from chalicelib.licenses.store import denials as store

AT_ONCE = 60
"""Entries in one serial: with the 16 parts they fit into one transaction."""


def publish(now: datetime) -> int:
    """Bring the published list up to what holds at that moment; answers how much was settled.

    A run at the same moment wins or loses as a whole; what it lost is there for the next one.
    """
    due = (denial for denial in store.denials() if rules.is_due(denial, now))
    done = 0
    while chunk := list(islice(due, AT_ONCE)):
        try:
            _publish(chunk, now)
        except (Conflict, Repeated):
            break
        done += len(chunk)
    return done


def _publish(chunk: Sequence[Denial], now: datetime) -> None:
    head = store.find_head()
    wanted = {store.entry_of(denial): rules.is_denied(denial, now) for denial in chunk}
    parts = store.read_parts(sorted({rules.part_of(entry) for entry in wanted}))
    listed = {entry for packed in parts.values() for entry in rules.unpack(packed)}
    added = {entry for entry, denied in wanted.items() if denied} - listed
    removed = {entry for entry, denied in wanted.items() if not denied} & listed
    change = Transaction(_operation(chunk), now)
    for denial in chunk:
        planned = denial.denied_from is not None and denial.denied_from > now
        store.settle(change, denial, planned=planned)
    if added or removed:
        after = (listed | added) - removed
        changed = {rules.part_of(entry) for entry in added | removed}
        store.put_parts(
            change,
            {d: rules.pack(e for e in after if rules.part_of(e) == d) for d in sorted(changed)},
        )
        serial = int(head.serial) + 1 if head else 1
        store.add_change(change, serial, rules.pack(added), rules.pack(removed), now)
        store.put_head(change, head, _next_head(head, serial, added, removed, now))
    change.commit()


def _operation(chunk: Sequence[Denial]) -> Operation:
    stamps = "".join(f"{denial.stamp}{denial.applied}" for denial in chunk)
    return Operation.of("job", f"deny list {ids.digest(stamps)}")


def _next_head(
    head: DenyHead | None, serial: int, added: set[bytes], removed: set[bytes], now: datetime
) -> DenyHead:
    entries = int(head.entries) if head else 0
    before = bytes.fromhex(head.digest) if head else rules.NOTHING
    return DenyHead(
        serial=serial,
        changed_at=now,
        entries=entries + len(added) - len(removed),
        digest=rules.digest_after(before, added | removed).hex(),
    )
