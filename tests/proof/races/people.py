"""Two administrators, and an invitation that is accepted while somebody does something with it."""

import json
from collections.abc import Iterator

from chalicelib.base import clock
from chalicelib.base.actor import Right
from local.testing import Cloud
from tests.builders import make_colleague, make_person
from tests.client import Client
from tests.invitations.guests import GUEST, acceptance, invitation_link
from tests.proof.operation import Outcome, by_route
from tests.proof.operations.invitations import PATH, invited, path_of
from tests.proof.operations.people import browser_of
from tests.proof.races.interleaving import Act
from tests.proof.races.race import Race, first_may_come_late, once, one_wins

Two = tuple[Act, Act]
GRANT = {"rights": ["manage_users"], "scope": None, "version": 0}
NOTHING: dict[str, object] = {"rights": [], "scope": None, "version": 0}
EDITED = {"first_name": "Jo", "last_name": "Öz", "country": "AT", "branch": None, "version": 0}


def _acceptance(token: str) -> Act:
    return once(by_route(Client(), "POST", "/api/invitations/redeem", acceptance(token)))


def _accepted_or(act: str) -> Two:
    host = invited()
    return _acceptance(invitation_link()), once(by_route(host, "POST", path_of(host, act)))


def _accepted_or_withdrawn(_cloud: Cloud) -> Two:
    return _accepted_or("withdrawal")


def _accepted_or_sent_again(_cloud: Cloud) -> Two:
    return _accepted_or("resend")


def _accepted_twice(_cloud: Cloud) -> Two:
    invited()
    token = invitation_link()
    return _acceptance(token), _acceptance(token)


def _withdrawn_twice(_cloud: Cloud) -> Two:
    host = invited()
    path = path_of(host, "withdrawal")
    return once(by_route(host, "POST", path)), once(by_route(host, "POST", path))


def _invited_by_two(_cloud: Cloud) -> Two:
    first = make_person(clock.now())
    second = make_colleague(first, clock.now(), Right.INVITE_USERS)
    body = {"lines": [GUEST], "language": "de"}
    return (
        once(by_route(browser_of(first), "POST", PATH, body)),
        once(by_route(browser_of(second), "POST", PATH, body)),
    )


def _edited_by_two(_cloud: Cloud) -> Two:
    first = make_person(clock.now())
    second = make_colleague(first, clock.now(), Right.MANAGE_USERS, email="ute@nordwerk.example")
    target = make_colleague(first, clock.now())
    one = f"/api/company/users/{target.pk}"
    set_rights = by_route(browser_of(first), "PUT", f"{one}/rights", GRANT)
    return once(set_rights), once(by_route(browser_of(second), "PATCH", one, EDITED))


def _used_while_taken(_cloud: Cloud) -> Two:
    owner = make_person(clock.now())
    ute = make_colleague(owner, clock.now(), Right.MANAGE_USERS, email="ute@nordwerk.example")
    target = make_colleague(owner, clock.now())
    path = "/api/company/users/{}/rights"
    use = by_route(browser_of(ute), "PUT", path.format(target.pk), GRANT)
    take = by_route(browser_of(owner), "PUT", path.format(ute.pk), NOTHING)
    return once(use), once(take)


def _one_went_out(first: Outcome, second: Outcome) -> Iterator[str]:
    sent = [json.loads(o.text)["sent"] if o.status == 200 else o.text for o in (first, second)]
    if sorted(map(str, sent)) != ["0", "1"]:
        yield f"sent {sent}"


PEOPLE = (
    Race(
        "accept an invitation that is withdrawn",
        _accepted_or_withdrawn,
        one_wins(200, "invitation_withdrawn", "invitation_accepted"),
    ),
    Race(
        "accept an invitation that is sent again",
        _accepted_or_sent_again,
        one_wins(200, "invitation_replaced", "invitation_accepted"),
    ),
    Race("one invitation accepted twice", _accepted_twice, one_wins(200, "link_used")),
    Race("one invitation withdrawn twice", _withdrawn_twice, one_wins(200, "already_withdrawn")),
    Race("one address invited by two", _invited_by_two, _one_went_out),
    Race("one person edited by two", _edited_by_two, one_wins(200, "member_changed")),
    Race(
        "a right used while it is taken",
        _used_while_taken,
        first_may_come_late(200, 200, "forbidden"),
    ),
)
