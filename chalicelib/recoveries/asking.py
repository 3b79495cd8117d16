"""Somebody asks to own a company whose owner has left (COM-10).

Who is in the company hears plainly what is wrong. An outsider hears the same whatever was shown,
and gets a mail: nothing of a company is told to who only holds a code.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.accounts.store import accounts
from chalicelib.accounts.throttling import asking_for_mail, throttle, throttle_at
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company
from chalicelib.companies.store import companies, members
from chalicelib.licenses import proving
from chalicelib.licenses.proving import ShownLicense
from chalicelib.mail.service import Recipient, post
from chalicelib.recoveries import store
from chalicelib.recoveries.errors import AlreadyOwner, AskerGone, ProofGone, RecoveryOpen
from chalicelib.recoveries.model import Recovery
from chalicelib.recoveries.rules import NOT_TOLD
from chalicelib.recoveries.schemas import AskRecovery
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.service.applications import demand_application, keep
from chalicelib.tickets.service.retrying import decide_anew


@dataclass(frozen=True, slots=True)
class Wish:
    """What was shown: the license, the company it proves, the application, and some words."""

    shown: ShownLicense
    company: Company
    upload: Upload
    words: str | None


def ask(actor: Actor, data: AskRecovery, now: datetime, operation: Operation) -> None:
    """Ask for the ownership of the company that holds the license.

    Raises TooManyAttempts; Invalid on `file`, as the license's fields say what is wrong with what
    was typed; of the own company's people also AlreadyOwner, RecoveryOpen, and Invalid
    license_not_yours.
    """
    if actor.owner:
        raise AlreadyOwner
    demand_application(actor, data.file)
    throttle_at(actor.account_id, "recovery", actor.address, asking_for_mail(), now)
    if actor.company_id:
        decide_anew(lambda: _ask(actor, data, now, operation))
        return
    try:
        decide_anew(lambda: _ask(actor, data, now, operation))
    except (RecoveryOpen, AskerGone, ProofGone, TooManyAttempts):
        _ask_in_vain(actor, now, operation)
    except Invalid as problem:
        if not tells_nothing(problem):
            raise
        _ask_in_vain(actor, now, operation)


def tells_nothing(problem: Invalid) -> bool:
    """Whether an outsider is not to hear why the license proves nothing."""
    return all(field.code in NOT_TOLD for field in problem.fields)


def _ask(actor: Actor, data: AskRecovery, now: datetime, operation: Operation) -> None:
    shown = proving.find_shown(data.activation_code, data.key_file, now)
    if shown.company_id is None or shown.company_id != (actor.company_id or shown.company_id):
        raise Invalid(FieldError(shown.by, "license_not_yours"))
    company = companies.find_company(shown.company_id)
    if company is None or company.recovery:
        raise RecoveryOpen
    upload = demand_application(actor, data.file)
    window = timedelta(days=settings().recovery_window_days)
    throttle(f"recovery of {company.pk}", now, settings().recoveries_per_company, window)
    change = Transaction(operation, now)
    _open(change, actor, Wish(shown, company, upload, data.words), now)
    change.commit({})


def _open(change: Transaction, actor: Actor, wish: Wish, now: datetime) -> None:
    recovery = _recovery(actor, wish, now)
    company_id = wish.company.pk
    store.add(change, recovery, now)
    companies.begin_recovery(change, wish.company, recovery.pk, lost=RecoveryOpen())
    proving.demand_shown(change, recovery.license_id, company_id, now, lost=ProofGone())
    keep(change, wish.upload, recovery.pk)
    if actor.company_id:
        members.demand_member(change, company_id, actor.account_id, lost=AskerGone())
    else:
        accounts.demand_no_company(change, actor.account_id, lost=AskerGone())
    params = {
        "public_id": recovery.license_public_id,
        "ends_at": recovery.ends_at.isoformat(),
        "url": {"page": "/recovery"},
    }
    post(change, Recipient.of(actor), "recovery_asked", params, now)
    # An outsider's act is no entry in a company's log: they may come to be in another one.
    details = {"company_id": company_id, "license": wish.shown.public_id, "shown": wish.shown.by}
    record(change, actor, "recovery.asked", recovery.pk, now, details=details)


def _recovery(actor: Actor, wish: Wish, now: datetime) -> Recovery:
    return Recovery(
        pk=ids.ulid(now),
        company_id=wish.company.pk,
        asker_id=actor.account_id,
        owner_id=wish.company.owner_id,
        outside=not actor.company_id,
        license_id=wish.shown.license_id,
        license_public_id=wish.shown.public_id,
        license_code=wish.shown.code_start,
        shown=wish.shown.by,
        file_key=wish.upload.key,
        file_name=wish.upload.name,
        file_size=wish.upload.size,
        words=wish.words,
        asked_at=now,
        ends_at=now + timedelta(days=settings().objection_days),
    )


def _ask_in_vain(actor: Actor, now: datetime, operation: Operation) -> None:
    """The same answer, and a mail that does not say which of the reasons it was."""
    change = Transaction(operation, now)
    post(change, Recipient.of(actor), "recovery_not_opened", {"url": {"page": "/recovery"}}, now)
    record(change, actor, "recovery.not_opened", actor.account_id, now)
    change.commit({})
