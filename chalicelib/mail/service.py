"""Promising a letter, in the transaction of its cause (NOT-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.mail.model import Letter, LetterState
from chalicelib.mail.store import addresses, letters, reaching, zones
from chalicelib.mail.topics import TOPIC_OF, can_choose


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to, in which language, and which topics they do without.

    `unwanted` is what whoever posts happens to know; the delivery asks again.
    """

    email: str
    language: str
    name: str = ""
    unwanted: frozenset[str] = frozenset()

    @classmethod
    def of(cls, actor: Actor) -> "Recipient":
        """Somebody who was read as an actor already."""
        return cls(actor.email, actor.language, actor.name, actor.unwanted)


def post(
    change: Transaction,
    to: Recipient,
    template: str,
    params: Mapping[str, object],
    now: datetime,
    *,
    thread: str = "",
    enclose: Mapping[str, str] | None = None,
) -> None:
    """Queue a letter, unless its topic is known to be unwanted (KeyError where it has none).

    `params` are JSON; a link stands in them as `{"link": id, "page": path}`. `enclose` names what
    is made for it at its delivery (enclosing.py).
    """
    topic = TOPIC_OF[template]
    if topic in to.unwanted and can_choose(topic):
        return
    letter = Letter(
        pk=ids.ulid(now),
        sk="letter",
        to=to.email,
        language=to.language,
        template=template,
        params={"name": to.name, **params},
        enclosure=dict(enclose) if enclose else None,
        thread=thread or None,
        created_at=now,
        waiting=LetterState.QUEUED,
        due_at=now + timedelta(seconds=settings().letter_stale_seconds),
    )
    letters.add_letter(change, letter)


def forget_address(email: str, address_id: str) -> int:
    """Take an address out of all letters that went to it, and out of the counts; safe to repeat.

    `address_id` is its keyed hash, under which stands whether mail arrives there. Answers how many
    letters wait to be sent: they keep it until they are.
    """
    reaching.forget(address_id)
    return addresses.forget_address(email)


def waits_for(email: str) -> bool:
    """Whether a letter to the address is on its way yet; True also when too many are to tell."""
    return addresses.waits_for(email, settings().letters_per_sweep)


def keep_zone(change: Transaction, email: str, zone: str | None, *, staff: bool = False) -> None:
    """Keep in which zone an address reads times, for its letters; None is none in particular."""
    zones.set_zone(change, email, zone, staff=staff)


def forget_choice(change: Transaction, email: str) -> None:
    """Forget a customer's address's topics and zone: who comes back begins anew."""
    addresses.forget_choice(change, email)
    zones.set_zone(change, email, None, staff=False)
