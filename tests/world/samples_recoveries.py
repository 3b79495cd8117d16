"""Samples for the routes by which the ownership of a company is recovered."""

from collections.abc import Mapping

from chalicelib.companies.store import companies
from chalicelib.recoveries import store, telling
from chalicelib.recoveries.asking import ask
from chalicelib.recoveries.schemas import AskRecovery
from tests.builders import actor_for
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import anew
from tests.tickets.files import send_file
from tests.world.people import Who, address_of
from tests.world.sample import Make, Sample
from tests.world.things import HELD_CODE, registration
from tests.world.world import World

NEW = {"email": "ole@nordwerk.example", "activation_code": HELD_CODE}


def _opened(world: World) -> str:
    """The author asks to own the company, and the others are told; the recovery's id."""
    author, now = world.people.accounts[Who.AUTHOR], world.clock.moment
    company = companies.find_company(author.company_id)
    if company is not None and company.recovery:
        return str(company.recovery)
    actor = actor_for(author, now)
    file_key = send_file(actor, b"%PDF-1.7", "application.pdf", now)
    ask(actor, AskRecovery(activation_code=HELD_CODE, file=file_key), now, anew())
    (recovery,) = store.asked_by(author.pk, 1)
    telling.go_on(recovery.pk, now)
    return str(recovery.pk)


def _ask(world: World) -> Sample:
    return Sample(body={"activation_code": HELD_CODE, "file": world.things.whole_upload})


def _with_one(world: World) -> Sample:
    _opened(world)
    return Sample()


def _object(world: World) -> Sample:
    _opened(world)
    return Sample(body={"words": "She is on holiday."})


def _link(world: World) -> Sample:
    _opened(world)
    letter = letters_to(address_of(Who.OWNER), "recovery_told")[-1]
    return Sample(body={"token": link_in(letter)})


def _one(world: World) -> Sample:
    return Sample({"recovery_id": _opened(world)})


def _decide(world: World) -> Sample:
    body = {"accept": False, "reason": "Who are you?", "objections": 0}
    return Sample({"recovery_id": _opened(world)}, body=body)


RECOVERIES: Mapping[str, Make] = {
    "POST /api/recovery-registrations": lambda _: Sample(body=registration(**NEW)),
    "GET /api/recoveries": _with_one,
    "POST /api/recoveries": _ask,
    "POST /api/recoveries/withdrawal": _with_one,
    "GET /api/company/recovery": _with_one,
    "POST /api/company/recovery/objection": _object,
    "POST /api/recovery-objections/inspect": _link,
    "POST /api/recovery-objections": _link,
    "GET /api/staff/recoveries": _with_one,
    "GET /api/staff/recoveries/{recovery_id}": _one,
    "GET /api/staff/recoveries/{recovery_id}/application": _one,
    "POST /api/staff/recoveries/{recovery_id}/decision": _decide,
}
