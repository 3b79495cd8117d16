"""One-time links: each good once, for one purpose, until its time by the clock.

The secret that travels in the mail is computed from the link's id (aws/link_tokens.py), so it
stands nowhere: not in the table, not in the outbox.
"""

import hmac
from collections.abc import Mapping
from datetime import datetime, timedelta

from chalicelib.accounts.model import Link, Purpose
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.errors import KontorError

KEEP_DAYS = 30


class LinkUnknown(KontorError):
    """No such link, or one for another purpose."""

    code = "link_unknown"
    status = 404


class LinkUsed(KontorError):
    """The link was used already."""

    code = "link_used"
    status = 410


class LinkExpired(KontorError):
    """The link's time is over."""

    code = "link_expired"
    status = 410


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
        pk=f"link#{link_id}",
        sk="link",
        purpose=purpose,
        subject=subject,
        data=dict(data) if data else None,
        created_at=now,
        ends_at=now + lifetime,
        cleanup=now + lifetime + timedelta(days=KEEP_DAYS),
    )
    change.create(link)
    return link_id


def find(token: str, purpose: Purpose, now: datetime) -> Link:
    """The living link behind a token, without spending it.

    Raises LinkUnknown (forged, or of another purpose), LinkUsed or LinkExpired.
    """
    link_id = token.partition(".")[0]
    if not hmac.compare_digest(token.encode(), token_of(link_id).encode()):
        raise LinkUnknown
    link = read_one(Link, f"link#{link_id}", "link")
    if link is None or link.purpose != purpose:
        raise LinkUnknown
    if link.spent_at:
        raise LinkUsed
    if now >= link.ends_at:
        raise LinkExpired
    return link


def spend(change: Transaction, link: Link, now: datetime) -> None:
    """Use the link up in the change; whoever comes second gets LinkUsed."""
    unspent = Link.spent_at.does_not_exist() & (Link.ends_at > now)
    # What the link carried about a person is not needed any more.
    actions = [Link.spent_at.set(now), Link.data.remove()]
    change.update(link, actions, unspent, lost=LinkUsed())
