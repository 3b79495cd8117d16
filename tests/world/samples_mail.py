"""Samples for the routes about mail that did not arrive."""

from collections.abc import Mapping

from chalicelib.accounts.model import Purpose
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.mail.model import Letter, LetterState, StopReason
from chalicelib.mail.store import letters, reaching
from tests.tickets.builders import anew
from tests.world.oneself import link_for, own_of
from tests.world.sample import Make, Sample, plain
from tests.world.world import World

GONE = "gone@nordwerk.example"


def _letter(world: World, state: LetterState) -> Letter:
    now = world.clock.moment
    return Letter(
        pk=ids.ulid(now), sk="letter", to=GONE, language="en", template="password_changed",
        params={"name": "Ann"}, state=state, waiting=state, due_at=now, attempts=8,
        error="MessageRejected", created_at=now,
    )  # fmt: skip


def parked_letter(world: World) -> str:
    """A letter that was given up."""
    letter = _letter(world, LetterState.PARKED)
    change = Transaction(anew(), world.clock.moment)
    letters.add_letter(change, letter)
    change.commit()
    return str(letter.pk)


def stopped_address(world: World) -> str:
    """An address that gets no mail."""
    now = world.clock.moment
    change = Transaction(anew(), now)
    letter = _letter(world, LetterState.QUEUED)
    known = reaching.find_reach(GONE)
    reaching.stop(change, known, letter, StopReason.BOUNCE, "550 5.1.1", now)
    change.commit()
    found = reaching.find_reach(GONE)
    assert found is not None
    return reaching.id_of(found)


def _parked(world: World) -> Sample:
    return Sample({"letter_id": parked_letter(world)})


def _stopped(world: World) -> Sample:
    return Sample({"address_id": stopped_address(world)})


def _confirm(world: World) -> Sample:
    link_id = link_for(world, Purpose.CONFIRM_ADDRESS, own_of(world, staff=False))
    return Sample(body={"token": token_of(link_id)})


MAIL: Mapping[str, Make] = {
    "GET /api/me/mail": plain,
    "GET /api/staff/me/mail": plain,
    "POST /api/me/mail/check": plain,
    "POST /api/staff/me/mail/check": plain,
    "POST /api/address-checks": _confirm,
    "GET /api/staff/letters/parked": plain,
    "POST /api/staff/letters/{letter_id}/retry": _parked,
    "DELETE /api/staff/letters/{letter_id}": _parked,
    "GET /api/staff/addresses/stopped": plain,
    "POST /api/staff/addresses/{address_id}/reopening": _stopped,
}
