"""Whether mail arrives at an address: what is kept of that, and how it changes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import reduce
from operator import and_
from typing import Any

from pynamodb.expressions.condition import Condition, size

from chalicelib.aws.conditional import update_if
from chalicelib.aws.former_addresses import address_hash
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base.errors import NotFound
from chalicelib.mail.model import Letter, Reach, StopReason
from chalicelib.mail.store.addresses import choice_key

REACH = "reach"
STOPPED = "stopped"
CURSOR = frozenset({"pk", "sk", "stopped_at"})
_PREFIX = "address#"


def reach_key(email: str) -> Key:
    """Where it stands."""
    return key_of_id(address_hash(email))


def key_of_id(address_id: str) -> Key:
    """The same by the id that lists, paths and audit entries give to an address."""
    return (Reach, _PREFIX + address_id, REACH)


def find_reach(email: str) -> Reach | None:
    """What is known of an address, or None."""
    return find_by_id(address_hash(email))


def find_by_id(address_id: str) -> Reach | None:
    """The same by the address's id."""
    return read_one(Reach, _PREFIX + address_id, REACH)


def id_of(reach: Reach) -> str:
    """The address's id: a hash of it that only the deployment can make."""
    return str(reach.pk.removeprefix(_PREFIX))


def known_of(email: str, *, staff: bool) -> tuple[frozenset[str], Reach | None]:
    """The topics that an address does without, and whether mail arrives. One round trip."""
    choice, reach = read_many([choice_key(email, staff=staff), reach_key(email)])
    return frozenset((choice.topics if choice else None) or ()), reach


def stops_of(emails: Sequence[str]) -> dict[str, Reach]:
    """Those of up to 100 addresses that get no mail, perhaps as of a moment ago. One round trip."""
    found = read_many([reach_key(one) for one in emails], consistent=False) if emails else []
    return {
        email: reach for email, reach in zip(emails, found, strict=True) if reach and reach.stopped
    }


def stopped_page(cursor: str | None) -> Page[Reach]:
    """A page of the addresses that get no mail, the latest first. One query."""
    partition, size = {"stopped": STOPPED}, settings().page_size
    results = Reach.stopped_index.query(
        STOPPED,
        scan_index_forward=False,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR),
    )
    return read_page(results, partition, size)


def stop(
    change: Transaction, known: Reach | None, letter: Letter, reason: StopReason, answer: str,
    now: datetime,
) -> None:  # fmt: skip
    """No more mail to the letter's address; Conflict when something was noted meanwhile."""
    reach = _copy(known, letter.to)
    reach.stopped, reach.stopped_at, reach.reason = STOPPED, now, reason
    reach.template, reach.answer, reach.cleanup = letter.template, answer or None, None
    change.put(reach, _same(known))


def count_soft(
    change: Transaction, known: Reach | None, email: str, answer: str, now: datetime
) -> None:
    """One more letter that came back for now; Conflict when something was noted meanwhile."""
    reach = _copy(known, email)
    reach.soft, reach.soft_at = int(reach.soft) + 1, now
    if not reach.stopped:
        reach.answer, reach.cleanup = answer or None, _forgotten_at(now)
    change.put(reach, _same(known))


def _copy(known: Reach | None, email: str) -> Reach:
    values: dict[str, Any] = known.attribute_values if known else {}
    _, pk, sk = reach_key(email)
    return Reach(**{**values, "pk": pk, "sk": sk, "email": email})


def _same(known: Reach | None) -> Condition:
    if known is None:
        return Reach.pk.does_not_exist()
    named = ((Reach.stopped_at, known.stopped_at), (Reach.reopened_at, known.reopened_at))
    times = [name == value if value else name.does_not_exist() for name, value in named]
    return reduce(and_, times, Reach.soft == known.soft)


def note_held(letter: Letter) -> None:
    """Keep the id of a letter that did not go out, among the first ones."""
    _, pk, sk = reach_key(letter.to)
    reach = Reach(pk=pk, sk=sk)
    room = Reach.held.does_not_exist() | (size(Reach.held) < settings().letters_held)
    update_if(reach, [Reach.held.add({letter.pk})], Reach.stopped.exists() & room)


def reopen(change: Transaction, email: str, now: datetime) -> None:
    """Mail may go to an address from now on, whatever is known of it: somebody got some there."""
    _, pk, sk = reach_key(email)
    reach = Reach(pk=pk, sk=sk, email=email, reopened_at=now)
    reach.cleanup = _forgotten_at(now)
    change.put(reach)


def lift(change: Transaction, reach: Reach, now: datetime) -> None:
    """Mail may go to a stopped address from now on; NotFound when it may already."""
    cleared = (
        Reach.stopped, Reach.stopped_at, Reach.reason, Reach.template, Reach.held, Reach.answer,
        Reach.soft_at,
    )  # fmt: skip
    kept = [Reach.soft.set(0), Reach.reopened_at.set(now), Reach.cleanup.set(_forgotten_at(now))]
    actions = [*(name.remove() for name in cleared), *kept]
    change.update(reach, actions, Reach.stopped_at == reach.stopped_at, lost=NotFound())


def forget(address_id: str) -> None:
    """Nothing is known of the address any more, by its id."""
    _, pk, sk = key_of_id(address_id)
    Reach(pk=pk, sk=sk).delete()


def _forgotten_at(now: datetime) -> datetime:
    return now + timedelta(days=settings().letter_days)
