"""2 and 3: nobody comes to own a company by asking for it but by the way of COM-10."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.audit.model import Entry
from chalicelib.companies.model import Company
from chalicelib.recoveries.model import Objection, Recovery, RecoveryState, Work
from chalicelib.recoveries.rules import is_open
from chalicelib.tickets.model.upload import PREFIX, Upload, UploadState
from tests.checks.store import Store

ENDED = frozenset(RecoveryState) - {RecoveryState.ASKED}


def a_company_has_one_open_at_most(store: Store) -> Iterator[str]:
    """The company's head names it; it is of that company, and of its present owner."""
    for company in store.of(Company):
        if company.recovery is None:
            continue
        recovery = store.find(Recovery, company.recovery, "recovery")
        if recovery is None or not is_open(recovery) or recovery.company_id != company.pk:
            yield f"company {company.pk} names {company.recovery}, which is no open recovery of it"
        elif recovery.owner_id != company.owner_id:
            yield f"recovery {recovery.pk} is against {recovery.owner_id}, who owns it no more"
    for recovery in store.of(Recovery):
        its = store.find(Company, recovery.company_id, "company")
        if is_open(recovery) and (its is None or its.recovery != recovery.pk):
            yield f"recovery {recovery.pk} is open, and its company does not say so"


def recoveries_came_by_allowed_moves(store: Store) -> Iterator[str]:
    """Asked for once, ended once; staff find what is open, and nothing else."""
    logged = Counter((entry.action, entry.subject) for entry in store.of(Entry))
    for recovery in store.of(Recovery):
        where = f"recovery {recovery.pk} is {recovery.state}"
        ends = {state for state in ENDED if logged[f"recovery.{state}", recovery.pk]}
        if logged["recovery.asked", recovery.pk] != 1:
            yield f"{where} and was asked for {logged['recovery.asked', recovery.pk]} times"
        if ends != {recovery.state} - {RecoveryState.ASKED}:
            yield f"{where}, and its entries say {sorted(ends) or 'nothing'}"
        if is_open(recovery) != (recovery.open is not None):
            yield f"{where}, and staff's list says otherwise"
        if is_open(recovery) == (recovery.ended_at is not None):
            yield f"{where} and ended at {recovery.ended_at}"
        if not is_open(recovery) and recovery.due not in set(Work):
            yield f"{where}, and no job would ever forget it"


def none_was_accepted_too_early(store: Store) -> Iterator[str]:
    """Not within the days for objections, not against the owner's word, and with a handing over."""
    handed = {
        ((entry.details or {}).get("recovery"), entry.pk)
        for entry in store.of(Entry)
        if entry.action == "company.owner_changed"
    }
    for recovery in store.of(Recovery):
        if recovery.state != RecoveryState.ACCEPTED:
            continue
        if recovery.ended_at is None or recovery.ended_at < recovery.ends_at:
            yield f"recovery {recovery.pk} was accepted before its days were over"
        if recovery.owner_objected:
            yield f"recovery {recovery.pk} was accepted against the owner's word"
        if (recovery.pk, recovery.company_id) not in handed:
            yield f"recovery {recovery.pk} was accepted, and nothing handed over"


def objections_are_counted(store: Store) -> Iterator[str]:
    """What a decision says it has seen is what there was."""
    said: dict[str, list[Objection]] = {}
    for objection in store.of(Objection):
        said.setdefault(objection.pk, []).append(objection)
    logged = Counter(
        (entry.subject, entry.actor_id)
        for entry in store.of(Entry)
        if entry.action == "recovery.objected"
    )
    for recovery in store.of(Recovery):
        objections = said.pop(recovery.pk, [])
        if len(objections) != recovery.objections:
            yield f"recovery {recovery.pk} counts {recovery.objections} of {len(objections)}"
        if any(one.owner for one in objections) != recovery.owner_objected:
            yield f"recovery {recovery.pk} is wrong about the owner's objection"
        for one in objections:
            if logged[recovery.pk, one.account_id] != 1:
                yield f"the objection of {one.account_id} to {recovery.pk} is not logged once"
            if recovery.ended_at and one.at > recovery.ended_at:
                yield f"{one.account_id} objected to {recovery.pk} when it was over"
    for recovery_id in said:
        yield f"an objection to {recovery_id} is left of it"


def applications_stay_with_what_they_are_for(store: Store) -> Iterator[str]:
    """A recovery's file is there as long as the recovery, and no longer."""
    for recovery in store.of(Recovery):
        upload = store.find(Upload, PREFIX + recovery.file_key, "upload")
        going = recovery.due == Work.FORGET and recovery.due_at <= store.read_at
        kept = upload is not None and upload.state == UploadState.ATTACHED
        if not going and (upload is None or not kept or upload.kept_for != recovery.pk):
            yield f"the application of recovery {recovery.pk} is not kept"
    for upload in store.of(Upload):
        if upload.kept_for and store.find(Recovery, upload.kept_for, "recovery") is None:
            yield f"upload {upload.key} is kept for {upload.kept_for}, which is not there"


RECOVERED = (a_company_has_one_open_at_most, none_was_accepted_too_early)
RECOVERIES = (
    recoveries_came_by_allowed_moves,
    objections_are_counted,
    applications_stay_with_what_they_are_for,
)
