"""What speaks for a recovery and what against it, put beside it for staff (COM-10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.aws.tables import Key
from chalicelib.base.actor import Actor
from chalicelib.base.errors import KontorError, NotFound
from chalicelib.browsers.model import LastSignIn
from chalicelib.browsers.store import last_sign_in_key
from chalicelib.catalog.service import product_names
from chalicelib.companies.model import Company, Member
from chalicelib.companies.store import companies, members
from chalicelib.licenses import proving
from chalicelib.licenses.model.license import License
from chalicelib.recoveries import store
from chalicelib.recoveries.model import Objection, Recovery, RecoveryState
from chalicelib.recoveries.rules import refusal_of_acceptance, refusal_of_refusal
from chalicelib.recoveries.schemas import (
    LicenseShown,
    ObjectionOut,
    RecoveryEvidence,
    RecoveryParty,
    Warned,
)
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.service.applications import verdict_of

MOST_OBJECTIONS = 45
"""How many are shown with who it was: one read takes no more people."""


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of a party: the account, its place in the company, its last sign-in."""

    id: str
    account: Account | None
    member: Member | None
    last: LastSignIn | None

    def out(self) -> RecoveryParty:
        """As it is shown."""
        return RecoveryParty(
            id=self.id,
            name=self.account.name if self.account else "",
            email=self.account.email if self.account else "",
            in_company=self.member is not None,
            joined_at=self.member.joined_at if self.member else None,
            signed_in_at=self.last.at if self.last else None,
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """A recovery with everything that its decision stands on, as it is now."""

    recovery: Recovery
    objections: list[Objection]
    company: Company | None
    asker: Person
    owner: Person
    license: License | None
    proven: bool

    @property
    def asker_there(self) -> bool:
        """Whether who asked is there, and in the company or in none."""
        account = self.asker.account
        return account is not None and account.company_id in {None, self.recovery.company_id}

    @property
    def signed_in_since(self) -> bool:
        """Whether the owner has signed in since it was asked for."""
        last = self.owner.last
        return last is not None and last.at > self.recovery.asked_at


def facts_of(recovery_id: str, now: datetime) -> Facts:
    """All of it, in two round trips. Raises NotFound."""
    recovery, objections = store.find_with_objections(recovery_id)
    if recovery is None:
        raise NotFound
    keys = [companies.company_key(recovery.company_id)]
    for account_id in (recovery.asker_id, recovery.owner_id):
        keys += _person_keys(recovery.company_id, account_id)
    *found, license_ = companies.read([*keys, proving.license_key(recovery.license_id)])
    return Facts(
        recovery=recovery,
        objections=objections,
        company=found[0],
        asker=Person(recovery.asker_id, *found[1:4]),
        owner=Person(recovery.owner_id, *found[4:7]),
        license=license_,
        proven=license_ is not None and proving.shows(license_, recovery.company_id, now),
    )


def _person_keys(company_id: str, account_id: str) -> list[Key]:
    return [
        accounts.account_key(account_id),
        members.member_key(company_id, account_id),
        last_sign_in_key(account_id),
    ]


def evidence_of(actor: Actor, recovery_id: str, now: datetime) -> RecoveryEvidence:
    """One recovery as staff see it. Four round trips at most."""
    facts = facts_of(recovery_id, now)
    recovery = facts.recovery
    verdict = verdict_of(recovery.file_key) or Scan.PENDING
    refusal = _refusal(facts, int(recovery.objections), now)
    return RecoveryEvidence(
        id=recovery.pk,
        state=RecoveryState(recovery.state),
        company_id=recovery.company_id,
        company_name=facts.company.name if facts.company else "",
        asker=facts.asker.out(),
        outside=recovery.outside,
        owner=facts.owner.out(),
        license=_license(actor, facts, now),
        file_name=recovery.file_name,
        file_size=int(recovery.file_size),
        file_verdict=verdict,
        words=recovery.words,
        asked_at=recovery.asked_at,
        ends_at=recovery.ends_at,
        objections=_objections(facts.objections),
        warnings=list(_warnings(facts, verdict)),
        blocked_by=refusal.code if refusal else None,
        ended_at=recovery.ended_at,
        reason=recovery.reason,
    )


def _refusal(facts: Facts, seen: int, now: datetime) -> KontorError | None:
    return refusal_of_acceptance(
        facts.recovery,
        seen=seen,
        asker_there=facts.asker_there,
        proven=facts.proven,
        now=now,
    )


def demand_decidable(facts: Facts, *, accept: bool, seen: int, now: datetime) -> None:
    """Raise unless staff can accept it (or refuse it) now."""
    refusal = _refusal(facts, seen, now) if accept else refusal_of_refusal(facts.recovery)
    if refusal is not None:
        raise refusal


def _license(actor: Actor, facts: Facts, now: datetime) -> LicenseShown:
    recovery, license_ = facts.recovery, facts.license
    return LicenseShown(
        id=recovery.license_id,
        public_id=recovery.license_public_id,
        product=product_names(license_.products, actor.reads, now) if license_ else "",
        by=recovery.shown,
        status=proving.status_of(license_, now) if license_ else None,
        held=facts.proven,
        replaced=license_ is not None and license_.code_start != recovery.license_code,
        expires_on=license_.expires_on.isoformat() if license_ else None,
    )


def _objections(objections: Sequence[Objection]) -> list[ObjectionOut]:
    shown = objections[:MOST_OBJECTIONS]
    found = companies.read([accounts.account_key(one.account_id) for one in shown]) if shown else []
    return [
        ObjectionOut(
            name=account.name if account else "",
            email=account.email if account else "",
            owner=one.owner,
            at=one.at,
            words=one.words,
        )
        for one, account in zip(shown, found, strict=True)
    ]


def _warnings(facts: Facts, verdict: str) -> list[Warned]:
    license_, recovery = facts.license, facts.recovery
    replaced = license_ is not None and license_.code_start != recovery.license_code
    told = {
        Warned.OWNER_SIGNED_IN: facts.signed_in_since,
        Warned.OBJECTIONS: bool(facts.objections),
        Warned.OUTSIDE: recovery.outside,
        Warned.CODE_REPLACED: replaced,
        Warned.FILE_UNCHECKED: verdict != Scan.CLEAN,
    }
    return [warning for warning, holds in told.items() if holds]


def demand(recovery_id: str) -> Recovery:
    """The recovery; NotFound where there is none."""
    recovery = store.find(recovery_id)
    if recovery is None:
        raise NotFound
    return recovery
