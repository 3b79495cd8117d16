"""Personal data, changed by the person (ACC-9)."""

import pytest

from chalicelib.accounts.store.accounts import find_account
from chalicelib.base import clock
from chalicelib.companies.model import Company
from chalicelib.companies.store.members import members_of
from tests.builders import make_person
from tests.client import Client
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")
NEW = {"first_name": "Mara", "last_name": "Lindström", "country": "SE", "branch": "Malmö"}


def _with_branches(*branches: str) -> tuple[Client, str, str]:
    account = make_person(clock.now())
    company = Company(pk=account.company_id, sk="company")
    company.update([Company.branches.set(list(branches))])
    return browser_of(account), account.pk, account.company_id


def test_name_country_and_branch_change_everywhere_at_once() -> None:
    """ACC-9: account and member hold the same."""
    browser, account_id, company_id = _with_branches("Malmö", "Kiel")
    assert browser.get("/api/me/data").json["branches"] == ["Malmö", "Kiel"]
    changed = browser.put("/api/me/data", NEW)
    assert changed.json["branch"] == "Malmö"
    account, (member,) = find_account(account_id), members_of(company_id)
    assert account is not None
    for kept in (account, member):
        assert (kept.last_name, kept.country) == ("Lindström", "SE")
    assert member.branch == "Malmö"
    assert browser.get("/api/me").json["account"]["last_name"] == "Lindström"


@pytest.mark.parametrize(
    ("changed", "reasons"),
    [
        ({"branch": "Paris"}, {"branch": {"not_a_branch"}}),
        ({"country": "XX"}, {"country": {"not_a_choice"}}),
        ({"first_name": " "}, {"first_name": {"empty"}}),
        ({"email": "x@y.example"}, {"email": {"unknown_field"}}),
    ],
)
def test_what_can_not_be_is_refused_by_its_field(
    changed: dict[str, str], reasons: dict[str, set[str]]
) -> None:
    """ACC-9: the address among it."""
    browser, _, _ = _with_branches("Malmö")
    assert browser.put("/api/me/data", NEW | changed).reasons() == reasons


def test_who_is_in_no_company_has_a_name_and_a_country() -> None:
    """ACC-9, ACC-12"""
    browser = browser_of(make_person(clock.now(), company=None))
    assert browser.put("/api/me/data", NEW | {"branch": None}).json["country"] == "SE"
    assert browser.put("/api/me/data", NEW).status == 422


def test_a_branch_that_is_no_more_can_stay() -> None:
    """COM-8: staff took it from the list; the person need not choose another to be saved."""
    browser, _, company_id = _with_branches("Malmö")
    browser.put("/api/me/data", NEW)
    Company(pk=company_id, sk="company").update([Company.branches.set([])])
    assert browser.put("/api/me/data", NEW | {"first_name": "Maja"}).status == 200
