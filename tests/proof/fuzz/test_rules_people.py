"""The rules around people: who grants what, who is invited, whose token and trial it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from chalicelib.base import ids as drawn
from chalicelib.base.actor import Actor, Right
from chalicelib.base.errors import KontorError
from chalicelib.companies.rules import rights
from chalicelib.companies.rules.rights import Grant
from chalicelib.invitations.model import InvitationState, Outcome
from chalicelib.invitations.rules import lines, moves
from chalicelib.tokens import rules as tokens
from chalicelib.tokens.model import ApiToken
from chalicelib.trials import rules as trials
from chalicelib.trials.model import Trial
from tests.proof.fuzz.drawing import actors, branches, days, fuzzed, ids, moments

texts = st.text(max_size=40)
grants = st.builds(Grant.of, st.frozensets(st.sampled_from(list(Right))), branches)


@dataclass(frozen=True)
class Place:
    """Somebody's place in a company."""

    account_id: str
    branch: str | None
    rights: set[str] | None
    scope: str | None


@st.composite
def places(draw: Callable[[Any], Any]) -> Place:
    """Anybody's."""
    grant = draw(grants)
    return Place(draw(ids), draw(branches), {*grant.rights}, grant.scope or None)


@fuzzed(actors(), grants, grants)
def test_nobody_passes_on_what_they_do_not_hold(actor: Actor, before: Grant, after: Grant) -> None:
    """COM-2: neither by giving nor by taking, and only where their own rights reach."""
    if rights.refusal_of_grant(actor, before, after) is None and before != after:
        changed = before.rights ^ after.rights
        assert all(actor.may(right) for right in changed)
        if changed and actor.scope and not actor.owner:
            assert {grant.scope for grant in (before, after) if grant.rights} == {actor.scope}
    assert rights.refusal_of_grant(actor, before, before) is None


@fuzzed(actors(), places(), ids, grants)
def test_ones_own_rights_and_the_owners_are_not_ones_own_to_change(
    actor: Actor, place: Place, owner_id: str, after: Grant
) -> None:
    """COM-2, COM-6."""
    refusal = rights.refusal_of_rights(actor, place, owner_id, after)
    if place.account_id in {actor.account_id, owner_id}:
        assert refusal is not None
    if rights.refusal_of_removal(actor, place, owner_id) is None:
        assert all(actor.may(Right(right)) for right in place.rights or ())


@fuzzed(actors(), grants)
def test_a_promise_is_never_kept_beyond_what_its_giver_holds(giver: Actor, promised: Grant) -> None:
    """COM-3: and never wider than it was made."""
    kept = rights.still_given(giver, promised)
    assert kept.rights <= promised.rights
    assert not kept.rights or giver.may(Right.INVITE_USERS)
    assert all(giver.may(right) for right in kept.rights)
    assert kept.scope in {"", promised.scope}
    if kept.rights:
        assert kept.scope == promised.scope
        assert giver.owner or giver.scope in {"", kept.scope}


@fuzzed(actors(), branches, branches, st.lists(branches, max_size=2))
def test_nobody_is_put_where_the_right_does_not_reach(
    actor: Actor, branch: str, before: str, known: list[str]
) -> None:
    """COM-2: into a branch that there is, and that the actor's rights reach."""
    try:
        rights.demand_branch(actor, branch, known, before)
    except KontorError:
        return
    assert branch in {"", before, *known}
    assert branch == before or actor.owner or actor.scope in {"", branch}
    assert not rights.reaches(actor, branch) or actor.owner or actor.scope in {"", branch}


@dataclass(frozen=True)
class Timed:
    """An invitation, as far as time decides."""

    state: str
    ends_at: datetime


@fuzzed(st.builds(Timed, st.sampled_from(list(InvitationState)), moments), moments, moments)
def test_an_invitation_runs_out_and_never_comes_back_by_itself(
    one: Timed, first: datetime, second: datetime
) -> None:
    """COM-3, SCH-1."""
    earlier, later = sorted((first, second))
    if moves.state_at(one, earlier) is not InvitationState.PENDING:
        assert moves.state_at(one, later) is moves.state_at(one, earlier)
    over = {InvitationState.ACCEPTED, InvitationState.WITHDRAWN}
    if one.state in over:
        assert not moves.may(one, moves.Move.ACCEPT, later)
        assert not moves.may(one, moves.Move.RESEND, later)
        assert not moves.may(one, moves.Move.WITHDRAW, later)
    assert moves.may(one, moves.Move.ACCEPT, later) == (
        one.state is InvitationState.PENDING and later < one.ends_at
    )


def _clean(address: str) -> str | Outcome:
    return address if "@" in address else Outcome.MALFORMED


@fuzzed(st.lists(texts | st.sampled_from(["Ada <a@b.example>", "A@B.example", ""]), max_size=6))
def test_every_line_that_says_something_has_a_fate(pasted: list[str]) -> None:
    """COM-3: by its number, and each address once."""
    read = lines.read_lines(pasted, _clean)
    assert [line.number for line in read] == [
        place for place, text in enumerate(pasted, 1) if text.strip()
    ]
    sent = [line.email.lower() for line in read if line.outcome is Outcome.SENT]
    assert len(sent) == len(set(sent))


@fuzzed(texts, st.booleans(), ids, st.booleans(), ids)
def test_who_has_a_company_is_not_invited(
    email: str, staff: bool, company: str, invited: bool, own: str
) -> None:
    """COM-3: what is sent goes to somebody who is nobody's."""
    line = lines.Line(1, email, email)
    known = lines.Known(staff=staff, company_id=company, invited=invited)
    fate = lines.judge(line, known, own_email="me@b.example", company_id=own).outcome
    if fate is Outcome.SENT:
        assert (staff, company, invited) == (False, "", False)
    assert (fate is Outcome.ALREADY_HERE) <= (company == own)


@fuzzed(texts, texts, days, st.none() | moments, moments)
def test_only_its_own_secret_opens_a_token_and_never_once_it_is_over(
    secret: str, other: str, ends_on: date, revoked_at: datetime | None, now: datetime
) -> None:
    """NOT-6."""
    token = ApiToken(secret_hash=drawn.digest(secret), ends_on=ends_on, revoked_at=revoked_at)
    good = tokens.is_good(token, other, now)
    assert good == (secret == other and revoked_at is None and now.date() <= ends_on)
    if not tokens.is_living(token, now):
        assert not tokens.is_living(token, now + timedelta(days=1))


@fuzzed(texts, st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ", min_size=26, max_size=26), texts)
def test_a_token_is_read_as_it_was_written(text: str, token_id: str, secret: str) -> None:
    assert tokens.read(text) is None or tokens.write(*tokens.read(text) or ("", "")) == text
    assert tokens.read(tokens.write(token_id, secret)) == ((token_id, secret) if secret else None)


@fuzzed(st.none() | days, st.dictionaries(ids, days.map(date.isoformat)), st.integers(1, 3), days)
def test_another_trial_can_be_had_on_the_day_after(
    own: date | None, others: dict[str, str], most: int, today: date
) -> None:
    """LIC-15: the day that a refusal names is one on which something still runs."""
    trial = None if own is None else Trial(ends_on=own)
    refused = trials.refusal(trial, others, most, today)
    if refused is None:
        assert own is None or own < today
        assert len(trials.living_of(others, today)) < most
        return
    reason, until = refused
    assert until >= today
    after = until + timedelta(days=1)
    assert trials.refusal(trial, others, most, after) != (reason, until)


@fuzzed(texts, texts, st.booleans())
def test_an_address_and_a_company_have_one_plain_form(
    local: str, name: str, ignores_plus: bool
) -> None:
    """LIC-15: case, dots and what follows a plus are no way to another trial."""
    free = frozenset({"gmail.com"})
    one = trials.plain_address(f"{local}@gmail.com", ignores_plus=ignores_plus, dotless=free)
    assert one == trials.plain_address(one, ignores_plus=ignores_plus, dotless=free)
    assert "." not in one.rpartition("@")[0]
    assert trials.plain_name(trials.plain_name(name)) == trials.plain_name(name)
