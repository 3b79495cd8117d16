"""From an activation code to an account, as a browser does it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.aws.transactions import Transaction
from chalicelib.base import clock
from chalicelib.base.operation import Operation
from chalicelib.companies.model import Company
from chalicelib.licenses import service as licenses
from tests.builders import PASSWORD, make_license, make_person
from tests.client import Answer, Client
from tests.mailbox import letters_to, link_in

pytestmark = pytest.mark.usefixtures("cloud")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
EMAIL = "mara.lind@nordwerk.example"
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """The clock goes on from one moment, whenever the test runs."""
    _let_it_be(NOON)
    yield
    clock.shift_by(timedelta)


def _form(client: Client, code: str, **changed: object) -> dict[str, object]:
    config = client.get("/api/config").json
    return {
        "first_name": "Mara",
        "last_name": "Lind",
        "company_name": "Nordwerk GmbH",
        "email": EMAIL,
        "country": "DE",
        "activation_code": code,
        "key_file": None,
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "survey": True,
        "language": "de",
        **changed,
    }


def _register(client: Client, code: str, **changed: object) -> Answer:
    return client.post("/api/registrations", _form(client, code, **changed))


def a_code() -> str:
    """The code of a good license that nobody holds."""
    make_license(CODE)
    return CODE


def _token(email: str = EMAIL) -> str:
    return link_in(letters_to(email, "account_activate")[-1])


def _let_it_be(moment: datetime) -> None:
    apart = moment - datetime.now(UTC)
    clock.shift_by(lambda: apart)


def _activate(client: Client, token: str, password: str = PASSWORD, key: str = "") -> Answer:
    body = {"token": token, "password": password, "password_repeat": password}
    return client.post("/api/activations", body, key=key)


def test_from_a_code_to_a_signed_in_owner_who_has_the_license() -> None:
    """ACC-1, ACC-2, ACC-3, COM-1, LIC-1"""
    client, code = Client(), a_code()
    assert _register(client, code).status == 202
    token = _token()
    shown = client.post("/api/activations/inspect", {"token": token}).json
    assert (shown["email"], shown["company_name"]) == (EMAIL, "Nordwerk GmbH")
    assert _activate(client, token).json == {"email": EMAIL}
    signed_in = client.post("/api/sessions", {"email": EMAIL, "password": PASSWORD})
    assert signed_in.json["state"] == "signed_in"
    me = client.get("/api/me").json
    assert (me["company"]["name"], me["owner"]) == ("Nordwerk GmbH", True)
    assert [item["code"] for item in client.get("/api/licenses").json["items"]] == [code]


def test_consent_is_kept_with_version_and_time() -> None:
    """ACC-1"""
    client = Client()
    config = client.get("/api/config").json
    _register(client, a_code())
    _activate(client, _token())
    (account,) = [item for item in Account.scan() if isinstance(item, Account)]
    assert account.terms_version == config["terms"]["version"]
    assert account.privacy_version == config["privacy"]["version"]
    assert account.terms_at < account.created_at
    assert account.survey


@pytest.mark.parametrize("field", ["accept_terms", "accept_privacy"])
def test_an_outdated_consent_is_refused(field: str) -> None:
    """ACC-1"""
    answer = _register(Client(), a_code(), **{field: "1999"})
    assert answer.reasons() == {field: {"consent_outdated"}}
    assert letters_to(EMAIL) == []


@pytest.mark.parametrize(
    ("field", "value", "reason"),
    [
        ("first_name", "", "empty"),
        ("first_name", "   ", "empty"),
        ("last_name", "x" * 101, "too_long"),
        ("company_name", "a\nb", "one_line"),
        ("email", "nobody", "email_invalid"),
        ("email", "victim＠corp.example@evil.example", "email_invalid"),
        ("country", "XX", "not_a_choice"),
        ("language", "tlh", "not_a_choice"),
        ("survey", "yes", "wrong_type"),
        ("role", "supervisor", "unknown_field"),
    ],
)
def test_each_bad_field_is_named_and_nothing_is_sent(
    field: str, value: object, reason: str
) -> None:
    """ACC-1"""
    answer = _register(Client(), a_code(), **{field: value})
    assert answer.status == 422
    assert answer.reasons() == {field: {reason}}
    assert letters_to(EMAIL) == []


def test_a_known_address_gets_the_same_answer_and_another_mail() -> None:
    """ACC-2"""
    make_person(clock.now(), email=EMAIL)
    code = a_code()
    known = _register(Client(), code)
    fresh = _register(Client(), code, email="neu@nordwerk.example")
    assert (known.status, known.text) == (fresh.status, fresh.text)
    assert [letter.template for letter in letters_to(EMAIL)] == ["account_exists"]


def test_a_code_that_a_company_holds_is_refused_and_its_owner_is_told_who_tried() -> None:
    """ACC-2"""
    owner = make_person(clock.now(), email="owner@suedwerk.example", company="Südwerk AG")
    change = Transaction(Operation("claim"), clock.now())
    licenses.claim(change, make_license(CODE).pk, owner.company_id, clock.now(), by=owner.pk)
    change.commit()
    answer = _register(Client(), CODE)
    assert answer.reasons() == {"activation_code": {"license_elsewhere"}}
    assert "Südwerk" not in answer.text
    (told,) = letters_to(owner.email, "registration_with_our_code")
    assert told.params["email"] == EMAIL
    assert letters_to(EMAIL) == []


def test_of_two_who_registered_with_one_code_the_first_to_activate_has_it() -> None:
    """ACC-2"""
    code = a_code()
    _register(Client(), code)
    _register(Client(), code, email="zweiter@suedwerk.example", company_name="Südwerk AG")
    assert _activate(Client(), _token("zweiter@suedwerk.example")).status == 200
    late = _activate(Client(), _token())
    assert (late.status, late.code) == (409, "license_elsewhere")
    names = [item.name for item in Company.scan() if isinstance(item, Company)]
    assert names == ["Südwerk AG"]


def test_a_link_works_once_and_a_repeat_of_the_same_click_gets_the_same_answer() -> None:
    """ACC-3"""
    _register(Client(), a_code())
    token = _token()
    first = _activate(Client(), token, key="click")
    assert _activate(Client(), token, key="click").text == first.text
    second = _activate(Client(), token)
    assert (second.status, second.code) == (410, "link_used")
    looked = Client().post("/api/activations/inspect", {"token": token})
    assert looked.code == "link_used"


def test_looking_at_a_link_does_not_spend_it() -> None:
    """ACC-3: a mail scanner opens links, by GET and more than once."""
    _register(Client(), a_code())
    token = _token()
    for _ in range(3):
        assert Client().call("GET", "/api/activations").status in {403, 405}
        assert Client().post("/api/activations/inspect", {"token": token}).status == 200
    assert _activate(Client(), token).status == 200


def test_a_link_dies_at_its_time_with_its_item_still_there() -> None:
    """ACC-3, SCH-1: a minute before it works, at it it does not."""
    _register(Client(), a_code())
    token = _token()
    sent = letters_to(EMAIL)[0].created_at
    _let_it_be(sent + timedelta(days=7) - timedelta(seconds=60))
    assert Client().post("/api/activations/inspect", {"token": token}).status == 200
    _let_it_be(sent + timedelta(days=7))
    dead = _activate(Client(), token)
    assert (dead.status, dead.code) == (410, "link_expired")


def test_a_bad_password_is_refused_with_every_reason_and_the_link_stays_good() -> None:
    """ACC-4: names and company of the registration count."""
    _register(Client(), a_code())
    token = _token()
    body = {"token": token, "password": "Nordwerk1", "password_repeat": "other"}
    answer = Client(language="de").post("/api/activations", body)
    assert answer.reasons() == {
        "password": {"no_special", "contains_name"},
        "password_repeat": {"mismatch"},
    }
    assert _activate(Client(), token).status == 200


def test_registering_and_activating_leave_their_entries_without_secrets() -> None:
    """STF-12"""
    code = a_code()
    _register(Client(), code)
    token = _token()
    _activate(Client(), token)
    entries = list(Entry.scan())
    actions = [entry.action for entry in entries]
    steps = ("registration.asked", "account.activated", "company.created", "license.added")
    for action in steps:
        assert actions.count(action) == 1
    kept = repr([entry.attribute_values for entry in entries])
    assert not any(secret in kept for secret in (code, token, PASSWORD))
