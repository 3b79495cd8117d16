"""8: inbound mail never grants access, identity, role or participation.

Mail comes in with a later issue (REQ-11). What holds until then: whatever acts does so by a
session or by itself, so no entry may name mail as its origin, and people stay who they are
(guarded.py). When the handler comes, its entries carry `details.by` = `mail`, and may be replies.
"""

from collections.abc import Iterator

from chalicelib.audit.model import Entry
from tests.checks.store import Store

BY_MAIL = "mail"
ALLOWED = frozenset({"ticket.replied"})


def mail_only_replies(store: Store) -> Iterator[str]:
    """A mail may become a message of a request, and nothing else."""
    for entry in store.of(Entry):
        if entry.details and entry.details.get("by") == BY_MAIL and entry.action not in ALLOWED:
            yield f"{entry.action} of {entry.subject} came about by mail"


INBOUND = (mail_only_replies,)
