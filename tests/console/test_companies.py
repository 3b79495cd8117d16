"""STF-8: staff find a company and see what there is of it."""

import pytest

from chalicelib.accounts.model import Account
from chalicelib.base.actor import NOBODY, Right
from chalicelib.base.errors import NotFound
from chalicelib.console.schemas.companies import CompanyQuery, PeopleQuery
from chalicelib.console.service.companies import list_companies, list_people, view_company
from tests.builders import make_colleague, make_license, make_person
from tests.capacity import counted
from tests.tickets.builders import MINUTE, NOON, head, make_desk, open_one

pytestmark = pytest.mark.usefixtures("cloud")


def _company(name: str, number: int = 0) -> Account:
    return make_person(NOON, email=f"owner{number}@firm{number}.example", company=name)


def _found(q: str) -> list[str]:
    return [row.name for row in list_companies(CompanyQuery(q=q)).items]


def test_companies_are_found_by_how_their_name_begins() -> None:
    """STF-8: whatever the case and the accents; from A to Z."""
    for number, name in enumerate(("Südwerk AG", "Sudetia GmbH", "Nordwerk GmbH", "Zeta")):
        _company(name, number)
    assert _found("") == ["Nordwerk GmbH", "Sudetia GmbH", "Südwerk AG", "Zeta"]
    assert _found("  SUD") == ["Sudetia GmbH", "Südwerk AG"]
    assert _found("südw") == ["Südwerk AG"]
    assert _found("werk") == []


def test_an_incident_number_and_a_license_lead_to_their_company() -> None:
    """STF-8: however they are typed."""
    desk = make_desk()
    _company("Elsewhere KG")
    opened = open_one(desk.author)
    assert _found(f" {opened.number.lower()} ") == ["Nordwerk GmbH"]
    assert _found(head(opened.id).license_public_id.lower()) == ["Nordwerk GmbH"]
    free = make_license("AAAAA-BBBBB-CCCCC-DDDDD", serial_number="HG-26-2")
    assert _found(free.public_id) == []
    assert _found("261122-ZZZZZZ") == []


def test_a_company_shows_owner_people_licenses_and_newest_requests() -> None:
    """STF-8, COM-1."""
    desk = make_desk()
    jonas = make_colleague(desk.account, NOON + MINUTE, Right.MANAGE_USERS)
    opened = [open_one(desk.author, NOON + number * MINUTE).id for number in range(12)]
    company = view_company(desk.agent, desk.author.company_id)
    assert (company.name, company.licenses) == ("Nordwerk GmbH", 1)
    assert company.owner is not None
    assert (company.owner.id, company.owner.owner) == (desk.account.pk, True)
    assert [row.id for row in company.requests] == opened[:1:-1]
    people = list_people(desk.author.company_id, PeopleQuery())
    assert [(one.id, one.owner, one.rights) for one in people.items] == [
        (desk.account.pk, True, []),
        (jonas.pk, False, [Right.MANAGE_USERS]),
    ]
    assert people.next_cursor is None
    looked_for = list_people(desk.author.company_id, PeopleQuery(find=jonas.email[:4]))
    assert [one.id for one in looked_for.items] == [jonas.pk]
    assert list_people(desk.author.company_id, PeopleQuery(find="nobody")).items == []


def test_what_is_no_company_is_not_found() -> None:
    with pytest.raises(NotFound):
        view_company(NOBODY, "nobody")
    with pytest.raises(NotFound):
        list_people("nobody", PeopleQuery())


def test_pages_cost_the_same_however_many_there_are() -> None:
    """STF-8: docs/access-patterns.md."""
    desk = make_desk()
    for number in range(30):
        _company(f"Firm {number:02}", number)
        make_colleague(desk.account, NOON, email=f"c{number}@nordwerk.example")
    with counted() as costs:
        first = list_companies(CompanyQuery(q="fir"))
    assert len(first.items) == 25
    assert (costs.calls, costs.units) == (["Query"], 0.5)
    with counted() as costs:
        rest = list_companies(CompanyQuery(q="fir", cursor=first.next_cursor))
    assert len(rest.items) == 5
    assert (costs.calls, costs.units) == (["Query"], 0.5)
    with counted() as costs:
        view_company(desk.agent, desk.author.company_id)
    assert sorted(costs.calls) == ["BatchGetItem", "BatchGetItem", "GetItem", "Query", "Query"]
    assert costs.units <= 5
    with counted() as costs:
        people = list_people(desk.author.company_id, PeopleQuery())
    assert len(people.items) == 25
    assert costs.calls == ["GetItem", "Query", "BatchGetItem"]
    assert costs.units <= 15.5
