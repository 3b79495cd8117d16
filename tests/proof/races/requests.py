"""Two who change one request, or one file, at the same moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.tickets import jobs as tickets
from local.testing import Cloud
from tests.builders import make_colleague, make_staff
from tests.checks.full import let_pass
from tests.client import Client
from tests.proof.operation import Outcome, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.people import browser_of
from tests.proof.operations.requests import desk
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, first_may_come_late, once, one_wins
from tests.tickets.browsers import form
from tests.tickets.builders import Desk, open_one, say

Two = tuple[Act, Act]


@dataclass(frozen=True)
class Talk:
    """A request, its author's browser and an agent's."""

    at: Desk
    ticket_id: str
    author: Client
    agent: Client


def talk() -> Talk:
    """A request that was just opened."""
    at = desk()
    ticket_id = open_one(at.author, clock.now()).id
    second = make_staff(clock.now(), email="second@vendor.example")
    return Talk(at, ticket_id, browser_of(at.account), browser_of(second))


def replying(t: Talk, *files: str, key: str = "", browser: Client | None = None) -> Act:
    """The author, or whoever's browser it is, writes a message."""
    body = {"text": "It still stops at 40 %.", "files": list(files)}
    path = f"/api/tickets/{t.ticket_id}/messages"
    return once(by_route(browser or t.author, "POST", path, body), key)


def _as_agent(t: Talk, path: str, body: object, browser: Client | None = None) -> Act:
    return once(
        by_route(browser or t.agent, "POST", f"/api/staff/tickets/{t.ticket_id}/{path}", body)
    )


def _overdue(kind: Literal["question", "solution"], days: float) -> Talk:
    t = talk()
    say(t.at.agent, t.ticket_id, kind, clock.now())
    let_pass(days=days)
    # Sessions rest meanwhile; people sign in again.
    return Talk(t.at, t.ticket_id, browser_of(t.at.account), t.agent)


def _reply_and_job(_cloud: Cloud) -> Two:
    t = _overdue("solution", 7.5)
    return replying(t), once(by_job(tickets.close_settled, SCHEDULED))


def _job_and_reply(cloud: Cloud) -> Two:
    first, second = _reply_and_job(cloud)
    return second, first


def _reply_and_unanswered(_cloud: Cloud) -> Two:
    t = _overdue("question", 14.5)
    tickets.remind_unanswered(SCHEDULED, None)
    return replying(t), once(by_job(tickets.resolve_unanswered, SCHEDULED))


def _reply_and_reminder(_cloud: Cloud) -> Two:
    t = _overdue("question", 7.5)
    return replying(t), once(by_job(tickets.remind_unanswered, SCHEDULED))


def _reply_and_closure(_cloud: Cloud) -> Two:
    t = talk()
    return replying(t), _as_agent(t, "closure", {"how": "close", "reason": "Done."})


def _cancel_and_closure(_cloud: Cloud) -> Two:
    t = talk()
    cancel = once(by_route(t.author, "POST", f"/api/tickets/{t.ticket_id}/close", {}))
    return cancel, _as_agent(t, "closure", {"how": "cancel", "reason": "Twice."})


def _two_agents(_cloud: Cloud) -> Two:
    t = talk()
    third = browser_of(make_staff(clock.now(), email="third@vendor.example"))
    body = {"kind": "question", "text": "Which version do you use there?"}
    return _as_agent(t, "messages", body), _as_agent(t, "messages", body, third)


def _answer_and_note(_cloud: Cloud) -> Two:
    t = talk()
    answer = {"kind": "answer", "text": "We look into it at once."}
    return _as_agent(t, "messages", answer), _as_agent(t, "messages", answer | {"kind": "note"})


def _two_assignments(_cloud: Cloud) -> Two:
    t = talk()
    people = [make_staff(clock.now(), email=f"{n}@vendor.example").pk for n in ("ida", "jan")]
    first, second = (_as_agent(t, "assignment", {"assignee": who}) for who in people)
    return first, second


def _two_replies(_cloud: Cloud) -> Two:
    t = talk()
    colleague = make_colleague(t.at.account, clock.now(), Right.MANAGE_TICKETS)
    return replying(t), replying(t, browser=browser_of(colleague))


def _one_reply_clicked_twice(_cloud: Cloud) -> Two:
    t = talk()
    return replying(t, key="click"), replying(t, key="click")


def _one_request_clicked_twice(_cloud: Cloud) -> Two:
    browser = browser_of(desk().account)
    opening = by_route(browser, "POST", "/api/tickets", form())
    return once(opening, "click"), once(opening, "click")


def _late(job: Outcome, reply: Outcome) -> Iterator[str]:
    """As a reply that the job may come before."""
    yield from first_may_come_late(201, 200, "request_over")(reply, job)


def _same(first: Outcome, second: Outcome) -> Iterator[str]:
    """A double click is one click: both hear the same."""
    if (first.status, first.text) != (second.status, second.text) or first.status != 201:
        yield f"one click is answered {first} and {second}"


REQUESTS = (
    Race("reply as the job closes", _reply_and_job, first_may_come_late(201, 200, "request_over")),
    Race("job closes as a reply comes", _job_and_reply, _late),
    Race("reply as the job resolves", _reply_and_unanswered, both(201, 200)),
    Race("reply as the job reminds", _reply_and_reminder, both(201, 200)),
    Race("reply as staff close", _reply_and_closure, first_may_come_late(201, 200, "request_over")),
    Race("call off as staff cancel", _cancel_and_closure, one_wins(200, "request_over")),
    Race("two agents answer", _two_agents, both(201, 201)),
    Race("an agent answers as another notes", _answer_and_note, both(201, 201)),
    Race("two agents assign", _two_assignments, both(200, 200)),
    Race("two colleagues reply", _two_replies, both(201, 201)),
    Race("one reply clicked twice", _one_reply_clicked_twice, _same),
    Race("one request clicked twice", _one_request_clicked_twice, _same),
)
