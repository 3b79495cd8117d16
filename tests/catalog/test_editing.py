"""STF-10, LIC-16: the catalog in the hands of staff, and the directory, through the API."""

from typing import Any

import pytest

from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from tests.builders import make_catalog, make_license, make_staff
from tests.client import Answer, Client
from tests.proof.operations.people import CODE, browser_of, owner
from tests.world.samples_shop import APPLICATION, GROUP, PARTNER

pytestmark = pytest.mark.usefixtures("cloud")
GROUPS, APPLICATIONS = "/api/staff/catalog/groups", "/api/staff/catalog/applications"


@pytest.fixture
def desk() -> Client:
    make_catalog(clock.now())
    return browser_of(make_staff(clock.now(), StaffRole.SUPERVISOR))


def group_of(desk: Client) -> dict[str, Any]:
    found: dict[str, Any] = desk.get("/api/staff/catalog").json["groups"][0]
    return found


def put(desk: Client, group: dict[str, Any]) -> Answer:
    asked = {name: group[name] for name in ("names", "products", "revision")}
    return desk.put(f"{GROUPS}/{group['id']}", asked)


def test_a_new_group_is_there_for_everybody(desk: Client) -> None:
    answer = desk.put(f"{GROUPS}/archive", GROUP)
    assert answer.json["revision"] == 1
    groups = desk.get("/api/staff/catalog").json["groups"]
    assert groups[-1] == answer.json


def test_a_version_added_is_offered_and_a_retired_one_is_not(desk: Client) -> None:
    """REQ-2: in the form of the next request."""
    make_license(CODE)
    customer = owner()
    customer.post("/api/licenses", {"activation_code": CODE})
    group = group_of(desk)
    product = next(one for one in group["products"] if one["id"] == "guard-business")
    old = product["versions"][-1]["id"]
    product["versions"][-1]["retired"] = True
    product["versions"].insert(0, {"id": "99.0", "name": "99.0"})
    assert put(desk, group).status == 200
    (offered,) = customer.get("/api/ticket-form").json["groups"][0]["products"]
    names = [version["id"] for version in offered["versions"]]
    assert names[0] == "99.0"
    assert old not in names


def test_of_two_changes_of_one_revision_the_second_is_told(desk: Client) -> None:
    group = group_of(desk)
    assert put(desk, group).status == 200
    assert put(desk, group).code == "conflict"
    assert desk.put(f"{GROUPS}/archive", GROUP).status == 200
    assert desk.put(f"{GROUPS}/archive", GROUP).code == "conflict"


def test_nothing_that_licenses_name_is_removed(desk: Client) -> None:
    group = group_of(desk)
    group["products"] = group["products"][:1]
    refused = put(desk, group)
    assert refused.reasons() == {"products": {"retire_instead"}}
    group = group_of(desk)
    gone = group["products"][0]["versions"].pop()
    assert gone["id"] in put(desk, group).json["errors"][0]["detail"]


def test_a_product_stands_in_one_group(desk: Client) -> None:
    taken = group_of(desk)["products"][0]
    refused = desk.put(f"{GROUPS}/archive", GROUP | {"products": [taken]})
    assert refused.reasons() == {"products": {"twice"}}


def test_an_id_is_a_plain_word(desk: Client) -> None:
    assert desk.put(f"{GROUPS}/No%20Good", GROUP).reasons() == {"id": {"slug"}}


def test_an_application_names_products_that_there_are(desk: Client) -> None:
    wrong = APPLICATION | {"product_ids": ["no-such"]}
    refused = desk.put(f"{APPLICATIONS}/console", wrong)
    assert refused.reasons() == {
        "product_ids": {"product_unknown"},
        "trial.product_id": {"not_a_choice"},
    }
    made = desk.put(f"{APPLICATIONS}/console", APPLICATION).json
    assert desk.get("/api/staff/catalog").json["applications"] == [made]


def partner(desk: Client, part: str, **changes: Any) -> None:
    asked = PARTNER | changes
    assert desk.put(f"/api/staff/partners/{part}", asked).status == 200


def names(answer: Answer) -> list[tuple[str, str]]:
    return [(one["name"], one["standing"]) for one in answer.json["items"]]


def test_the_directory_lists_by_country_who_is_or_was_authorised(desk: Client) -> None:
    """LIC-16."""
    partner(desk, "a", name="Alt & Co", standing="former")
    partner(desk, "b", name="Bergmann IT")
    partner(desk, "c", name="Chance Lizenzhandel", standing="never")
    partner(desk, "d", name="Danneborg ApS", country="DK")
    anybody = Client()
    assert names(anybody.get("/api/partners", country="DE")) == [
        ("Bergmann IT", "authorised"),
        ("Alt & Co", "former"),
    ]
    assert anybody.get("/api/partners").json["countries"] == ["DE", "DK"]
    assert len(desk.get("/api/staff/partners").json["items"]) == 4


def test_who_was_never_authorised_is_found_by_the_whole_name_alone(desk: Client) -> None:
    """LIC-16: as it stands on an offer, in whatever case."""
    partner(desk, "c", name="Chance Lizenzhandel", standing="never")
    found = Client().get("/api/partners", name="chance  LIZENZHANDEL")
    assert names(found) == [("Chance Lizenzhandel", "never")]
    assert names(Client().get("/api/partners", name="Chance")) == []


def test_a_partner_changed_at_the_same_time_is_a_conflict(desk: Client) -> None:
    partner(desk, "a")
    assert desk.put("/api/staff/partners/a", PARTNER).code == "conflict"
    partner(desk, "a", revision=1, standing="former")
