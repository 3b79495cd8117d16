"""Two who want the same license, address or link at the same moment."""

from collections.abc import Iterator

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import make_license, make_person
from tests.client import Client
from tests.mailbox import letters_to, link_in
from tests.proof.operation import Outcome, by_route
from tests.proof.operations.joining import activation_token
from tests.proof.operations.people import (
    CODE,
    OTHER_CODE,
    OWNER,
    browser_of,
    new_password,
    owner,
)
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, once, one_wins, refused_clearly

Two = tuple[Act, Act]


def _activation(token: str, key: str = "") -> Act:
    return once(by_route(Client(), "POST", "/api/activations", new_password(token)), key)


def _one_code(_cloud: Cloud) -> Two:
    make_license(CODE)
    first, second = (activation_token(f"{name}@nordwerk.example") for name in ("ada", "ben"))
    return _activation(first), _activation(second)


def _one_link(_cloud: Cloud) -> Two:
    make_license(CODE)
    token = activation_token()
    return _activation(token), _activation(token)


def _one_click(_cloud: Cloud) -> Two:
    make_license(CODE)
    token = activation_token()
    return _activation(token, "click"), _activation(token, "click")


def _one_address(_cloud: Cloud) -> Two:
    make_license(CODE)
    make_license(OTHER_CODE)
    first = activation_token(OWNER, CODE)
    return _activation(first), _activation(activation_token(OWNER, OTHER_CODE))


def _adding(browser: Client, key: str = "") -> Act:
    return once(by_route(browser, "POST", "/api/licenses", {"activation_code": CODE}), key)


def _one_license(_cloud: Cloud) -> Two:
    make_license(CODE)
    other = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    return _adding(owner()), _adding(browser_of(other))


def _one_license_clicked_twice(_cloud: Cloud) -> Two:
    make_license(CODE)
    browser = owner()
    return _adding(browser, "click"), _adding(browser, "click")


def _one_license_in_two_tabs(_cloud: Cloud) -> Two:
    make_license(CODE)
    browser = owner()
    return _adding(browser), _adding(browser)


def _activate_or_add(_cloud: Cloud) -> Two:
    make_license(CODE)
    return _activation(activation_token()), _adding(owner())


def reset_token() -> str:
    """The link that the owner of a new company was mailed."""
    make_person(clock.now(), email=OWNER)
    Client().post("/api/password-resets", {"email": OWNER})
    return link_in(letters_to(OWNER, "password_reset")[0])


def _one_reset_link(_cloud: Cloud) -> Two:
    body = new_password(reset_token())
    path = "/api/password-resets/redeem"
    return once(by_route(Client(), "POST", path, body)), once(
        by_route(Client(), "POST", path, body)
    )


def _either(first: Outcome, second: Outcome) -> Iterator[str]:
    """An activation and an addition want one license."""
    if (first.status == 200) == (second.status == 201):
        yield f"not one of two has it: {first}, {second}"
    if first.status != 200:
        yield from refused_clearly(first, "license_elsewhere")
    if second.status != 201:
        yield from refused_clearly(second, "license_elsewhere")


JOINING = (
    Race("two companies activate with one code", _one_code, one_wins(200, "license_elsewhere")),
    Race("one activation link twice", _one_link, one_wins(200, "link_used")),
    Race("one activation clicked twice", _one_click, both(200, 200)),
    Race("one address activated twice", _one_address, one_wins(200, "address_taken")),
    Race("two companies add one license", _one_license, one_wins(201, "license_elsewhere")),
    Race("one license added by a double click", _one_license_clicked_twice, both(201, 201)),
    Race(
        "one license added in two tabs",
        _one_license_in_two_tabs,
        one_wins(201, "license_already_here"),
    ),
    Race("activate with a code that another adds", _activate_or_add, _either),
    Race("one reset link twice", _one_reset_link, one_wins(200, "link_used")),
)
