"""Staff change what a company can't change itself: name, branches, owner (COM-8, STF-8)."""

from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, KontorError, NotFound
from chalicelib.base.operation import Operation
from chalicelib.companies.errors import CompanyChanged
from chalicelib.companies.model import Company, Member
from chalicelib.companies.names import fold
from chalicelib.companies.service import recipient_of
from chalicelib.companies.store import companies, lists, members
from chalicelib.journeys.evidence import demand_evidence
from chalicelib.journeys.model import Work
from chalicelib.journeys.schemas.companies import ChangeCompany
from chalicelib.journeys.store import put_renaming
from chalicelib.mail.service import post
from chalicelib.recoveries.ending import overtake


def change_company(
    actor: Actor, company_id: str, data: ChangeCompany, now: datetime, operation: Operation
) -> None:
    """Change name, branches, owner or all of them; the owners are told.

    Raises NotFound; CompanyChanged when somebody else changed it since it was read; Invalid:
    `branches.<n>` branch_twice, `branches` branch_in_use, `owner_id` not_a_choice (nobody of the
    company, or the owner already), `evidence`; Conflict when somebody asked to own it, or who is
    to own it left, at this moment.
    """
    company = companies.find_company(company_id)
    if company is None:
        raise NotFound
    if int(company.version) != data.version:
        raise CompanyChanged
    details: dict[str, object] = dict(demand_evidence(company_id, data.evidence))
    change = Transaction(operation, now)
    owner, heir = _people(company, data.owner_id)
    described = data.name is not None or data.branches is not None
    if described or heir:
        _set(change, company, data, heir)
    if data.name is not None and data.name != company.name:
        put_renaming(change, Work.RENAME_COMPANY, company_id, now)
    if described:
        changed = details | _changes(company, data)
        record(
            change, actor, "company.changed", company_id, now,
            company_id=company_id, details=changed,
        )  # fmt: skip
    if heir is not None:
        members.demand_member(change, company_id, heir.account_id, lost=Conflict())
        if company.recovery:
            overtake(change, actor, company.recovery, now)
        hand_over(change, actor, company, owner, heir, now, details)
    elif owner is not None and described:
        name = data.name or company.name
        post(change, recipient_of(owner), "company_changed", {"company": name}, now)
    change.commit({})


def _people(company: Company, owner_id: str | None) -> tuple[Member | None, Member | None]:
    """The owner, and who is to be it (None: nobody else)."""
    wanted = [company.owner_id, *([owner_id] if owner_id else [])]
    owner, *rest = members.find_members(company.pk, wanted)
    heir = rest[0] if rest else None
    if owner_id and (heir is None or owner_id == company.owner_id):
        raise Invalid(FieldError("owner_id", "not_a_choice"))
    return owner, heir


def _set(change: Transaction, company: Company, data: ChangeCompany, heir: Member | None) -> None:
    branches = list(company.branches) if data.branches is None else data.branches
    if data.branches is not None:
        _demand_good_branches(company, data.branches)
    companies.set_facts(
        change,
        company,
        data.name or company.name,
        branches,
        heir.account_id if heir else company.owner_id,
        lost=lambda: _overtaken(company),
    )


def _overtaken(company: Company) -> KontorError:
    now = companies.find_company(company.pk)
    if now is None:
        return NotFound()
    return CompanyChanged() if now.version != company.version else Conflict()


def _demand_good_branches(company: Company, branches: list[str]) -> None:
    seen: set[str] = set()
    for place, branch in enumerate(branches):
        if fold(branch) in seen:
            raise Invalid(FieldError(f"branches.{place}", "branch_twice"))
        seen.add(fold(branch))
    for gone in set(company.branches) - set(branches):
        if lists.branch_is_used(company.pk, gone):
            raise Invalid(FieldError("branches", "branch_in_use", {"branch": gone}))


def _changes(company: Company, data: ChangeCompany) -> dict[str, object]:
    changed: dict[str, object] = {}
    if data.name is not None:
        changed |= {"name_from": company.name, "name_to": data.name}
    if data.branches is not None:
        changed |= {"branches_from": list(company.branches), "branches_to": data.branches}
    return changed


def hand_over(
    change: Transaction,
    actor: Actor,
    company: Company,
    owner: Member | None,
    heir: Member,
    now: datetime,
    details: dict[str, object],
) -> None:
    """Tell both owners and log it.

    The company's own item, and that the heir is one of its people, is written by the caller.

    The old owner stays in the company, with the rights that were granted to them, if any.
    """
    for member in filter(None, (owner, heir)):
        params = {"company": company.name, "owner": heir.name, "old": owner.name if owner else ""}
        post(change, recipient_of(member), "owner_changed", params, now)
    people = {"from": company.owner_id, "to": heir.account_id}
    record(
        change, actor, "company.owner_changed", company.pk, now,
        company_id=company.pk, details=details | people,
    )  # fmt: skip
