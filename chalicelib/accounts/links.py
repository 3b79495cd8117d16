"""One-time links: each good once, for one purpose, until its time by the clock.

The secret that travels in the mail is computed from the link's id (aws/link_tokens.py), so it
stands nowhere: not in the table, not in the outbox.
"""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

from chalicelib.accounts.errors import LinkExpired, LinkUnknown, LinkUsed
from chalicelib.accounts.model import Link, Purpose
from chalicelib.accounts.store import links as store
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids

KEEP_DAYS = 30
NOBODYS = "nobody"


def issue(
    change: Transaction,
    purpose: Purpose,
    subject: str,
    now: datetime,
    lifetime: timedelta,
    data: Mapping[str, object] | None = None,
) -> str:
    """Write a link into the change; answers its id, from which `token_of` makes the secret."""
    link_id = ids.ulid(now)
    link = Link(
        purpose=purpose,
        subject=subject,
        data=dict(data) if data else None,
        created_at=now,
        ends_at=now + lifetime,
        cleanup=now + lifetime + timedelta(days=KEEP_DAYS),
    )
    store.add_link(change, link_id, link)
    return link_id


def pretend(change: Transaction, purpose: Purpose, now: datetime, *, items: int) -> None:
    """Write as many links that are good for nothing, so that nobody can tell by the time taken.

    They have ended already, are nobody's, and are mailed to no one.
    """
    for _ in range(items):
        issue(change, purpose, NOBODYS, now, timedelta())


def find(token: str, purpose: Purpose, now: datetime) -> Link:
    """The living link behind a token, without spending it.

    Raises LinkUnknown (forged, or of another purpose), LinkUsed or LinkExpired.
    """
    link_id = token.partition(".")[0]
    if not hmac.compare_digest(token.encode(), token_of(link_id).encode()):
        raise LinkUnknown
    link = store.find_link(link_id)
    if link is None or link.purpose != purpose:
        raise LinkUnknown
    if link.spent_at:
        raise LinkUsed
    if now >= link.ends_at:
        raise LinkExpired
    return link


def spend(change: Transaction, link: Link, now: datetime, *, subject: str = "") -> None:
    """Use the link up in the change; whoever comes second gets LinkUsed.

    `subject` takes the place of what it was about, where that says who somebody is.
    """
    store.spend_link(change, link, now, subject or link.subject)
