"""COM-5: the users page's list, and what each page of it costs."""

import pytest

from chalicelib.base.actor import Right
from chalicelib.companies.directory import list_members
from chalicelib.companies.export import export_members
from chalicelib.companies.schemas import ExportQuery, MemberQuery
from tests.capacity import counted
from tests.companies.firm import Firm, acting, browser, make_firm

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.fixture
def firm() -> Firm:
    firm = make_firm()
    firm.add("Anna Özdemir", country="AT", branch="Kiel")
    firm.add("Bert Oswald", branch="Kiel")
    firm.add("Carla Müller", country="AT", branch="Bonn", email="vertrieb@nordwerk.example")
    firm.add("Oskar Zander", email="oz@nordwerk.example")
    return firm


def last_names(firm: Firm, **query: str) -> list[str]:
    page = list_members(acting(firm.owner), MemberQuery(**query))
    return [item.last_name for item in page.items]


def test_people_stand_by_last_name(firm: Firm) -> None:
    """COM-5"""
    assert last_names(firm) == ["Lind", "Müller", "Oswald", "Özdemir", "Zander"]


def test_people_are_filtered_by_country_and_branch(firm: Firm) -> None:
    """COM-5"""
    assert last_names(firm, country="AT") == ["Müller", "Özdemir"]
    assert last_names(firm, branch="Kiel") == ["Oswald", "Özdemir"]
    assert last_names(firm, country="AT", branch="Kiel") == ["Özdemir"]
    assert last_names(firm, country="FR") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("o", ["Oswald", "Özdemir", "Zander"]),
        ("öz", ["Özdemir"]),
        ("oz", ["Özdemir", "Zander"]),
        ("MULL", ["Müller"]),
        ("carla mü", ["Müller"]),
        ("Müller, C", ["Müller"]),
        ("vertrieb@", ["Müller"]),
        ("nobody", []),
        ("@", []),
        ("*", []),
    ],
)
def test_people_are_found_by_the_beginning_of_a_name_or_address(
    firm: Firm, typed: str, found: list[str]
) -> None:
    """COM-5: nobody twice, although name and address may both fit."""
    assert last_names(firm, find=typed) == found


def test_what_is_looked_for_and_filters_go_together(firm: Firm) -> None:
    """COM-5"""
    assert last_names(firm, find="o", country="AT") == ["Özdemir"]
    assert last_names(firm, find="o", branch="Kiel") == ["Oswald", "Özdemir"]


def test_pages_follow_one_another_without_gap_or_repeat(firm: Firm) -> None:
    """COM-5: also where names and addresses are looked through one after the other."""
    for number in range(30):
        firm.add(f"Olga{number:02} Olsen{number:02}")
    for number in range(15):
        firm.add(f"Ulla{number:02} Ulm{number:02}")
    for query, expected in (
        ({}, 50),
        ({"find": "o"}, 33),
        ({"find": "ol"}, 30),
        ({"find": "ulm"}, 15),
    ):
        found, cursor = [], None
        while True:
            page = list_members(acting(firm.owner), MemberQuery(cursor=cursor, **query))
            assert page.items
            found += [item.id for item in page.items]
            cursor = page.next_cursor
            if cursor is None:
                break
        assert len(found) == len(set(found)) == expected, query


@pytest.mark.parametrize("cursor", ["0.x", "3.", "1", "e30", "0.e30"])
def test_a_cursor_of_nowhere_is_refused(firm: Firm, cursor: str) -> None:
    answer = browser(firm.owner).get("/api/company/users", cursor=cursor, find="o")
    assert (answer.status, answer.code) == (400, "bad_cursor")


def test_a_page_is_one_query_and_a_search_three_at_once(firm: Firm) -> None:
    """COM-5: at any size; two round trips at most, the session check aside."""
    for number in range(60):
        firm.add(f"Olga{number:02} Olsen{number:02}", country="AT", branch="Kiel")
    owner = acting(firm.owner)
    for filters in ({}, {"country": "AT"}, {"branch": "Kiel"}, {"country": "AT", "branch": "Kiel"}):
        with counted() as costs:
            assert len(list_members(owner, MemberQuery(**filters)).items) == 25
        assert costs.calls == ["Query"]
        assert costs.units <= 2
    for filters in ({}, {"country": "AT"}):
        with counted() as costs:
            assert len(list_members(owner, MemberQuery(find="ol", **filters)).items) == 25
        assert costs.calls == ["Query"] * 3
        assert costs.units <= 12


def test_the_export_goes_in_parts_and_starts_no_formula(
    firm: Firm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """COM-5: cells that begin with = + - @ stand as text."""
    monkeypatch.setenv("KONTOR_EXPORT_ROWS", "4")
    from chalicelib.aws.settings import settings

    settings.cache_clear()
    firm.add("=cmd|'/C Yilmaz", Right.MANAGE_USERS, scope="Kiel", email="y@nordwerk.example")
    owner, text, cursor, parts = acting(firm.owner), "", None, 0
    while parts == 0 or cursor:
        with counted() as costs:
            part = export_members(owner, ExportQuery(cursor=cursor))
        assert costs.calls == ["Query"]
        text, cursor, parts = text + part.csv, part.next_cursor, parts + 1
    settings.cache_clear()
    head, *lines = text.splitlines()
    assert head.startswith("Last name,First name,E-mail")
    assert (len(lines), parts) == (6, 2)
    assert any(",'=cmd|" in line and "Manage users,Kiel" in line for line in lines)
    assert any(line.startswith("Lind,Mara") and ",yes," in line for line in lines)
