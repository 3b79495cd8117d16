"""STF-3, NOT-5: what support says, what it does to the request, and who is told."""

from typing import Literal

import pytest

from chalicelib.tickets.errors import RequestOver
from chalicelib.tickets.model.ticket import Status
from chalicelib.tickets.service.reading import view_ticket
from chalicelib.tickets.service.staff_view import view_as_staff
from tests.mailbox import letters_to
from tests.tickets.builders import MINUTE, NOON, end, head, make_desk, open_one, say
from tests.tickets.files import send_file

pytestmark = pytest.mark.usefixtures("cloud")
LATER = NOON + MINUTE
Kind = Literal["answer", "question", "solution"]


@pytest.mark.parametrize(
    ("kind", "shown", "status", "waiting_for"),
    [
        ("answer", "message", Status.IN_PROGRESS, "support"),
        ("question", "question", Status.AWAITING_ANSWER, "you"),
        ("solution", "solution", Status.SOLUTION_PROVIDED, None),
    ],
)
def test_each_kind_of_message_does_what_it_says(
    kind: Kind, shown: str, status: Status, waiting_for: str | None
) -> None:
    """STF-3, REQ-8: and the author gets it by mail, in the thread of the request."""
    desk = make_desk()
    opened = open_one(desk.author)
    say(desk.agent, opened.id, kind, LATER, "Please look here.")
    seen = view_ticket(desk.author, opened.id)
    assert (seen.status, seen.waiting_for) == (status, waiting_for)
    last = seen.messages[-1]
    assert (last.kind, last.text, last.author.role) == (shown, "Please look here.", "support")
    (letter,) = letters_to(desk.author.email, f"ticket_{kind}")
    assert (letter.params["text"], letter.thread) == ("Please look here.", opened.id)
    assert letter.params["number"] == opened.number


def test_a_note_stays_among_staff() -> None:
    """STF-3: customers see nothing of it, not even that something happened."""
    desk = make_desk()
    opened = open_one(desk.author)
    before = view_ticket(desk.author, opened.id)
    key = send_file(desk.agent, name="internal.log")
    told = len(letters_to(desk.author.email))
    say(desk.agent, opened.id, "note", LATER, "Known bug, see the wiki.", [key])
    assert view_ticket(desk.author, opened.id) == before
    assert len(letters_to(desk.author.email)) == told
    note = view_as_staff(desk.agent, opened.id, NOON).messages[-1]
    assert (note.kind, note.files[0].name) == ("note", "internal.log")


def test_a_closed_request_takes_notes_and_nothing_else() -> None:
    """REQ-9, STF-3."""
    desk = make_desk()
    opened = open_one(desk.author)
    end(desk.agent, opened.id)
    say(desk.agent, opened.id, "note", LATER)
    kinds: tuple[Kind, ...] = ("answer", "question", "solution")
    for kind in kinds:
        with pytest.raises(RequestOver):
            say(desk.agent, opened.id, kind, LATER)
    assert head(opened.id).status == Status.CLOSED


def test_staff_attach_their_own_files() -> None:
    """STF-3."""
    desk = make_desk()
    opened = open_one(desk.author)
    key = send_file(desk.agent, name="hotfix.zip")
    say(desk.agent, opened.id, "solution", LATER, "Install this.", [key])
    assert view_ticket(desk.author, opened.id).messages[-1].files[0].name == "hotfix.zip"


def test_staff_see_before_sending_who_will_get_it() -> None:
    """NOT-5: the same people as then get the letter."""
    desk = make_desk()
    opened = open_one(desk.author)
    seen = view_as_staff(desk.agent, opened.id, NOON)
    assert [reader.email for reader in seen.recipients] == [desk.author.email]
    say(desk.agent, opened.id, "answer", LATER)
    assert len(letters_to(desk.author.email, "ticket_answer")) == 1


def test_staff_see_what_is_good_to_know() -> None:
    """STF-3: company, person, license, and what was asked before, the newest first."""
    desk = make_desk()
    older = [open_one(desk.author, NOON + n * MINUTE).id for n in range(3)]
    seen = view_as_staff(desk.agent, older[2], NOON)
    assert seen.company.name == "Nordwerk GmbH"
    assert (seen.author.name, seen.author.email) == ("Mara Lind", desk.author.email)
    assert seen.license is not None
    assert seen.license.public_id == seen.license_public_id
    assert [row.id for row in seen.earlier] == [older[1], older[0]]
    assert seen.assignee is None
    assert set(seen.moves) >= {"answer", "question", "solution", "note", "assign"}


def test_texts_are_kept_as_they_were_written() -> None:
    """Bad input: script is data, and every script can be written."""
    desk = make_desk()
    opened = open_one(desk.author, subject="مشكلة <b>&</b> 🙂")
    text = "<script>alert(1)</script>\nשלום\u200f, Grüße, 日本語 👩\u200d💻"
    say(desk.agent, opened.id, "answer", LATER, text)
    seen = view_ticket(desk.author, opened.id)
    assert seen.subject == "مشكلة <b>&</b> 🙂"
    assert seen.messages[-1].text == text
