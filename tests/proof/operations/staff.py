"""What staff do with requests."""

from collections.abc import Iterator, Mapping

from chalicelib.accounts.store.accounts import find_account
from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_staff
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import browser_of
from tests.proof.operations.requests import desk
from tests.tickets.builders import open_one
from tests.tickets.files import send_file

KINDS: Mapping[str, tuple[str, ...]] = {
    "answer": ("ticket_answer",),
    "question": ("ticket_question",),
    "solution": ("ticket_solution",),
    "note": (),
}
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "close": ("ticket_status", "survey"),
    "cancel": ("ticket_status",),
    "redirect": ("ticket_status",),
}


def _request(path: str, body: dict[str, object]) -> Perform:
    at = desk()
    ticket_id = open_one(at.author, clock.now()).id
    second = make_staff(clock.now(), email="second@vendor.example")
    filled = {name: second.pk if value == "second" else value for name, value in body.items()}
    return by_route(browser_of(second), "POST", f"/api/staff/tickets/{ticket_id}/{path}", filled)


def _say_with_file(kind: str) -> Perform:
    at = desk()
    ticket_id = open_one(at.author, clock.now()).id
    key = send_file(at.agent, b"a patch", "patch.zip", now=clock.now())
    body = {"kind": kind, "text": "Try what is attached, please.", "files": [key]}
    path = f"/api/staff/tickets/{ticket_id}/messages"
    agent = find_account(at.agent.account_id)
    assert agent is not None
    return by_route(browser_of(agent), "POST", path, body)


def _talking() -> Iterator[Operation]:
    for kind, letters in KINDS.items():
        body: dict[str, object] = {"kind": kind, "text": "Which version do you use there?"}

        def plainly(_cloud: Cloud, body: dict[str, object] = body) -> Perform:
            return _request("messages", body)

        def with_file(_cloud: Cloud, kind: str = kind) -> Perform:
            return _say_with_file(kind)

        for name, scene in ((f"staff: {kind}", plainly), (f"staff: {kind} with a file", with_file)):
            yield Operation(
                name=name,
                covers=("POST /api/staff/tickets/{ticket_id}/messages",),
                scene=scene,
                status=201,
                writes=1,
                leaves=("ticket.noted",) if kind == "note" else ("ticket.answered",),
                tells=letters,
            )


def _ending() -> Iterator[Operation]:
    for how, letters in ENDINGS.items():
        body: dict[str, object] = {"how": how, "reason": "It is done."}

        def scene(_cloud: Cloud, body: dict[str, object] = body) -> Perform:
            return _request("closure", body)

        yield Operation(
            name=f"staff: {how}",
            covers=("POST /api/staff/tickets/{ticket_id}/closure",),
            scene=scene,
            status=200,
            writes=1,
            leaves=("ticket.ended",),
            tells=letters,
        )


STAFF = (
    *_talking(),
    *_ending(),
    Operation(
        name="staff: assign",
        covers=("POST /api/staff/tickets/{ticket_id}/assignment",),
        scene=lambda _cloud: _request("assignment", {"assignee": "second"}),
        status=200,
        writes=1,
        leaves=("ticket.assigned",),
    ),
)
