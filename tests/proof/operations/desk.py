"""What the license desk does, what a company does with its licenses, and what comes by itself."""

from collections.abc import Callable
from datetime import timedelta

from chalicelib.base import clock
from chalicelib.licenses import jobs
from chalicelib.licenses.model.lineage import FIRST
from chalicelib.tickets import jobs as tickets
from local.testing import Cloud
from tests.builders import make_catalog
from tests.licenses.test_activating import activate
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.license_scenes import (
    SECOND_OF_DESK,
    block_planned_for_yesterday,
    blocked,
    by_desk,
    decision,
    desk,
    held,
    in_days,
    open_on_a_removed_license,
    two_that_end_soon,
)
from tests.proof.operations.people import CODE, OTHER_CODE, owner

Scene = Callable[[Cloud], Perform]


def _search(_cloud: Cloud) -> Perform:
    held()
    return by_route(desk(), "POST", "/api/staff/licenses/search", {"text": CODE})


def _accept(_cloud: Cloud) -> Perform:
    return decision(held(needs_check="yes"), accept=True)


def _refuse(_cloud: Cloud) -> Perform:
    return decision(held(needs_check="yes"), accept=False)


def _decide_late(_cloud: Cloud) -> Perform:
    license_ = held(needs_check="yes")
    decision(license_, accept=True)("first")
    return decision(license_, accept=False, email=SECOND_OF_DESK)


def _block(_cloud: Cloud) -> Perform:
    return by_desk(held(), "block", {"reason": "The code stands in a forum."})


def _plan_block(_cloud: Cloud) -> Perform:
    at = (clock.now() + timedelta(days=2)).isoformat()
    return by_desk(held(), "block", {"at": at, "reason": "As asked."})


def _unblock(_cloud: Cloud) -> Perform:
    return by_desk(blocked(), "unblock", {})


def _reissue(_cloud: Cloud) -> Perform:
    return by_desk(held(), "code", {"code_id": FIRST, "reason": "As asked."})


def _reissue_and_unblock(_cloud: Cloud) -> Perform:
    body = {"code_id": FIRST, "reason": "As asked.", "unblock": True}
    return by_desk(blocked(), "code", body)


def _add_seats(_cloud: Cloud) -> Perform:
    return by_desk(held(), "seats", {"seats": 10})


def _merge(_cloud: Cloud) -> Perform:
    browser = owner()
    first = held(browser=browser, expires_on=in_days(20))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    second = held(OTHER_CODE, browser, expires_on=in_days(40), **more)
    assert activate(1, OTHER_CODE).status == 200
    body = {"others": [second.public_id], "expires_on": in_days(400)}
    return by_desk(first, "merger", body)


def _remove(_cloud: Cloud) -> Perform:
    browser = owner()
    license_ = held(browser=browser)
    path = f"/api/licenses/{license_.pk}/removal"
    return by_route(browser, "POST", path, {"support_ends": True})


def _report(_cloud: Cloud) -> Perform:
    make_catalog(clock.now())
    browser = owner()
    license_ = held(browser=browser)
    body = {"text": "It stands in a forum."}
    return by_route(browser, "POST", f"/api/licenses/{license_.pk}/compromise", body)


def _block_takes_effect(cloud: Cloud) -> Perform:
    block_planned_for_yesterday(cloud)
    return by_job(jobs.tell_due, SCHEDULED)


def _requests_end(_cloud: Cloud) -> Perform:
    open_on_a_removed_license()
    return by_job(tickets.end_unsupported, SCHEDULED)


def _requests_go_over(_cloud: Cloud) -> Perform:
    open_on_a_removed_license(OTHER_CODE)
    return by_job(tickets.end_unsupported, SCHEDULED)


_CHECK = "POST /api/staff/license-checks/{license_id}/decision"
_LICENSE = "POST /api/staff/licenses/{license_id}"


def _one(name: str, covers: str, scene: Scene, *traces: str, status: int = 200) -> Operation:
    """An operation of one write, its entries first and then its letters (`mail:` in front)."""
    return Operation(
        name=name,
        covers=(covers,),
        scene=scene,
        status=status,
        writes=1,
        leaves=tuple(trace for trace in traces if not trace.startswith("mail:")),
        tells=tuple(t.removeprefix("mail:") for t in traces if t.startswith("mail:")),
    )


DESK = (
    Operation(
        name="search a license",
        covers=("POST /api/staff/licenses/search",),
        scene=_search,
        status=200,
        writes=0,
    ),
    _one("accept a claim", _CHECK, _accept, "license.check_passed", "mail:license_approved"),
    _one("refuse a claim", _CHECK, _refuse, "license.check_refused", "mail:license_refused"),
    Operation(name="decide late", covers=(_CHECK,), scene=_decide_late, status=409, writes=0),
    _one("block", f"{_LICENSE}/block", _block, "license.blocked", "mail:license_blocked"),
    _one(
        "plan a block",
        f"{_LICENSE}/block",
        _plan_block,
        *("license.block_planned", "mail:license_block_planned"),
    ),
    _one(
        "unblock",
        f"{_LICENSE}/unblock",
        _unblock,
        *("license.unblocked", "mail:license_unblocked"),
    ),
    _one(
        "reissue a code",
        f"{_LICENSE}/code",
        _reissue,
        *("license.code_reissued", "mail:license_code_replaced"),
    ),
    _one(
        "reissue a code and lift the block",
        f"{_LICENSE}/code",
        _reissue_and_unblock,
        *("license.code_reissued", "license.unblocked", "mail:license_code_replaced"),
    ),
    _one(
        "add seats",
        f"{_LICENSE}/seats",
        _add_seats,
        *("license.seats_added", "mail:license_code_replaced"),
    ),
    _one(
        "merge licenses",
        f"{_LICENSE}/merger",
        _merge,
        *("license.merged", "license.merged_away", "mail:license_code_replaced"),
    ),
    _one(
        "remove a license",
        "POST /api/licenses/{license_id}/removal",
        _remove,
        *("license.removed", "mail:license_removed"),
    ),
    _one(
        "report a code",
        "POST /api/licenses/{license_id}/compromise",
        _report,
        *("ticket.opened", "license.block_requested", "mail:ticket_registered"),
        status=201,
    ),
    _one(
        "job licenses_tell_due: block",
        "job licenses_tell_due",
        _block_takes_effect,
        *("license.block_told", "mail:license_blocked"),
    ),
    _one(
        "job licenses_tell_due: ends",
        "job licenses_tell_due",
        two_that_end_soon,
        *("licenses.end_told", "mail:licenses_expiring"),
    ),
    Operation(
        name="job tickets_end_unsupported: cancel",
        covers=("job tickets_end_unsupported",),
        scene=_requests_end,
        status=200,
        writes=2,
        leaves=("ticket.support_ended",),
        tells=("ticket_status",),
    ),
    Operation(
        name="job tickets_end_unsupported: go over",
        covers=("job tickets_end_unsupported",),
        scene=_requests_go_over,
        status=200,
        writes=2,
        leaves=("ticket.license_changed",),
    ),
)
