"""Two who found companies with one license, and one person who comes into two at once."""

from collections.abc import Iterator

from chalicelib.base import clock
from local.testing import Cloud
from tests.builders import PASSWORD, make_license, make_person
from tests.client import Client
from tests.invitations.guests import GUEST, invitation_link
from tests.journeys.leaving import deletion_token
from tests.proof.operation import Outcome, by_route
from tests.proof.operations.founding import COMPANY, PATH, outsider
from tests.proof.operations.invitations import invited
from tests.proof.operations.joining import activation_token
from tests.proof.operations.people import CODE, OTHER_CODE, browser_of, new_password
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, both, once, one_wins, refused_clearly

Two = tuple[Act, Act]


def _founding(browser: Client, code: str = CODE, key: str = "") -> Act:
    return once(by_route(browser, "POST", PATH, COMPANY | {"activation_code": code}), key)


def _two_people(_cloud: Cloud) -> Two:
    make_license(CODE)
    return _founding(outsider()), _founding(outsider("eve@suedwerk.example"))


def _two_tabs(_cloud: Cloud) -> Two:
    make_license(CODE)
    make_license(OTHER_CODE)
    browser = outsider()
    return _founding(browser), _founding(browser, OTHER_CODE)


def _two_clicks(_cloud: Cloud) -> Two:
    make_license(CODE)
    browser = outsider()
    return _founding(browser, key="click"), _founding(browser, key="click")


def _found_or_activate(_cloud: Cloud) -> Two:
    make_license(CODE)
    token = activation_token()
    activation = once(by_route(Client(), "POST", "/api/activations", new_password(token)))
    return activation, _founding(outsider())


def _found_or_join(_cloud: Cloud) -> Two:
    make_license(OTHER_CODE)
    invited()
    browser = outsider(GUEST)
    body = {"token": invitation_link(), "password": PASSWORD}
    joining = once(by_route(Client(), "POST", "/api/invitations/join", body))
    return joining, _founding(browser, OTHER_CODE)


def _found_and_leave(_cloud: Cloud) -> Two:
    make_license(CODE)
    account = make_person(clock.now(), email="ole@westwerk.example", company=None)
    body = {"token": deletion_token(account), "password": PASSWORD}
    leaving = by_route(Client(), "POST", "/api/account-deletions", body)
    return once(leaving), _founding(browser_of(account))


def _join_and_leave(_cloud: Cloud) -> Two:
    invited()
    account = make_person(clock.now(), email=GUEST, company=None)
    body = {"token": deletion_token(account), "password": PASSWORD}
    leaving = by_route(Client(), "POST", "/api/account-deletions", body)
    invitation = {"token": invitation_link(), "password": PASSWORD}
    return once(leaving), once(by_route(Client(), "POST", "/api/invitations/join", invitation))


def _one_of(first: Outcome, second: Outcome) -> Iterator[str]:
    """One way to success is a 200, the other a 201."""
    if (first.status == 200) == (second.status == 201):
        yield f"not one of two won: {first}, {second}"
    if first.status != 200:
        yield from refused_clearly(
            first, "license_elsewhere", "already_in_company", "owner_stays", "link_used", "conflict"
        )
    if second.status != 201:
        yield from refused_clearly(
            second, "license_elsewhere", "already_in_company", "not_signed_in", "conflict"
        )


FOUNDING = (
    Race("two found companies with one code", _two_people, one_wins(201, "license_elsewhere")),
    Race("one founds two companies in two tabs", _two_tabs, one_wins(201, "already_in_company")),
    Race("a company founded by a double click", _two_clicks, both(201, 201)),
    Race("found with a code that another activates with", _found_or_activate, _one_of),
    Race("found a company and join another", _found_or_join, _one_of),
    Race("found a company and leave", _found_and_leave, _one_of),
    Race(
        "join with an account and leave",
        _join_and_leave,
        one_wins(200, "link_used", "account_gone", "already_in_company", "conflict"),
    ),
)
