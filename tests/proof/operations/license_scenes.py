"""Licenses in all their states, for what the desk, their holders and the jobs do with them."""

from datetime import timedelta

from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.licenses import jobs
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.licenses import find_license
from local.testing import Cloud
from tests.builders import make_catalog, make_license, make_person, make_staff
from tests.checks.full import let_pass
from tests.client import Client
from tests.proof.operation import Perform, by_job, by_route
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.people import CODE, OTHER_CODE, browser_of, owner
from tests.tickets.browsers import form

FIRST_OF_DESK = "desk@vendor.example"
SECOND_OF_DESK = "boss@vendor.example"


def desk(email: str = FIRST_OF_DESK) -> Client:
    """A member of the license desk."""
    return browser_of(make_staff(clock.now(), StaffRole.LICENSE_DESK, email=email))


def held(code: str = CODE, browser: Client | None = None, **columns: str) -> License:
    """A license that a company has added."""
    license_ = make_license(code, **columns)
    added = (browser or owner()).post("/api/licenses", {"activation_code": code})
    assert added.status == 201
    found = find_license(license_.pk)
    assert found is not None
    return found


def in_days(days: int) -> str:
    """That many days from today."""
    return (clock.now() + timedelta(days=days)).date().isoformat()


def by_desk(license_: License, what: str, body: object, email: str = FIRST_OF_DESK) -> Perform:
    """The desk does something with a license."""
    return by_route(desk(email), "POST", f"/api/staff/licenses/{license_.pk}/{what}", body)


def decision(license_: License, *, accept: bool, email: str = FIRST_OF_DESK) -> Perform:
    """The desk decides on the claim."""
    body = {
        "accept": accept,
        "claimed_at": license_.claimed_at.isoformat(),
        "reason": None if accept else "The order is another company's.",
    }
    path = f"/api/staff/license-checks/{license_.pk}/decision"
    return by_route(desk(email), "POST", path, body)


def blocked() -> License:
    """A held license that was blocked since."""
    license_ = held()
    told = {"reason": "The code stands in a forum."}
    assert by_desk(license_, "block", told, SECOND_OF_DESK)("block").status == 200
    return license_


def block_planned_for_yesterday(_cloud: Cloud) -> License:
    """A held license whose planned block took effect, and nobody told so yet."""
    license_ = held()
    at = (clock.now() + timedelta(days=2)).isoformat()
    plan = by_desk(license_, "block", {"at": at, "reason": "As asked."}, SECOND_OF_DESK)
    assert plan("plan").status == 200
    let_pass(days=3)
    return license_


def two_that_end_soon(_cloud: Cloud) -> Perform:
    """The job, on a company with two licenses that end within 30 days."""
    browser = owner()
    held(browser=browser, expires_on=in_days(40))
    more = {"serial_number": "HG-26-4712", "issued_on": "2026-01-16"}
    held(OTHER_CODE, browser, expires_on=in_days(41), **more)
    let_pass(days=12)
    return by_job(jobs.tell_due, SCHEDULED)


def open_on_a_removed_license(*others: str) -> None:
    """A request on a license that its company has removed a week ago; `others` it has still."""
    make_catalog(clock.now())
    browser = browser_of(make_person(clock.now()))
    license_ = held(browser=browser)
    assert browser.post("/api/tickets", form()).status == 201
    for place, code in enumerate(others):
        more = {"serial_number": f"HG-26-472{place}", "issued_on": "2026-01-17"}
        held(code, browser, expires_on="2098-12-31", **more)
    path = f"/api/licenses/{license_.pk}/removal"
    assert browser.post(path, {"support_ends": True}).status == 200
    let_pass(days=7.5)
