"""LIC-15: trials, through the API."""

from datetime import timedelta

import pytest

from chalicelib.aws.settings import settings
from chalicelib.base import clock
from chalicelib.licenses.key_files import read_key_file
from chalicelib.licenses.model.license import License
from tests.client import Answer, Client
from tests.clockwork import standing_at
from tests.mail.mime import parts_of, unzip
from tests.mailbox import letters_to
from tests.proof.operations.people import owner
from tests.proof.operations.shop import catalog_with_trials
from tests.world.samples_shop import trial

pytestmark = pytest.mark.usefixtures("cloud")
EMAIL = "tina.tester@westwerk.example"


@pytest.fixture(autouse=True)
def catalog(cloud: object) -> None:
    catalog_with_trials()


def ask(email: str = EMAIL, **changes: str) -> Answer:
    return Client().post("/api/trials", trial(email, **changes))


def reasons(email: str = EMAIL) -> list[str]:
    return [letter.params["reason"] for letter in letters_to(email, "trial_refused")]


def test_what_can_be_tried_is_listed_with_its_terms() -> None:
    assert Client().get("/api/trials").json["items"] == [
        {"id": "guard-console", "name": "Guard Console", "days": 30, "nodes": 5}
    ]


def test_a_trial_comes_by_mail_with_its_code_and_key_file() -> None:
    assert ask().status == 202
    (letter,) = letters_to(EMAIL, "trial_license")
    (license_,) = License.scan(License.trial == True)  # noqa: E712 - DynamoDB's comparison
    days = license_.expires_on - clock.now().date()
    assert (days.days, int(license_.nodes), license_.edition) == (29, 5, "Trial")
    text, files = parts_of(letter)
    code = next(line.split(": ")[1] for line in text.splitlines() if "Activation code" in line)
    added = owner().post("/api/licenses", {"activation_code": code})
    assert added.json["public_id"] == license_.public_id
    (packed,) = (unzip(content) for content in files.values())
    assert sorted(name.rpartition(".")[2] for name in packed) == ["key", "txt"]


@pytest.mark.parametrize("name", ["Nordwerk\u00a0GmbH", "Nord\u200bwerk GmbH", "🦊" * 60, "\u2060"])
def test_a_name_that_no_file_can_hold_is_made_to_fit(name: str) -> None:
    """As it comes along with a copied text."""
    assert ask(company_name=name).status == 202
    (letter,) = letters_to(EMAIL, "trial_license")
    _, files = parts_of(letter)
    (packed,) = (unzip(content) for content in files.values())
    (key_file,) = (data for file, data in packed.items() if file.endswith(".key"))
    assert read_key_file(key_file).end_user in {"Nordwerk GmbH", "🦊" * 60, "-"}


def test_the_code_stands_nowhere_in_the_outbox() -> None:
    ask()
    (letter,) = letters_to(EMAIL, "trial_license")
    text, _ = parts_of(letter)
    code = next(line.split(": ")[1] for line in text.splitlines() if "Activation code" in line)
    assert code not in str(letter.serialize())


@pytest.mark.parametrize("again", [EMAIL, EMAIL.upper(), "tina.tester+2@westwerk.example"])
def test_a_second_trial_of_one_mailbox_waits_for_the_end_of_the_first(again: str) -> None:
    """The page looks the same; the mail says why, and when."""
    first, second = ask(), ask(again)
    assert (second.status, second.text) == (first.status, first.text)
    (letter,) = [one for one in letters_to(again.partition("@")[0] + "@westwerk.example")
                 if one.template == "trial_refused"]  # fmt: skip
    assert letter.params["reason"] == "running"
    assert len(list(License.scan())) == 1


def test_after_its_end_another_can_be_asked_for() -> None:
    with standing_at(clock.now()) as time:
        ask()
        time.pass_by(timedelta(days=29))
        ask()
        assert reasons() == ["running"]
        time.pass_by(timedelta(days=1))
        ask()
        assert len(letters_to(EMAIL, "trial_license")) == 2


def test_a_company_has_a_few_trials_at_a_time() -> None:
    """By its mail domain, whatever name stands in the form."""
    for number in range(4):
        ask(f"p{number}@westwerk.example", company_name=f"Company {number}")
    assert reasons("p2@westwerk.example") == []
    assert reasons("p3@westwerk.example") == ["company_full"]


def test_where_the_domain_is_anybodys_the_companys_name_counts() -> None:
    names = ("Nordwerk GmbH", "NORDWERK", "Nordwerk G.m.b.H.", "Nörd Werk AG", "nordwerk gmbh")
    for number, name in enumerate(names):
        ask(f"p{number}@gmail.com", company_name=name)
    assert reasons("p3@gmail.com") == []
    assert reasons("p4@gmail.com") == ["company_full"]


def test_dots_make_no_other_mailbox_where_they_do_not() -> None:
    ask("t.i.n.a@gmail.com")
    ask("tina@gmail.com")
    assert reasons("tina@gmail.com") == ["running"]


def test_the_form_is_checked() -> None:
    assert ask(application_id="no-such").reasons() == {"application_id": {"not_a_choice"}}
    assert ask(accept_terms="0").reasons() == {"accept_terms": {"consent_outdated"}}
    assert ask(country="XX").reasons() == {"country": {"not_a_choice"}}


def test_asking_too_often_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONTOR_TRIALS_ASKED_PER_HOUR", "1")
    settings.cache_clear()
    assert [ask().status, ask("tina.tester+1@westwerk.example").status] == [202, 429]
