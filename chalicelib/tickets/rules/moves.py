"""Every move of a request's status there is (REQ-8). Nothing else moves one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chalicelib.tickets.errors import MoveNotAllowed, RequestOver
from chalicelib.tickets.model.ticket import Party, Status


class Trigger(StrEnum):
    """What can happen to a request."""

    CUSTOMER_REPLIES = "customer_replies"
    CUSTOMER_CANCELS = "customer_cancels"
    STAFF_ANSWERS = "staff_answers"
    STAFF_ASKS = "staff_asks"
    STAFF_SOLVES = "staff_solves"
    STAFF_CLOSES = "staff_closes"
    STAFF_CANCELS = "staff_cancels"
    STAFF_REDIRECTS = "staff_redirects"
    UNANSWERED = "unanswered"
    SETTLED = "settled"
    SUPPORT_ENDED = "support_ended"
    COMPANY_CLOSED = "company_closed"


FINAL = frozenset(
    {
        Status.CLOSED,
        Status.CLOSED_REDIRECTED,
        Status.CANCELLED_BY_SPECIALIST,
        Status.CANCELLED_BY_USER,
        Status.CANCELLED_EXPIRED,
    }
)
OPEN = frozenset(Status) - FINAL


@dataclass(frozen=True, slots=True)
class Move:
    """From which statuses to which; `to` None leaves the status as it is. `by` is who may."""

    by: Party
    from_: frozenset[Status]
    to: Status | None


MOVES: Mapping[Trigger, Move] = {
    Trigger.CUSTOMER_REPLIES: Move(Party.CUSTOMER, OPEN, Status.IN_PROGRESS),
    Trigger.CUSTOMER_CANCELS: Move(Party.CUSTOMER, OPEN, Status.CANCELLED_BY_USER),
    Trigger.STAFF_ANSWERS: Move(Party.SUPPORT, OPEN, None),
    Trigger.STAFF_ASKS: Move(Party.SUPPORT, OPEN, Status.AWAITING_ANSWER),
    Trigger.STAFF_SOLVES: Move(Party.SUPPORT, OPEN, Status.SOLUTION_PROVIDED),
    Trigger.STAFF_CLOSES: Move(Party.SUPPORT, OPEN, Status.CLOSED),
    Trigger.STAFF_CANCELS: Move(Party.SUPPORT, OPEN, Status.CANCELLED_BY_SPECIALIST),
    Trigger.STAFF_REDIRECTS: Move(Party.SUPPORT, OPEN, Status.CLOSED_REDIRECTED),
    Trigger.UNANSWERED: Move(
        Party.SYSTEM, frozenset({Status.AWAITING_ANSWER}), Status.RESOLVED_NO_INFORMATION
    ),
    Trigger.SETTLED: Move(
        Party.SYSTEM,
        frozenset({Status.SOLUTION_PROVIDED, Status.RESOLVED_NO_INFORMATION}),
        Status.CLOSED,
    ),
    Trigger.SUPPORT_ENDED: Move(Party.SYSTEM, OPEN, Status.CANCELLED_EXPIRED),
    Trigger.COMPANY_CLOSED: Move(Party.SYSTEM, OPEN, Status.CANCELLED_BY_USER),
}


def is_over(status: str) -> bool:
    """Whether the status is final (REQ-9)."""
    return status in FINAL


def allows(status: str, trigger: Trigger) -> bool:
    """Whether the trigger can happen to a request in this status."""
    return status in MOVES[trigger].from_


def moved(status: str, trigger: Trigger) -> Status:
    """The status after the trigger. Raises RequestOver, or MoveNotAllowed from an open status."""
    if is_over(status):
        raise RequestOver(status=status)
    if not allows(status, trigger):
        raise MoveNotAllowed(status=status)
    return MOVES[trigger].to or Status(status)


_STAFF_ACTIONS: Mapping[str, Trigger] = {
    "answer": Trigger.STAFF_ANSWERS,
    "question": Trigger.STAFF_ASKS,
    "solution": Trigger.STAFF_SOLVES,
    "close": Trigger.STAFF_CLOSES,
    "cancel": Trigger.STAFF_CANCELS,
    "redirect": Trigger.STAFF_REDIRECTS,
}


def staff_actions(status: str) -> list[str]:
    """What staff can do with a request in this status; a note is always possible."""
    allowed = [name for name, trigger in _STAFF_ACTIONS.items() if allows(status, trigger)]
    return ["note", *allowed, *([] if is_over(status) else ["assign"])]
