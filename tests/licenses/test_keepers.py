"""NOT-1: who is told of a company's licenses, and that there is an end to it."""

from collections.abc import Iterator

import pytest

from chalicelib.accounts.model import Account
from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.licenses.letters import keepers
from tests.builders import make_colleague, make_license, make_person
from tests.capacity import counted
from tests.mailbox import letters_to
from tests.proof.operations.license_scenes import by_desk, in_days
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture(autouse=True)
def _settings() -> Iterator[None]:
    yield
    settings.cache_clear()


def company_of(people: int) -> Account:
    """The owner of a company in which so many others manage licenses."""
    owner = make_person(clock.now())
    for number in range(people):
        email = f"k{number}@nordwerk.example"
        make_colleague(owner, clock.now(), Right.MANAGE_LICENSES, email=email)
    return owner


def test_of_many_who_manage_licenses_a_setting_says_how_many_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The owner is the first; what is read does not grow with those who are not told."""
    owner = company_of(8)
    monkeypatch.setenv("KONTOR_LICENSE_LETTERS", "3")
    settings.cache_clear()
    with counted() as costs:
        _, told = keepers(owner.company_id or "")
    assert told[0].email == owner.email
    assert len({one.email for one in told}) == 3
    assert costs.calls == ["GetItem", "BatchGetItem", "Query"]
    assert costs.units <= 4


def test_the_largest_merger_is_one_change_with_all_its_letters() -> None:
    """LIC-14: five others go in, and as many people are told as a setting allows."""
    owner = company_of(settings().license_letters + 1)
    browser, made = browser_of(owner), []
    for number in range(6):
        code = f"7F3KQ-9XDM2-B8WZ4-RT6Y{number + 2}"
        terms = {"serial_number": f"HG-26-471{number}", "issued_on": f"2026-01-1{number}"}
        made.append(make_license(code, expires_on=in_days(40), **terms))
        assert browser.post("/api/licenses", {"activation_code": code}).status == 201
    body = {"others": [one.public_id for one in made[1:]], "expires_on": in_days(400)}
    answer = by_desk(made[0], "merger", body)("merge")
    assert answer.status == 200, answer.text
    told = [f"k{number}@nordwerk.example" for number in range(settings().license_letters + 1)]
    letters = [letter for one in told for letter in letters_to(one, "license_code_replaced")]
    assert len(letters) == settings().license_letters - 1
    assert len(letters_to(owner.email, "license_code_replaced")) == 1
