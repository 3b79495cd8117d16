"""2 and 3: owners who came by no decision, and decisions on what nobody had seen."""

from collections.abc import Callable
from datetime import timedelta

from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.companies.model import Company
from chalicelib.recoveries.model import Recovery, RecoveryState
from chalicelib.tickets.model.upload import Upload
from tests.checks import recoveries
from tests.checks.breaking.acts import Breakage, alter, remove

LATER_ID = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _asked_for(company: Company) -> bool:
    return bool(company.recovery)


def _kept(upload: Upload) -> bool:
    return bool(upload.kept_for)


def _entry(action: str) -> Callable[[Entry], bool]:
    return lambda entry: bool(entry.action == action)


RECOVERED_BROKEN = (
    Breakage(
        recoveries.a_company_has_one_open_at_most,
        "which is no open recovery of it",
        alter(Company, _asked_for, recovery=LATER_ID),
    ),
    Breakage(
        recoveries.a_company_has_one_open_at_most,
        "its company does not say so",
        alter(Company, _asked_for, recovery=None),
    ),
    Breakage(
        recoveries.a_company_has_one_open_at_most,
        "who owns it no more",
        alter(Recovery, owner_id=LATER_ID),
    ),
    Breakage(
        recoveries.none_was_accepted_too_early,
        "before its days were over",
        alter(Recovery, state=RecoveryState.ACCEPTED, ended_at=lambda _: clock.now()),
    ),
    Breakage(
        recoveries.none_was_accepted_too_early,
        "against the owner's word",
        alter(Recovery, state=RecoveryState.ACCEPTED, owner_objected=True),
    ),
    Breakage(
        recoveries.none_was_accepted_too_early,
        "nothing handed over",
        alter(Recovery, state=RecoveryState.ACCEPTED),
    ),
)
RECOVERIES_BROKEN = (
    Breakage(
        recoveries.recoveries_came_by_allowed_moves,
        "was asked for 0 times",
        remove(Entry, _entry("recovery.asked")),
    ),
    Breakage(
        recoveries.recoveries_came_by_allowed_moves,
        "its entries say nothing",
        alter(Recovery, state=RecoveryState.WITHDRAWN),
    ),
    Breakage(
        recoveries.recoveries_came_by_allowed_moves,
        "staff's list says otherwise",
        alter(Recovery, open=None),
    ),
    Breakage(
        recoveries.recoveries_came_by_allowed_moves,
        "and ended at",
        alter(Recovery, ended_at=lambda _: clock.now()),
    ),
    Breakage(
        recoveries.recoveries_came_by_allowed_moves,
        "no job would ever forget it",
        alter(Recovery, state=RecoveryState.REFUSED, due=None),
    ),
    Breakage(recoveries.objections_are_counted, "counts 2 of 1", alter(Recovery, objections=2)),
    Breakage(
        recoveries.objections_are_counted,
        "wrong about the owner's objection",
        alter(Recovery, owner_objected=False),
    ),
    Breakage(
        recoveries.objections_are_counted,
        "is not logged once",
        remove(Entry, _entry("recovery.objected")),
    ),
    Breakage(
        recoveries.objections_are_counted,
        "when it was over",
        alter(Recovery, ended_at=lambda _: clock.now() - timedelta(days=1)),
    ),
    Breakage(recoveries.objections_are_counted, "is left of it", remove(Recovery)),
    Breakage(
        recoveries.applications_stay_with_what_they_are_for,
        "is not kept",
        alter(Upload, _kept, kept_for=LATER_ID),
    ),
    Breakage(
        recoveries.applications_stay_with_what_they_are_for,
        "which is not there",
        alter(Upload, _kept, kept_for=LATER_ID),
    ),
)
