"""LIC-5, LIC-12: what a license's timeline tells, and to whom."""

from datetime import timedelta

import pytest

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses.adding import add_license
from chalicelib.licenses.downloading import download_key_file
from chalicelib.licenses.listing import license_history
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.schemas.history import EventOut
from chalicelib.licenses.schemas.licenses import AddLicense
from chalicelib.licenses.store.licenses import find_license
from tests.builders import (
    actor_for,
    make_catalog,
    make_colleague,
    make_license,
    make_person,
    make_staff,
)
from tests.capacity import counted
from tests.licenses.builders import NOON
from tests.licenses.claiming import refuse_claim

pytestmark = pytest.mark.usefixtures("cloud")
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
STAFF = Actor(account_id="s", name="Sam", role=StaffRole.LICENSE_DESK)


def operation() -> Operation:
    return Operation(ids.token())


def us() -> Actor:
    return actor_for(make_person(NOON), NOON)


def add(actor: Actor, days: int = 0) -> License:
    now = NOON + timedelta(days=days)
    added = add_license(actor, AddLicense(activation_code=CODE), now, operation())
    found = find_license(added.id)
    assert found is not None
    return found


def happen(license_: License, what: What, actor: Actor, minutes: int, text: str = "") -> None:
    now = NOON + timedelta(minutes=minutes)
    change = Transaction(operation(), now)
    note(change, license_, what, actor, now, text=text or None)
    change.commit()


def told(actor: Actor, license_: License) -> list[EventOut]:
    return license_history(actor, license_.pk, None, NOON + timedelta(days=30)).items


def kinds(events: list[EventOut]) -> list[str]:
    return [event.what for event in events]


def test_the_order_the_claim_and_each_key_file_stand_in_it() -> None:
    """LIC-5, invariant 7: newest first, with the names of the own people."""
    make_catalog(NOON)
    make_license()
    person = make_person(NOON)
    license_ = add(actor_for(person, NOON))
    colleague = make_colleague(person, NOON, Right.MANAGE_LICENSES)
    later = NOON + timedelta(hours=1)
    reader = actor_for(colleague, NOON)
    file = download_key_file(reader, license_.pk, "guard-business", later, operation())
    events = told(reader, license_)
    assert kinds(events) == ["key_file_signed", "claimed", "activated", "issued"]
    assert events[0].details.key_file_name == file.name
    assert events[0].details.product_name == "Halbton Guard Business"
    assert [event.by for event in events] == [colleague.name, person.name, None, None]
    assert [event.day_only for event in events] == [False, False, True, True]


def test_an_import_leaves_no_event_and_is_told_all_the_same() -> None:
    """One item more per license of an import of thousands would cost as much as the license."""
    make_license()
    with counted() as costs:
        make_license("2MXKQ-9XDM2-B8WZ4-RT6YH", serial_number="HG-26-4712")
    assert costs.calls.count("TransactWriteItems") == 1
    assert "BatchWriteItem" not in costs.calls
    owner = us()
    assert kinds(told(owner, add(owner)))[-1] == "issued"


def test_who_held_it_before_is_nobodys_business() -> None:
    """Invariant 1: a later holder reads what changed the license, without names and reasons."""
    make_license()
    first = add(us())
    happen(first, What.BLOCKED, STAFF, 1, "Nordwerk did not pay.")
    happen(first, What.UNBLOCKED, STAFF, 2, "Nordwerk did.")
    refuse_claim(first.pk)
    them = actor_for(make_person(NOON, email="eva@suedwerk.example", company="Südwerk AG"), NOON)
    second = add(them, days=1)
    events = told(them, second)
    assert kinds(events) == ["claimed", "unblocked", "blocked", "activated", "issued"]
    assert [event.text for event in events] == [None] * 5
    assert kinds(told(STAFF, second)).count("claimed") == 2


def test_customers_read_the_reason_and_not_which_of_the_vendors_people_it_was() -> None:
    """STF-5."""
    make_license()
    owner = us()
    license_ = add(owner)
    agent = make_staff(NOON, StaffRole.LICENSE_DESK)
    desk = actor_for(agent, NOON)
    happen(license_, What.BLOCKED, desk, 1, "The code stands in a forum.")
    seen, known = told(owner, license_)[0], told(desk, license_)[0]
    assert (seen.text, seen.side, seen.by) == ("The code stands in a forum.", "staff", None)
    assert known.by == agent.name


def test_while_a_claim_is_checked_nothing_that_proves_a_buyer_is_told() -> None:
    """LIC-3."""
    happen(make_license(needs_check="yes"), What.SEATS_ADDED, STAFF, -5)
    owner = us()
    assert kinds(told(owner, add(owner))) == ["claimed"]


def test_the_deleted_have_no_name() -> None:
    """ACC-13."""
    make_license()
    person = make_person(NOON)
    license_ = add(actor_for(person, NOON))
    person.delete()
    reader = Actor(account_id="x", company_id=person.company_id, owner=True)
    assert told(reader, license_)[0].by is None


def test_a_long_history_comes_in_pages_of_one_query_each() -> None:
    """Flat cost: a page, whatever stands behind it."""
    make_license()
    owner = us()
    license_ = add(owner)
    for minute in range(1, 31):
        happen(license_, What.UNBLOCKED, STAFF, minute)
    with counted() as costs:
        first = license_history(owner, license_.pk, None, NOON)
    assert costs.calls == ["GetItem", "Query"]
    assert len(first.items) == 25
    rest = license_history(owner, license_.pk, first.next_cursor, NOON)
    assert kinds(rest.items) == [*["unblocked"] * 5, "claimed", "activated", "issued"]
    assert rest.next_cursor is None


def test_anothers_license_has_no_history() -> None:
    """Invariant 1."""
    make_license()
    license_ = add(us())
    with pytest.raises(NotFound):
        told(Actor(account_id="x", company_id="them"), license_)
