"""What speaks for a claim and what against it, put beside it for the license desk (STF-4)."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.aws.together import read_together
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.catalog.partners import name_of as partner_name
from chalicelib.catalog.service import product_name
from chalicelib.companies.model import Company, Member
from chalicelib.companies.store import companies, members
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.rules.evidence import domain_of, judge_domain, likeness
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.schemas.checks import (
    CheckEvidence,
    CheckRow,
    Claimant,
    HolderRef,
    OtherLicense,
)
from chalicelib.licenses.store import desk
from chalicelib.licenses.store import licenses as store

PEOPLE = 10
OTHERS = 10
LOOKED_AT = 100


def evidence_of(actor: Actor, license_id: str, now: datetime) -> CheckEvidence:
    """One claim with its license, company, people and other licenses.

    Four round trips at most, none of which grows with the table. Raises NotFound when nobody
    claims or claimed the license.
    """
    license_ = store.find_license(license_id)
    if license_ is None or license_.claim is None:
        raise NotFound
    company_id = license_.company_id
    company, (people, others) = read_together(
        lambda: companies.find_company(company_id),
        lambda: (_members(license_), desk.other_licenses(license_, OTHERS)),
    )
    name = company.name if company else ""
    return CheckEvidence(
        check=check_row(actor, license_, name, now),
        decided=license_.claim != ClaimState.PENDING,
        claim=ClaimState(license_.claim),
        edition=license_.edition,
        nodes=int(license_.nodes),
        serial_number=license_.serial_number,
        partner=partner_name(license_.partner, now),
        issued_on=license_.issued_on,
        expires_on=license_.expires_on,
        company_country=company.country if company else "",
        company_since=company.created_at if company else None,
        people=_people(license_, company, people),
        more_people=max(0, len(people) - PEOPLE),
        others=[_other(actor, other, name, now) for other in others],
    )


def _members(license_: License) -> list[Member]:
    """The company's first people, with whoever claimed the license among them."""
    first = members.members_of(license_.company_id, LOOKED_AT)
    if license_.claimed_by in {member.account_id for member in first}:
        return first
    key = members.member_key(license_.company_id, license_.claimed_by)
    return [*(member for member in companies.read([key]) if member is not None), *first]


def check_row(actor: Actor, license_: License, company: str, now: datetime) -> CheckRow:
    """A claim in the list."""
    return CheckRow(
        id=license_.pk,
        public_id=license_.public_id,
        products=_products(actor, license_, now),
        company=HolderRef(id=license_.company_id, name=company),
        end_user=license_.end_user,
        order_number=license_.order_number,
        likeness=likeness(license_.end_user, company),
        claimed_at=license_.claimed_at,
    )


def _products(actor: Actor, license_: License, now: datetime) -> list[str]:
    return [product_name(product_id, actor.reads, now) for product_id in license_.products]


def _people(
    license_: License, company: Company | None, members: Sequence[Member]
) -> list[Claimant]:
    """Who claimed it first, then the owner, then the others in the order that they joined."""
    owner_id = company.owner_id if company else ""
    names = (license_.end_user, company.name if company else "")

    def place(member: Member) -> tuple[bool, bool, datetime]:
        id_ = member.account_id
        return id_ != license_.claimed_by, id_ != owner_id, member.joined_at

    return [
        Claimant(
            name=f"{member.first_name} {member.last_name}",
            email=member.email,
            domain=judge_domain(domain_of(member.email), *names),
            owner=member.account_id == owner_id,
            claimed=member.account_id == license_.claimed_by,
            joined_at=member.joined_at,
        )
        for member in sorted(members, key=place)[:PEOPLE]
    ]


def _other(actor: Actor, other: License, company: str, now: datetime) -> OtherLicense:
    return OtherLicense(
        id=other.pk,
        public_id=other.public_id,
        products=_products(actor, other, now),
        end_user=other.end_user,
        likeness=likeness(other.end_user, company),
        status=status(other, now),
        claim=ClaimState(other.claim),
        expires_on=other.expires_on,
    )
