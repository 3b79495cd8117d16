"""Inviting people, one or many at once (COM-3)."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.addresses import BadAddress, clean_address
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.throttling import throttle
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, NotFound
from chalicelib.base.ids import digest
from chalicelib.base.operation import Operation
from chalicelib.base.texts import say
from chalicelib.companies import granting
from chalicelib.companies.granting import Grant
from chalicelib.companies.store import companies
from chalicelib.invitations import store
from chalicelib.invitations.letters import invite_by_letter
from chalicelib.invitations.model import PREFIX, Invitation, InvitationState, Outcome
from chalicelib.invitations.rules.lines import Known, Line, judge, read_lines
from chalicelib.invitations.rules.moves import Move, may, states_for
from chalicelib.invitations.schemas import Invite, Invited, LineOut

# Each invitation is four items (itself, link, letter, entry), and a transaction takes 100.
AT_ONCE = 24
ATTEMPTS = 3
TELLING = frozenset({Outcome.ALREADY_ELSEWHERE, Outcome.STAFF})
"""What says of an address that somebody outside the company has an account by it."""


class _Overtaken(Conflict):
    """Somebody else invited one of the addresses meanwhile: they are to be judged anew."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """What everybody on the list is to have."""

    grant: Grant
    branch: str
    language: str


def invite(actor: Actor, data: Invite, now: datetime, operation: Operation) -> Invited:
    """Invite everybody on the list that can be; each other line is told why not.

    Many go out in several transactions. A repeat goes on where the first was cut off, and answers
    what the first would have. Raises TooManyAttempts where too many addresses turn out to be known
    elsewhere, for that is told to nobody who is only asking.
    """
    if len(data.lines) > settings().invitation_lines:
        raise Invalid(FieldError("lines", "too_many", {"max": settings().invitation_lines}))
    terms = _terms(actor, data)
    lines = read_lines(data.lines, _clean)
    for _ in range(ATTEMPTS):
        judged, sent_before = _judge(actor, lines, now, operation)
        wanted = [line for line in judged if line.outcome is Outcome.SENT]
        new = [line for line in wanted if line.email not in sent_before]
        _bound(actor, judged, new, now)
        answer = _answer(actor, judged)
        try:
            _send(actor, new, terms, answer, now, operation)
        except _Overtaken:
            continue
        return answer
    raise Conflict


def _terms(actor: Actor, data: Invite) -> _Terms:
    """What was asked for, if the actor may give it; who is limited to a branch invites into it."""
    company = companies.find_company(actor.company_id)
    if company is None:
        raise NotFound
    grant = Grant.of(data.rights, data.scope)
    refusal = granting.refusal_of_grant(actor, Grant(), grant)
    if refusal is not None:
        raise refusal
    granting.demand_scope(grant, company.branches)
    branch = data.branch or ("" if actor.owner else actor.scope)
    granting.demand_branch(actor, branch, company.branches)
    return _Terms(grant, branch, data.language)


def _clean(address: str) -> str | Outcome:
    try:
        return clean_address(address)
    except BadAddress as bad:
        return Outcome(bad.reason)


def _judge(
    actor: Actor, lines: list[Line], now: datetime, operation: Operation
) -> tuple[list[Line], set[str]]:
    """The lines with their fates, and the addresses that this very operation has invited."""
    emails = [line.email for line in lines if line.outcome is Outcome.SENT]
    about = store.read_about(actor.company_id, emails)
    mine = {
        email
        for email, found in about.items()
        if found.invitation and found.invitation.operation == operation.key
    }
    known = {
        email: Known(
            staff=found.staff,
            company_id=(found.account.company_id or "") if found.account else "",
            invited=email not in mine and not may(found.invitation, Move.SEND, now),
        )
        for email, found in about.items()
    }
    own, here = actor.email, actor.company_id
    judged = [
        judge(line, known.get(line.email, Known()), own_email=own, company_id=here)
        for line in lines
    ]
    return judged, mine


def _bound(actor: Actor, judged: list[Line], new: list[Line], now: datetime) -> None:
    told = sum(line.outcome in TELLING for line in judged)
    hour, day = timedelta(hours=1), timedelta(days=1)
    if told:
        most = settings().known_addresses_per_hour
        throttle(f"known addresses told to {actor.company_id}", now, most, hour, told)
    if new:
        most = settings().invitations_per_day
        throttle(f"invitations of {actor.company_id}", now, most, day, len(new))


def _answer(actor: Actor, lines: list[Line]) -> Invited:
    tongue = actor.reads
    return Invited(
        sent=sum(line.outcome is Outcome.SENT for line in lines),
        lines=[
            LineOut(
                number=line.number,
                text=line.text,
                outcome=line.outcome,
                detail=say(tongue, f"invite.{line.outcome}"),
            )
            for line in lines
        ],
    )


def _send(
    actor: Actor,
    lines: list[Line],
    terms: _Terms,
    answer: Invited,
    now: datetime,
    operation: Operation,
) -> None:
    """Send in parts; the last carries the operation, so it counts as done when all of it is."""
    parts = [lines[place : place + AT_ONCE] for place in range(0, len(lines), AT_ONCE)] or [[]]
    *before, last = parts
    for part in before:
        own = Operation.of(operation.key, digest(" ".join(line.email for line in part)))
        change = Transaction(own, now)
        _write(change, actor, part, terms, now, operation)
        with suppress(Repeated):
            change.commit()
    change = Transaction(operation, now)
    _write(change, actor, last, terms, now, operation)
    change.commit(answer.model_dump(mode="json"))


def _write(
    change: Transaction,
    actor: Actor,
    lines: Sequence[Line],
    terms: _Terms,
    now: datetime,
    operation: Operation,
) -> None:
    for line in lines:
        invitation = _invitation(actor, line.email, terms, now)
        invitation.operation = operation.key
        invitation.link_id = issue_link(change, invitation, now)
        store.send(change, invitation, states_for(Move.SEND), now, lost=_Overtaken())
        invite_by_letter(change, invitation, actor.company_name, now)
        details = {
            "rights": sorted(terms.grant.rights),
            "scope": terms.grant.scope,
            "branch": terms.branch,
        }
        record(change, actor, "invitation.sent", invitation.id, now, details=details)


def _invitation(actor: Actor, email: str, terms: _Terms, now: datetime) -> Invitation:
    return Invitation(
        pk=actor.company_id,
        sk=f"{PREFIX}{store.invitation_id(actor.company_id, email)}",
        email=email,
        language=terms.language,
        rights={right.value for right in terms.grant.rights} or None,
        scope=terms.grant.scope or None,
        branch=terms.branch or None,
        state=InvitationState.PENDING,
        invited_by=actor.account_id,
        inviter_name=actor.name,
        sent_at=now,
        ends_at=now + timedelta(days=settings().link_days),
    )


def issue_link(change: Transaction, invitation: Invitation, now: datetime) -> str:
    """A new link that leads to the invitation; an earlier one is good for nothing from then on."""
    lifetime = timedelta(days=settings().link_days)
    place = {"company_id": invitation.pk}
    return links.issue(change, Purpose.INVITATION, invitation.id, now, lifetime, place)
