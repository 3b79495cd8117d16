"""Two who change one license at the same moment."""

from collections.abc import Iterator

from chalicelib.base import clock
from chalicelib.licenses import jobs
from chalicelib.licenses.model.lineage import FIRST
from chalicelib.tickets import jobs as tickets
from local.testing import Cloud
from tests.builders import make_catalog, make_license
from tests.proof.operation import Outcome, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.license_scenes import (
    SECOND_OF_DESK,
    block_planned_for_yesterday,
    by_desk,
    decision,
    held,
    in_days,
    open_on_a_removed_license,
    two_that_end_soon,
)
from tests.proof.operations.people import CODE, owner
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, first_may_come_late, once, one_wins, refused_clearly
from tests.tickets.browsers import form

Two = tuple[Act, Act]
REISSUE = {"code_id": FIRST, "reason": "As asked."}


def _accept_and_refuse(_cloud: Cloud) -> Two:
    license_ = held(needs_check="yes")
    refusal = decision(license_, accept=False, email=SECOND_OF_DESK)
    return once(decision(license_, accept=True)), once(refusal)


def _block_and_claim(_cloud: Cloud) -> Two:
    license_ = make_license(CODE)
    adding = by_route(owner(), "POST", "/api/licenses", {"activation_code": CODE})
    return once(adding), once(by_desk(license_, "block", {"reason": "Not paid."}))


def _plan_and_claim(_cloud: Cloud) -> Two:
    license_ = make_license(CODE)
    adding = by_route(owner(), "POST", "/api/licenses", {"activation_code": CODE})
    plan = {"reason": "Not paid.", "at": f"{in_days(3)}T12:00:00Z"}
    return once(adding), once(by_desk(license_, "block", plan))


def _told_at_its_minute(adding: Outcome, planning: Outcome) -> Iterator[str]:
    """Whoever holds the license hears of the block when it takes effect."""
    yield from first_may_come_late(201, 200, "conflict")(adding, planning)
    license_ = make_license(CODE)
    if adding.status == 201 and license_.due_at != license_.blocked_at:
        yield f"due at {license_.due_at}, blocked at {license_.blocked_at}"


def _adding_late(adding: Outcome, blocking: Outcome) -> Iterator[str]:
    if blocking.status != 200:
        yield f"the block is answered {blocking}"
    if adding.status != 201:
        # By its own clock it may have been asked for before the block; then it can ask again.
        yield from refused_clearly(adding, "license_blocked", "conflict")


def _reissue_twice(_cloud: Cloud) -> Two:
    license_ = held()
    second = by_desk(license_, "code", REISSUE, SECOND_OF_DESK)
    return once(by_desk(license_, "code", REISSUE)), once(second)


def _seats_and_reissue(_cloud: Cloud) -> Two:
    license_ = held()
    seats = by_desk(license_, "seats", {"seats": 10})
    return once(seats), once(by_desk(license_, "code", REISSUE, SECOND_OF_DESK))


def _seats_first(seats: Outcome, reissue: Outcome) -> Iterator[str]:
    """Seats are added in any case; whoever saw the old code is told that it is gone."""
    if seats.status != 200:
        yield f"the seats are answered {seats}"
    if reissue.status != 200:
        yield from refused_clearly(reissue, "code_was_replaced")


def _seats_twice(_cloud: Cloud) -> Two:
    license_ = held()
    more = by_desk(license_, "seats", {"seats": 5}, SECOND_OF_DESK)
    return once(by_desk(license_, "seats", {"seats": 10})), once(more)


def _remove_and_open(_cloud: Cloud) -> Two:
    make_catalog(clock.now())
    browser = owner()
    path = f"/api/licenses/{held(browser=browser).pk}/removal"
    removal = by_route(browser, "POST", path, {"support_ends": True})
    return once(by_route(browser, "POST", "/api/tickets", form())), once(removal)


def _opening_late(opening: Outcome, removal: Outcome) -> Iterator[str]:
    if removal.status != 200:
        yield f"the removal is answered {removal}"
    if opening.status != 201:
        yield from refused_clearly(opening, "license_not_active", "not_a_choice")


def _remove_and_block(_cloud: Cloud) -> Two:
    browser = owner()
    license_ = held(browser=browser)
    path = f"/api/licenses/{license_.pk}/removal"
    removal = by_route(browser, "POST", path, {"support_ends": True})
    return once(removal), once(by_desk(license_, "block", {"reason": "Not paid."}))


def _two_tell_ends(cloud: Cloud) -> Two:
    perform = two_that_end_soon(cloud)
    return once(perform), once(perform)


def _tell_and_unblock(cloud: Cloud) -> Two:
    license_ = block_planned_for_yesterday(cloud)
    unblocking = by_desk(license_, "unblock", {}, "third@vendor.example")
    return once(by_job(jobs.tell_due, SCHEDULED)), once(unblocking)


def _two_end_requests(_cloud: Cloud) -> Two:
    open_on_a_removed_license()
    job = by_job(tickets.end_unsupported, SCHEDULED)
    return once(job), once(job)


DESK = (
    Race("one accepts as another refuses", _accept_and_refuse, one_wins(200, "check_decided")),
    Race("a claim as the license is blocked", _block_and_claim, _adding_late),
    Race("a claim as a block is planned", _plan_and_claim, _told_at_its_minute),
    Race("two reissue", _reissue_twice, one_wins(200, "code_was_replaced")),
    Race("seats are added as another reissues", _seats_and_reissue, _seats_first),
    Race("two add seats", _seats_twice, both(200, 200)),
    Race("a request opens as the license goes", _remove_and_open, _opening_late),
    Race("a license goes as it is blocked", _remove_and_block, both(200, 200)),
    Race("two jobs tell of ends", _two_tell_ends, both(200, 200)),
    Race("a job tells of a block as it is lifted", _tell_and_unblock, both(200, 200)),
    Race("two jobs end requests", _two_end_requests, both(200, 200)),
)
