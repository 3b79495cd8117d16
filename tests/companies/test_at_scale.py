"""COM-5: a page of the users page costs the same with 50 people and with 5,000."""

import json

import pytest

from chalicelib.base.actor import Actor
from chalicelib.companies.directory import list_members
from chalicelib.companies.export import export_members
from chalicelib.companies.schemas import ExportQuery, MemberQuery
from tests.capacity import Costs, counted
from tests.companies.crowd import fill
from tests.companies.firm import BRANCHES, NOON, acting, browser, make_firm

pytestmark = pytest.mark.usefixtures("cloud")
QUERIES: tuple[dict[str, str], ...] = (
    {},
    {"country": "AT"},
    {"branch": "Kiel"},
    {"country": "AT", "branch": "Kiel"},
    {"find": "mu"},
    {"find": "person4"},
    {"find": "dorte", "country": "PL"},
    {"find": "mu", "branch": "Kiel"},
)
FEW, MANY = 50, 5_000


def costs_of(owner: Actor) -> dict[str, Costs]:
    """What each page costs, and one part of the export."""
    found = {}
    for query in QUERIES:
        with counted() as costs:
            list_members(owner, MemberQuery(**query))
        found[json.dumps(query)] = costs
    with counted() as costs:
        export_members(owner, ExportQuery())
    found["export"] = costs
    return found


def test_every_page_costs_the_same_at_any_size() -> None:
    """COM-5: one query, or three at once where somebody is looked for; all of it bounded."""
    firm = make_firm()
    owner = acting(firm.owner)
    fill(firm.id, 0, FEW, BRANCHES, NOON)
    few = costs_of(owner)
    fill(firm.id, FEW, MANY, BRANCHES, NOON)
    many = costs_of(owner)
    for name, costs in many.items():
        least = 3 if "find" in name else 1
        # One more query each by first name and by address, where the next one is somebody known.
        most = least + 2 if "find" in name else least
        assert set(costs.calls) == {"Query"}, name
        assert least == len(few[name].calls) <= len(costs.calls) <= most, name
        # A page is full where there are enough people; no more than that is ever read.
        assert costs.units <= (20 if name == "export" else 12 if "find" in name else 2), name
    signed_in = browser(firm.owner)
    with counted() as costs:
        assert signed_in.get("/api/company/users").status == 200
    assert [call for call in costs.calls if call in {"BatchGetItem", "Query"}] == [
        "BatchGetItem",  # the session check
        "Query",
    ]
