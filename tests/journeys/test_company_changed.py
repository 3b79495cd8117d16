"""COM-8, STF-8: two who change one company at the same time, in two tabs or at two desks."""

import base64
from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.base.texts import say
from chalicelib.companies.model import Company
from local.testing import Cloud
from tests.builders import make_colleague
from tests.checks.store import read_store
from tests.client import Answer, Client
from tests.companies.pictures import picture
from tests.invariants import check_all
from tests.journeys.desk import application_of
from tests.journeys.leaving import browser_of
from tests.mailbox import letters_to
from tests.recoveries.asking import at_desk
from tests.tickets.builders import Desk, make_desk


@pytest.fixture(autouse=True)
def clock_back() -> Iterator[None]:
    yield
    clock.shift_by(timedelta)


class Dialog:
    """A company as somebody at the license desk has opened it."""

    def __init__(self, staff: Client, desk: Desk, application: dict[str, str]) -> None:
        self._staff = staff
        self._path = f"/api/staff/companies/{desk.author.company_id}"
        self._application = application
        self.shown = staff.get(self._path).json

    def save(self, **change: object) -> Answer:
        """Send what is typed, over what was shown when it was opened."""
        body = {"version": self.shown["version"], "evidence": self._application}
        return self._staff.patch(self._path, body | change)


def _tabs(desk: Desk, count: int = 2) -> list[Dialog]:
    staff, application = at_desk(), application_of(desk.account)
    return [Dialog(staff, desk, application) for _ in range(count)]


def test_of_two_tabs_the_second_is_told(cloud: Cloud) -> None:
    """COM-8, STF-8: its branches do not silently take the place of the first one's."""
    desk = make_desk(clock.now())
    first, second = _tabs(desk)
    assert first.save(branches=["Kiel"]).status == 200
    refused = second.save(branches=["Ulm"])
    assert (refused.status, refused.code) == (409, "company_changed")
    assert refused.json["detail"] == say("en", "error.company_changed")
    (again,) = _tabs(desk, 1)
    assert again.shown["branches"] == ["Kiel"]
    assert len([e for e in read_store(cloud).of(Entry) if e.action == "company.changed"]) == 1
    assert len(letters_to(desk.account.email, "company_changed")) == 1
    assert again.save(branches=["Kiel", "Ulm"]).status == 200
    check_all(cloud)


def test_a_company_from_before_there_were_versions_can_be_changed(cloud: Cloud) -> None:
    """COM-8: once, by the first of two; from then on it has one."""
    desk = make_desk(clock.now())
    key = (desk.author.company_id, "company")
    Company(*key).update([Company.version.remove()])
    first, second = _tabs(desk)
    assert first.save(branches=["Kiel"]).status == 200
    assert second.save(branches=["Ulm"]).code == "company_changed"
    assert Company.get(*key).version == 1


def test_it_is_told_in_the_persons_language(cloud: Cloud) -> None:
    """ACC-8"""
    desk = make_desk(clock.now())
    first, second = _tabs(desk)
    assert first.save(name="Ostwerk SE").status == 200
    second._staff.language = "de"
    assert second.save(name="Westwerk KG").json["detail"] == say("de", "error.company_changed")


def test_another_owner_counts_and_another_logo_does_not(cloud: Cloud) -> None:
    """COM-7, COM-8: the company's own people change nothing that the dialog shows."""
    desk = make_desk(clock.now())
    jonas = make_colleague(desk.account, clock.now(), email="jonas@nordwerk.example")
    first, second = _tabs(desk)
    logo = {"content_base64": base64.b64encode(picture()).decode()}
    assert browser_of(desk.account).put("/api/company/logo", logo).status == 200
    assert first.save(owner_id=jonas.pk).status == 200
    assert second.save(name="Ostwerk SE").code == "company_changed"
    check_all(cloud)


def test_the_same_click_again_is_not_taken_for_somebody_elses(cloud: Cloud) -> None:
    """STF-8: its first answer got lost."""
    desk = make_desk(clock.now())
    (tab,) = _tabs(desk, 1)
    path, application = tab._path, tab._application
    body = {"branches": ["Kiel"], "version": 0, "evidence": application}
    for _ in range(2):
        assert at_desk().patch(path, body, key="click").status == 200


def test_nobody_is_told_of_a_change_that_is_none(cloud: Cloud) -> None:
    """STF-8: an application alone changes nothing."""
    desk = make_desk(clock.now())
    (tab,) = _tabs(desk, 1)
    assert tab.save().status == 200
    assert not letters_to(desk.account.email, "company_changed")
    assert _tabs(desk, 1)[0].shown["version"] == tab.shown["version"]


@pytest.mark.parametrize(
    ("branches", "reasons"),
    [
        (["Kiel", " "], {"branches.1": {"empty"}}),
        (["K" * 101], {"branches.0": {"too_long"}}),
        (["Kiel\nUlm"], {"branches.0": {"one_line"}}),
        (["Kiel", "Ulm", "KIEL"], {"branches.2": {"branch_twice"}}),
        ([f"Place {n}" for n in range(201)], {"branches": {"too_many"}}),
        (["Ulm"], {"branches": {"branch_in_use"}}),
        ("Kiel", {"branches": {"wrong_type"}}),
    ],
)
def test_a_bad_list_of_branches_says_what_is_wrong_where(
    cloud: Cloud, branches: object, reasons: dict[str, set[str]]
) -> None:
    """STF-8: by the branch that it is about."""
    desk = make_desk(clock.now())
    assert _tabs(desk, 1)[0].save(branches=["Kiel"]).status == 200
    own = {"first_name": "Mara", "last_name": "Lind", "country": "DE", "branch": "Kiel"}
    assert browser_of(desk.account).put("/api/me/data", own).status == 200
    assert _tabs(desk, 1)[0].save(branches=branches).reasons() == reasons
    assert _tabs(desk, 1)[0].shown["branches"] == ["Kiel"]
