"""Licenses', requests' and mail's rules, whatever they are given: what holds of all answers."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import KontorError
from chalicelib.licenses.model.license import ClaimState, License, Status
from chalicelib.licenses.rules.claims import may_move, refusal
from chalicelib.licenses.rules.orders import COLUMNS, BadRow, read_row
from chalicelib.licenses.rules.status import gives_support, opens_for, status
from chalicelib.mail.rules import next_attempt
from chalicelib.tickets.model.attributes import Card
from chalicelib.tickets.model.ticket import Status as TicketStatus
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.rules.due import Patience, ends_at
from chalicelib.tickets.rules.lists import move_to
from chalicelib.tickets.rules.moves import Trigger, allows, is_over, moved, staff_actions
from chalicelib.tickets.rules.visibility import visible_to
from tests.proof.fuzz.drawing import actors, branches, fuzzed, ids, licenses, moments

PATIENCE = Patience(reminder=7, unanswered=14, settle=7)


@st.composite
def tickets(draw: Callable[[Any], Any]) -> Ticket:
    """A request of anybody, in any status."""
    ticket = Ticket(company_id=draw(ids), author_id=draw(ids), branch=draw(branches) or None)
    ticket.card = Card(number="261122-AAAAAA", subject="", category="technical", product_name="",
                       author_name="")  # fmt: skip
    move_to(ticket, draw(st.sampled_from(list(TicketStatus))), draw(moments), PATIENCE)
    return ticket


@fuzzed(licenses(), moments, moments)
def test_a_block_and_an_expiry_are_for_good(
    one: License, first: datetime, second: datetime
) -> None:
    """LIC-0: as time passes a license only gets worse, and one that ended gives nothing."""
    worse = [Status.NOT_ACTIVATED, Status.ACTIVE, Status.EXPIRED, Status.BLOCKED]
    earlier, later = (status(one, moment) for moment in sorted((first, second)))
    assert earlier == later or worse.index(later) > max(1, worse.index(earlier))
    if later in {Status.EXPIRED, Status.BLOCKED}:
        assert not gives_support(one, max(first, second))


@fuzzed(licenses(), ids, moments)
def test_a_claim_is_refused_or_possible(one: License, company: str, now: datetime) -> None:
    """LIC-2, invariant 5: what isn't refused is held by nobody, and its move is in the table."""
    reason = refusal(one, company or None, now)
    if reason is None:
        held = ClaimState(one.claim) if one.claim else None
        assert held in {None, ClaimState.REFUSED} or one.company_id is None
        assert may_move(None if held is None else ClaimState.REFUSED, ClaimState.PENDING)
    else:
        assert reason.startswith("license_")


@fuzzed(licenses(), actors())
def test_codes_open_for_nobody_else(one: License, actor: Actor) -> None:
    """Invariant 1, LIC-0: only to its company, only with the right, only when it is proven."""
    if opens_for(actor, one) and actor.role is None:
        assert actor.company_id
        assert actor.company_id == one.company_id
        assert actor.may(Right.MANAGE_LICENSES)
        assert one.claim == ClaimState.ACTIVE


@fuzzed(st.fixed_dictionaries({name: st.none() | st.text(max_size=30) for name in COLUMNS}))
def test_any_row_is_an_order_or_names_a_column(row: dict[str, str | None]) -> None:
    """Nothing else is raised, whatever stands in the vendor's export."""
    try:
        order = read_row(row)
    except BadRow as bad:
        named = bad.problems[0][0]
    else:
        named = "expires_on" if order.starts_on <= order.expires_on else ""
    assert named in COLUMNS


@fuzzed(st.sampled_from(list(TicketStatus)), st.lists(st.sampled_from(list(Trigger))))
def test_closed_is_final(at: TicketStatus, triggers: list[Trigger]) -> None:
    """REQ-9: whatever happens to a request, nothing leads out of a final status."""
    for trigger in triggers:
        try:
            after = moved(at, trigger)
        except KontorError:
            assert not allows(at, trigger)
            continue
        assert not is_over(at)
        at = after
    assert staff_actions(at) == ["note"] if is_over(at) else "answer" in staff_actions(at)


@fuzzed(tickets(), moments)
def test_what_waits_is_due_and_what_is_over_is_in_no_queue(one: Ticket, now: datetime) -> None:
    """REQ-16, STF-2: the lists follow from the facts."""
    over = is_over(one.status)
    assert (one.queue is None) == (one.open is None) == over
    assert (one.company_inactive is None) != over
    ends = ends_at(one, PATIENCE)
    assert (one.due_at is None) == (ends is None)
    if one.due_at is not None and ends is not None:
        assert one.since < one.due_at <= ends


@fuzzed(tickets(), actors())
def test_nobody_sees_another_companys_request(one: Ticket, actor: Actor) -> None:
    """Invariant 1, NOT-5: a right or a branch widens what is seen within the company only."""
    if actor.role is not None:
        assert visible_to(actor).covers(one)
    elif visible_to(actor).covers(one):
        assert actor.company_id
        assert actor.company_id == one.company_id
        assert actor.account_id == one.author_id or actor.may(Right.MANAGE_TICKETS)
        within = not actor.scope or actor.owner or actor.scope == one.branch
        assert within or actor.account_id == one.author_id


@fuzzed(moments, st.integers(1, 10**6))
def test_the_next_attempt_is_later_and_not_too_late(now: datetime, attempts: int) -> None:
    """NOT-2."""
    assert timedelta(0) < next_attempt(now, attempts) - now <= timedelta(hours=6)
