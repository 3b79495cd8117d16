"""COM-2, COM-6: editing people and their rights, through the API."""

import pytest

from chalicelib.accounts.store.accounts import find_account
from chalicelib.base.actor import Right
from tests.companies.firm import Firm, acting, browser, make_firm
from tests.mailbox import letters_to
from tests.world.people import dismiss

pytestmark = pytest.mark.usefixtures("cloud")
USERS, TICKETS = Right.MANAGE_USERS, Right.MANAGE_TICKETS


def edited(**changed: object) -> dict[str, object]:
    person = {"first_name": "Jonas", "last_name": "Ärmel", "country": "AT", "branch": "Kiel"}
    return {**person, "version": 0, **changed}


def rights(*held: Right, version: int = 0, scope: str | None = None) -> dict[str, object]:
    return {"rights": [right.value for right in held], "scope": scope, "version": version}


@pytest.fixture
def firm() -> Firm:
    return make_firm()


def test_a_persons_data_are_changed_in_account_and_list(firm: Firm) -> None:
    """COM-6"""
    jonas = firm.add("Jonas Brandt")
    answer = browser(firm.owner).patch(f"/api/company/users/{jonas.pk}", edited())
    assert answer.status == 200, answer.text
    assert (answer.json["last_name"], answer.json["branch"], answer.json["version"]) == (
        "Ärmel", "Kiel", 1,
    )  # fmt: skip
    account = find_account(jonas.pk)
    assert account is not None
    assert (account.name, account.country) == ("Jonas Ärmel", "AT")
    assert firm.member(jonas).last_first == "armel jonas"
    assert acting(jonas).branch == "Kiel"


def test_of_two_administrators_the_second_is_told(firm: Firm) -> None:
    """COM-6: whichever of data and rights the first has changed."""
    jonas = firm.add("Jonas Brandt")
    path = f"/api/company/users/{jonas.pk}"
    assert browser(firm.owner).put(f"{path}/rights", rights(TICKETS)).status == 200
    for late in (
        browser(firm.owner).patch(path, edited()),
        browser(firm.owner).put(f"{path}/rights", rights()),
    ):
        assert (late.status, late.code) == (409, "member_changed")
    assert firm.member(jonas).rights == {"manage_tickets"}


def test_somebody_who_was_deleted_a_second_ago_is_not_there(firm: Firm) -> None:
    """COM-6"""
    jonas = firm.add("Jonas Brandt")
    dismiss(jonas)
    path, owner = f"/api/company/users/{jonas.pk}", browser(firm.owner)
    answers = [
        owner.get(path),
        owner.patch(path, edited()),
        owner.put(f"{path}/rights", rights()),
        owner.post(f"{path}/password-reset"),
    ]
    assert {(answer.status, answer.code) for answer in answers} == {(404, "not_found")}


def test_a_right_works_from_the_next_request_on_and_is_gone_by_the_next(firm: Firm) -> None:
    """COM-2: with the same cookie."""
    jonas = firm.add("Jonas Brandt")
    his, hers = browser(jonas), browser(firm.owner)
    path = f"/api/company/users/{jonas.pk}/rights"
    assert his.get("/api/company/users").code == "forbidden"
    assert hers.put(path, rights(USERS)).status == 200
    assert his.get("/api/company/users").status == 200
    assert hers.put(path, rights(version=1)).status == 200
    assert his.get("/api/company/users").code == "forbidden"


REFUSED = {
    "own rights": ("manager", rights(), "own_rights"),
    "the owner's rights": ("owner", rights(), "owner_rights"),
    "a right one lacks": ("jonas", rights(Right.MANAGE_LICENSES), "not_yours_to_grant"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_may_not_be_granted_is_refused_with_its_reason(firm: Firm, case: str) -> None:
    """COM-2"""
    manager = firm.add("Ute Meier", USERS)
    people = {"manager": manager, "owner": firm.owner, "jonas": firm.add("Jonas Brandt")}
    who, body, code = REFUSED[case]
    answer = browser(manager).put(f"/api/company/users/{people[who].pk}/rights", body)
    assert (answer.status, answer.code) == (403, code)


def test_a_right_and_a_branch_that_do_not_exist_are_named(firm: Firm) -> None:
    """COM-2, COM-6"""
    jonas = firm.add("Jonas Brandt")
    path, owner = f"/api/company/users/{jonas.pk}", browser(firm.owner)
    wrong_right = {"rights": ["own_it"], "scope": None, "version": 0}
    assert owner.put(f"{path}/rights", wrong_right).reasons() == {"rights.0": {"not_a_choice"}}
    scoped = rights(USERS, scope="Ulm")
    assert owner.put(f"{path}/rights", scoped).reasons() == {"scope": {"not_a_branch"}}
    assert owner.patch(path, edited(branch="Ulm")).reasons() == {"branch": {"not_a_branch"}}


def test_a_scoped_manager_acts_on_their_branch_alone(firm: Firm) -> None:
    """COM-2: others are as if they were not there."""
    manager = firm.add("Ute Meier", USERS, TICKETS, branch="Bonn", scope="Kiel")
    kiel, bonn = firm.add("Jonas Brandt", branch="Kiel"), firm.add("Berta Voss", branch="Bonn")
    hers = browser(manager)
    shown = [row["id"] for row in hers.get("/api/company/users").json["items"]]
    assert shown == [kiel.pk]
    assert hers.get("/api/company/users", branch="Bonn").json["items"] == []
    assert hers.get(f"/api/company/users/{bonn.pk}").code == "not_found"
    assert hers.patch(f"/api/company/users/{bonn.pk}", edited()).code == "not_found"
    path = f"/api/company/users/{kiel.pk}"
    assert hers.patch(path, edited(branch="Bonn")).code == "outside_scope"
    assert hers.put(f"{path}/rights", rights(TICKETS)).code == "outside_scope"
    assert hers.put(f"{path}/rights", rights(TICKETS, scope="Kiel")).status == 200
    assert acting(kiel).scope == "Kiel"


def test_a_row_says_what_can_be_done_with_it(firm: Firm) -> None:
    """COM-6: so that the page offers nothing that would be refused."""
    manager = firm.add("Ute Meier", USERS)
    firm.add("Jonas Brandt")
    firm.add("Berta Voss", TICKETS)
    rows = browser(manager).get("/api/company/users").json["items"]
    may = {row["first_name"]: set(row["may"]) for row in rows}
    assert may == {
        "Ute": {"edit", "reset"},
        "Mara": {"edit", "reset"},
        "Jonas": {"edit", "reset", "rights", "delete"},
        "Berta": {"edit", "reset", "rights"},
    }


def test_a_password_reset_goes_to_the_person_and_not_to_who_sends_it(firm: Firm) -> None:
    """COM-6"""
    jonas = firm.add("Jonas Brandt")
    sent = browser(firm.owner).post(f"/api/company/users/{jonas.pk}/password-reset")
    assert sent.status == 202
    assert len(letters_to(jonas.email, "password_reset")) == 1
    assert letters_to(firm.owner.email) == []
