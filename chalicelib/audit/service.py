"""Writing down who did what, in the transaction that does it."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.audit import store
from chalicelib.audit.model import Entry
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor

VENDOR = "vendor"


def record(
    change: Transaction,
    actor: Actor,
    action: str,
    subject: str,
    now: datetime,
    *,
    company_id: str = "",
    details: Mapping[str, object] | None = None,
) -> None:
    """Add a change's entry: `action` is `<thing>.<verb in the past>`, `subject` the thing's id.

    `details` holds what changed, never a secret, a password or a text that somebody wrote.
    """
    entry = Entry(
        pk=company_id or actor.company_id or VENDOR,
        sk=ids.ulid(now),
        action=action,
        subject=subject,
        actor_id=actor.account_id or actor.token_id or "nobody",
        address=actor.address,
        at=now,
        details=dict(details) if details else None,
    )
    store.add(change, entry)
