"""Staff see which mail did not arrive, and what can be done about it (NOT-2, NOT-3)."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.store import companies
from chalicelib.console.schemas.letters import (
    ParkedLetter,
    ParkedPage,
    StoppedAddress,
    StoppedPage,
)
from chalicelib.mail.model import Letter, LetterState, Reach, StopReason
from chalicelib.mail.store import letters, reaching


def parked(cursor: str | None) -> ParkedPage:
    """A page of letters that were given up. A query, and one read of what it found."""
    page = letters.parked_page(cursor)
    return ParkedPage(items=[_letter(one) for one in page.items], next_cursor=page.next_cursor)


def _letter(letter: Letter) -> ParkedLetter:
    return ParkedLetter(
        id=letter.pk,
        template=letter.template,
        to=letter.to,
        created_at=letter.created_at,
        parked_at=letter.due_at or letter.created_at,
        attempts=int(letter.attempts),
        error=letter.error or "",
    )


def try_again(actor: Actor, letter_id: str, now: datetime, operation: Operation) -> None:
    """Give a parked letter its attempts back; the sweeper sends it. NotFound, Conflict."""
    letter = _parked(letter_id)
    change = Transaction(operation, now)
    letters.try_again(change, letter, now)
    details = {"template": letter.template}
    record(change, actor, "letter.tried_again", letter.pk, now, details=details)
    change.commit({})


def drop(actor: Actor, letter_id: str, now: datetime, operation: Operation) -> None:
    """Give a parked letter up for good, and forget what stood in it. NotFound, Conflict."""
    letter = _parked(letter_id)
    change = Transaction(operation, now)
    letters.drop(change, letter, now)
    record(
        change, actor, "letter.dropped", letter.pk, now,
        details={"template": letter.template, "error": letter.error or ""},
    )  # fmt: skip
    change.commit({})


def _parked(letter_id: str) -> Letter:
    letter = letters.find_letter(letter_id)
    if letter is None or letter.state != LetterState.PARKED:
        raise NotFound
    return letter


def stopped(cursor: str | None) -> StoppedPage:
    """A page of addresses that get no mail. A query, and two reads of whose they are."""
    page = reaching.stopped_page(cursor)
    people = _people([one.email for one in page.items])
    return StoppedPage(
        items=[_address(one, people.get(one.email)) for one in page.items],
        held_to=settings().letters_held,
        next_cursor=page.next_cursor,
    )


def _people(emails: Sequence[str]) -> dict[str, Account]:
    """The customers with these addresses."""
    if not emails:
        return {}
    found = companies.read([accounts.address_key(email) for email in emails])
    ids = {email: one.account_id for email, one in zip(emails, found, strict=True) if one}
    known = {one.pk: one for one in accounts.find_accounts(sorted(set(ids.values())))}
    return {email: known[each] for email, each in ids.items() if each in known}


def _address(reach: Reach, person: Account | None) -> StoppedAddress:
    return StoppedAddress(
        id=reaching.id_of(reach),
        email=reach.email,
        reason=StopReason(reach.reason),
        since=reach.stopped_at,
        template=reach.template or "",
        answer=reach.answer,
        held=len(reach.held or ()),
        account_id=person.pk if person else None,
        name=person.name if person else None,
        company_id=person.company_id if person else None,
    )
