"""REQ-2, REQ-6: opening a request, and every reason why not."""

from typing import Any

import pytest

from chalicelib.audit.model import Entry
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Invalid
from chalicelib.base.operation import Operation
from chalicelib.tickets.errors import NumberTaken
from chalicelib.tickets.model.ticket import Severity, Status, Ticket
from chalicelib.tickets.schemas.requests import TicketQuery
from chalicelib.tickets.service.form import ticket_form
from chalicelib.tickets.service.opening import open_ticket
from chalicelib.tickets.service.reading import find_by_number, list_tickets, view_ticket
from chalicelib.tickets.store.tickets import add_ticket
from tests.builders import make_catalog
from tests.mailbox import letters_to
from tests.tickets.builders import (
    MINUTE,
    NOON,
    anew,
    colleague,
    end,
    head,
    make_desk,
    open_one,
    stranger,
    wishes,
)
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")


def refusal(actor: Actor, **changed: Any) -> dict[str, str]:
    """For each refused field the reason; nothing was written."""
    before = [ticket.pk for ticket in Ticket.scan()]
    with pytest.raises(Invalid) as refused:
        open_one(actor, **changed)
    assert [ticket.pk for ticket in Ticket.scan()] == before
    return {field.field: field.code for field in refused.value.fields}


def test_a_request_gets_a_number_and_a_letter() -> None:
    """REQ-6: registered by mail, with the number in the letter."""
    desk = make_desk()
    opened = open_one(desk.author)
    assert opened.status is Status.IN_PROGRESS
    assert opened.number.startswith("261123-")
    (letter,) = letters_to(desk.author.email, "ticket_registered")
    assert letter.params["number"] == opened.number
    assert letter.params["product"] == "Halbton Guard Business"
    assert letter.params["url"] == {"page": f"/requests/{opened.id}"}
    assert letter.thread == opened.id
    assert find_by_number(desk.author, opened.number.lower()).id == opened.id


def test_what_was_filled_in_stands_in_the_request() -> None:
    """REQ-2."""
    desk = make_desk(language="de")
    opened = open_one(desk.author, severity=Severity.HIGH)
    seen = view_ticket(desk.author, opened.id)
    assert (seen.product_name, seen.version_name) == ("Halbton Guard Business", "12.1")
    assert (seen.os_name, seen.severity) == ("Windows 11", Severity.HIGH)
    assert (seen.type_name, seen.subtype_name) == ("Installation", "Aktualisierung")
    assert seen.license_public_id.startswith("LIC-")
    (message,) = seen.messages
    assert message.text.startswith("Since the update")
    assert (message.author.name, message.author.role) == ("Mara Lind", "customer")
    assert [(move["from"], move["to"]) for move in seen.history] == [(None, "in_progress")]


def test_the_form_offers_what_the_company_has_a_license_for() -> None:
    """REQ-2, REQ-3."""
    desk = make_desk(language="de")
    form = ticket_form(desk.author, NOON)
    assert [group.name for group in form.groups] == ["Schutz für Endgeräte"]
    (product,) = form.groups[0].products
    assert product.id == "guard-business"
    patches = {version.id: version.newer_patch for version in product.versions}
    assert patches["12.1"] is None
    assert patches["12.0"] is not None
    assert form.types[0].subtypes[1].name == "Aktualisierung"
    assert form.tips[0] == "Nennen Sie die Umgebung."


def test_a_company_without_a_license_is_offered_nothing() -> None:
    """REQ-2."""
    make_catalog(NOON)
    eve = stranger()
    assert ticket_form(eve, NOON).groups == []
    assert refusal(eve) == {"product_id": "not_a_choice"}


def test_a_product_without_a_license_and_one_that_is_none_are_refused_alike() -> None:
    """Invariant 1: nothing is told about products of others."""
    desk = make_desk()
    unlicensed = refusal(desk.author, product_id="gate-mail", version_id="7.0")
    assert unlicensed == refusal(desk.author, product_id="no-such", version_id="7.0")
    assert unlicensed == {"product_id": "not_a_choice"}


@pytest.mark.parametrize("field", ["version_id", "os_id", "type_id", "subtype_id"])
def test_a_choice_that_there_is_not_is_refused(field: str) -> None:
    """REQ-2: a version of another product is none of this one's, either."""
    desk = make_desk()
    assert refusal(desk.author, **{field: "7.0"})[field] == "not_a_choice"


def test_a_license_that_has_ended_gives_no_support() -> None:
    """REQ-2."""
    desk = make_desk()
    later = NOON.replace(year=2100)
    with pytest.raises(Invalid):
        open_one(desk.author, later)


def test_a_request_can_name_one_that_is_over() -> None:
    """REQ-9."""
    desk = make_desk()
    old = open_one(desk.author)
    end(desk.agent, old.id)
    new = open_one(desk.author, NOON + MINUTE, related_ticket_id=old.id)
    related = view_ticket(desk.author, new.id).related
    assert related is not None
    assert (related.id, related.number) == (old.id, old.number)


def test_another_persons_request_and_none_can_not_be_named() -> None:
    """Invariant 1: a foreign id and an absent one are the same."""
    desk = make_desk()
    old = open_one(desk.author)
    jonas = colleague(desk)
    expected = {"related_ticket_id": "request_unknown"}
    assert refusal(jonas, related_ticket_id=old.id) == expected
    assert refusal(jonas, related_ticket_id="01ARZ3NDEKTSV4RRFFQ69G5FAV") == expected


def test_files_come_with_the_request() -> None:
    """REQ-4, REQ-6: in the order that they had in the form."""
    desk = make_desk()
    keys = [send_file(desk.author, name=f"{n}.log") for n in range(3)]
    for wanted in (keys, [*reversed([send_file(desk.author) for _ in range(3)])]):
        opened = open_one(desk.author, files=wanted)
        (message,) = view_ticket(desk.author, opened.id).messages
        assert [file.id for file in message.files] == wanted
        assert {file.scan for file in message.files} == {"clean"}
        assert all(file.sha256 and file.sha256.endswith("-1") for file in message.files)
    assert list_tickets(desk.author, TicketQuery()).items[0].files == 3


def test_the_same_operation_opens_one_request() -> None:
    """A lost answer is no second request: the repeat gets the first one."""
    desk = make_desk()
    operation = Operation.of(desk.author.account_id, "tab 1")
    first = open_ticket(desk.author, wishes(), NOON, operation)
    with pytest.raises(Repeated) as repeated:
        open_ticket(desk.author, wishes(), NOON + MINUTE, operation)
    assert repeated.value.answer == first.model_dump(mode="json")
    assert len(list_tickets(desk.author, TicketQuery()).items) == 1
    assert len(letters_to(desk.author.email, "ticket_registered")) == 1


def test_opening_leaves_one_audit_entry_without_the_text() -> None:
    """STF-12."""
    desk = make_desk()
    opened = open_one(desk.author)
    entries = [entry for entry in Entry.scan() if entry.subject == opened.id]
    assert [entry.action for entry in entries] == ["ticket.opened"]
    assert "Since" not in str(entries[0].details)
    assert head(opened.id).revision == 0


def test_numbers_differ() -> None:
    """REQ-6."""
    desk = make_desk()
    numbers = {open_one(desk.author, NOON + n * MINUTE).number for n in range(5)}
    assert len(numbers) == 5


def test_a_number_belongs_to_one_request() -> None:
    """REQ-6: should the same one be drawn twice, the second request draws again."""
    desk = make_desk()
    first = head(open_one(desk.author).id)
    first.pk = "01ARZ3NDEKTSV4RRFFQ69G5FAV"
    change = Transaction(anew(), NOON)
    add_ticket(change, first)
    with pytest.raises(NumberTaken):
        change.commit()
