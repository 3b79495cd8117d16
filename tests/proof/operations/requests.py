"""What customers do with requests, and the survey's answer."""

from chalicelib.base import clock
from local.testing import Cloud
from tests.client import Client
from tests.mailbox import letters_to, link_in
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import browser_of
from tests.tickets.browsers import form
from tests.tickets.builders import Desk, assign, end, make_desk, open_one, say
from tests.tickets.files import send_file


def desk() -> Desk:
    """A customer with a license, and an agent, as of now."""
    return make_desk(clock.now())


def file_of(at: Desk, content: bytes = b"scan stopped") -> str:
    """A whole file of the customer's, scanned and in no message yet."""
    return send_file(at.author, content, now=clock.now())


def _open(_cloud: Cloud) -> Perform:
    return by_route(browser_of(desk().account), "POST", "/api/tickets", form())


def _open_with_more(_cloud: Cloud) -> Perform:
    at = desk()
    related = open_one(at.author, clock.now()).id
    more = {"files": [file_of(at), file_of(at, b"two")], "related_ticket_id": related}
    return by_route(browser_of(at.account), "POST", "/api/tickets", form(**more))


def _reply(_cloud: Cloud) -> Perform:
    at = desk()
    ticket_id = open_one(at.author, clock.now()).id
    say(at.agent, ticket_id, "question", clock.now())
    body = {"text": "Version 12.1, as before.", "files": []}
    path = f"/api/tickets/{ticket_id}/messages"
    return by_route(browser_of(at.account), "POST", path, body)


def _reply_to_assignee(_cloud: Cloud) -> Perform:
    at = desk()
    ticket_id = open_one(at.author, clock.now()).id
    assign(at.agent, ticket_id, at.agent, clock.now())
    body = {"text": "The log is attached.", "files": [file_of(at)]}
    path = f"/api/tickets/{ticket_id}/messages"
    return by_route(browser_of(at.account), "POST", path, body)


def _cancel(_cloud: Cloud) -> Perform:
    at = desk()
    ticket_id = open_one(at.author, clock.now()).id
    return by_route(browser_of(at.account), "POST", f"/api/tickets/{ticket_id}/close", {})


def survey_token() -> str:
    """The link that asks the customer for a rating."""
    at = desk()
    end(at.agent, open_one(at.author, clock.now()).id, "close", clock.now())
    return link_in(letters_to(at.author.email, "survey")[0])


def _look_at_survey(_cloud: Cloud) -> Perform:
    token = {"token": survey_token()}
    return by_route(Client(), "POST", "/api/surveys/inspect", token)


def _answer_survey(_cloud: Cloud) -> Perform:
    answer = {"token": survey_token(), "rating": 4, "words": "Quick."}
    return by_route(Client(), "PUT", "/api/surveys", answer)


REQUESTS = (
    Operation(
        name="open a request",
        covers=("POST /api/tickets",),
        scene=_open,
        status=201,
        writes=1,
        leaves=("ticket.opened",),
        tells=("ticket_registered",),
    ),
    Operation(
        name="open a request with files",
        covers=("POST /api/tickets",),
        scene=_open_with_more,
        status=201,
        writes=1,
        leaves=("ticket.opened",),
        tells=("ticket_registered",),
    ),
    Operation(
        name="reply",
        covers=("POST /api/tickets/{ticket_id}/messages",),
        scene=_reply,
        status=201,
        writes=1,
        leaves=("ticket.replied",),
    ),
    Operation(
        name="reply to an assignee with a file",
        covers=("POST /api/tickets/{ticket_id}/messages",),
        scene=_reply_to_assignee,
        status=201,
        writes=1,
        leaves=("ticket.replied",),
        tells=("staff_new_message",),
    ),
    Operation(
        name="call a request off",
        covers=("POST /api/tickets/{ticket_id}/close",),
        scene=_cancel,
        status=200,
        writes=1,
        leaves=("ticket.cancelled",),
        tells=("ticket_status",),
    ),
    Operation(
        name="look at a survey",
        covers=("POST /api/surveys/inspect",),
        scene=_look_at_survey,
        status=200,
        writes=0,
    ),
    Operation(
        name="answer a survey",
        covers=("PUT /api/surveys",),
        scene=_answer_survey,
        status=200,
        writes=1,
        leaves=("survey.answered",),
    ),
)
