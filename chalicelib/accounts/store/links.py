"""Reads and writes of links that work once."""

from datetime import datetime

from chalicelib.accounts.errors import LinkUsed
from chalicelib.accounts.model import Link
from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Transaction


def find_link(link_id: str) -> Link | None:
    """The link, or None."""
    return read_one(Link, f"link#{link_id}", "link")


def add_link(change: Transaction, link_id: str, link: Link) -> None:
    """A new link."""
    link.pk, link.sk = f"link#{link_id}", "link"
    change.create(link)


def spend_link(change: Transaction, link: Link, now: datetime, subject: str) -> None:
    """Use a living link up; what it carried about a person is forgotten with that."""
    unspent = Link.spent_at.does_not_exist() & (Link.ends_at > now)
    actions = [Link.spent_at.set(now), Link.data.remove(), Link.subject.set(subject)]
    change.update(link, actions, unspent, lost=LinkUsed())
