"""LIC-1: adding licenses is no way to find codes out, and nobody who has many is stopped."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.base.actor import Right
from tests.builders import make_colleague, make_license, make_person
from tests.client import Answer, Client
from tests.clockwork import Clockwork, standing_at
from tests.licenses.claiming import good_key_file
from tests.licenses.leases import in_base64
from tests.proof.operations.people import CODE, browser_of

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture(autouse=True)
def time(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clockwork]:
    """The bounds are low, and a window has just begun."""
    monkeypatch.setenv("KONTOR_ADDING_MISSES", "3")
    monkeypatch.setenv("KONTOR_ADDING_MISSES_PER_COMPANY", "5")
    settings.cache_clear()
    seconds = settings().adding_window_seconds
    into = timedelta(seconds=clock.now().timestamp() % seconds)
    with standing_at(clock.now() - into + timedelta(seconds=1)) as clockwork:
        yield clockwork


def people(count: int) -> list[Client]:
    """Those of one company who may add licenses."""
    owner = make_person(clock.now())
    others = [
        make_colleague(owner, clock.now(), Right.MANAGE_LICENSES, email=f"p{n}@nordwerk.example")
        for n in range(1, count)
    ]
    return [browser_of(person) for person in (owner, *others)]


def add(browser: Client, code: str = CODE) -> Answer:
    return browser.post("/api/licenses", {"activation_code": code})


def guess(browser: Client, times: int) -> list[str]:
    """What came of codes that nobody has."""
    answers = [add(browser, f"AAAAABBBBBCCCCC{number:05}") for number in range(times)]
    return [answer.code for answer in answers]


def test_a_person_who_tries_codes_that_nobody_has_must_wait(time: Clockwork) -> None:
    make_license()
    (browser,) = people(1)
    assert guess(browser, 4) == ["invalid"] * 3 + ["too_many_attempts"]
    refused = add(browser)
    assert (refused.status, refused.code) == (429, "too_many_attempts")
    left = settings().adding_window_seconds - 1
    assert abs(int(refused.headers["retry-after"]) - left) <= 1
    assert refused.headers["retry-after"] in refused.json["detail"]
    time.pass_by(timedelta(seconds=left))
    assert add(browser).status == 201


def test_so_must_a_company_whose_people_take_turns() -> None:
    make_license()
    first, second, third = people(3)
    assert [*guess(first, 3), *guess(second, 2)] == ["invalid"] * 5
    assert add(third).code == "too_many_attempts"
    stranger = browser_of(make_person(clock.now(), email="eva@suedwerk.example"))
    assert add(stranger).status == 201


def test_what_is_right_malformed_or_there_already_does_not_count() -> None:
    (browser,) = people(1)
    codes = [f"AAAAABBBBBCCCCC{number:05}" for number in range(8)]
    for code in codes:
        make_license(code)
        assert add(browser, code).status == 201
        assert add(browser, code).reasons() == {"activation_code": {"license_already_here"}}
        assert add(browser, code[:-1]).reasons() == {"activation_code": {"code_malformed"}}


def test_a_letter_that_is_easily_mixed_up_counts_as_it_finds_nothing() -> None:
    (browser,) = people(1)
    for _ in range(3):
        assert add(browser, "AAAA0AAAAIAAAA0AAAAA").reasons() == {
            "activation_code": {"code_mistakable"}
        }
    assert add(browser).code == "too_many_attempts"


def test_key_files_are_taken_all_the_time() -> None:
    """They can't be guessed."""
    license_ = make_license()
    (browser,) = people(1)
    guess(browser, 4)
    file = {"name": "F1E0C0F5.key", "content_base64": in_base64(good_key_file(license_))}
    assert browser.post("/api/licenses", {"key_file": file}).status == 201
