"""Supervisors read who did what, when and from where (STF-12)."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from chalicelib.audit.model import Entry
from chalicelib.audit.service import record
from chalicelib.audit.store import LOOKED_AT
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor, StaffRole
from chalicelib.console.schemas.audit import AuditQuery
from chalicelib.console.service.audit import list_entries
from chalicelib.mail.service import forget_address
from local.testing import Cloud
from tests.builders import make_person, make_staff
from tests.capacity import counted
from tests.client import Client
from tests.proof.operations.people import agent, browser_of
from tests.proof.operations.reaching import stopped
from tests.tickets.builders import anew

pytestmark = pytest.mark.usefixtures("cloud")
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
AUDIT = "/api/staff/audit"


def boss() -> Client:
    """A supervisor."""
    return browser_of(make_staff(NOON, StaffRole.SUPERVISOR, email="boss@vendor.example"))


def logged(count: int, action: str = "staff.invited", by: str = "01KA", company: str = "") -> None:
    """Entries a minute apart, each in a change of its own."""
    for number in range(count):
        at = NOON + timedelta(minutes=number)
        change = Transaction(anew(), at)
        who = Actor(account_id=by, address="192.0.2.7")
        record(change, who, action, f"subject-{number}", at, company_id=company)
        change.commit()


def _pages(browser: Client, **asked: str) -> Iterator[dict[str, Any]]:
    cursor = ""
    while True:
        page = browser.get(AUDIT, **asked, **({"cursor": cursor} if cursor else {})).json
        yield page
        cursor = page["next_cursor"]
        if not cursor:
            return


def test_an_entry_tells_who_did_what_when_and_from_where() -> None:
    """STF-12: with the names as they are now, and never a secret."""
    browser = boss()
    wish = {
        "email": "gwen@vendor.example", "first_name": "Gwen", "last_name": "Hale",
        "role": "agent", "language": "en",
    }  # fmt: skip
    assert browser.post("/api/staff/colleagues", wish).status == 201
    (entry,) = browser.get(AUDIT, action="staff.invited").json["items"]
    assert entry["actor"]["name"] == make_name(browser)
    assert (entry["actor"]["staff"], entry["company"]) == (True, None)
    assert entry["subject"]["kind"] == "person"
    assert entry["details"] == {"role": "agent"}
    assert entry["address"] == "127.0.0.1"


def make_name(browser: Client) -> str:
    """What the supervisor is called."""
    account = browser.get("/api/staff/me").json["account"]
    return f"{account['first_name']} {account['last_name']}"


def test_customers_changes_stand_there_too() -> None:
    """STF-12: by company and by person."""
    owner = make_person(NOON)
    browser = browser_of(owner)
    browser.put("/api/me/notices", {"unwanted": ["surveys"]})
    reader = boss()
    for asked in ({"company_id": owner.company_id}, {"actor_id": owner.pk}):
        (entry,) = reader.get(AUDIT, action="account.notices_chosen", **asked).json["items"]
        assert entry["company"]["id"] == owner.company_id
        assert entry["subject"] == {"id": owner.pk, "kind": "person", "name": owner.name}


@pytest.mark.parametrize("asked", [{}, {"actor_id": "01KA"}, {"action": "staff.invited"}])
def test_lists_are_whole_and_the_newest_comes_first(asked: dict[str, str]) -> None:
    """STF-12: page by page, nothing twice and nothing left out."""
    logged(60)
    pages = list(_pages(boss(), **asked))
    assert [len(page["items"]) for page in pages][:2] == [25, 25]
    shown = [entry["subject"]["id"] for page in pages for entry in page["items"]]
    subjects = [one for one in shown if one.startswith("subject-")]
    assert subjects == [f"subject-{number}" for number in reversed(range(60))]


def test_a_time_is_bounded_on_both_sides() -> None:
    """STF-12: both bounds included."""
    logged(10)
    since, until = NOON + timedelta(minutes=2), NOON + timedelta(minutes=5)
    page = boss().get(AUDIT, since=since.isoformat(), until=until.isoformat()).json
    assert [entry["subject"]["id"][-1] for entry in page["items"]] == ["5", "4", "3", "2"]


def test_what_is_rare_is_looked_for_part_by_part() -> None:
    """STF-12: a call looks at so many entries, says how far it came, and the next goes on there."""
    logged(1, action="staff.joined")
    logged(LOOKED_AT + 20)
    first, second = _pages(boss(), actor_id="01KA", action="staff.joined")
    assert first["items"] == []
    assert first["looked_to"] is not None
    assert [entry["action"] for entry in second["items"]] == ["staff.joined"]
    assert second["looked_to"] is None


def test_pages_cost_the_same_however_many_entries_there_are() -> None:
    """STF-12: docs/access-patterns.md."""
    costs = []
    for more in (30, 120):
        logged(more)
        with counted() as counting:
            assert len(list_entries(AuditQuery()).items) == 25
        assert counting.calls == ["Query", "BatchGetItem"]
        costs.append(counting.units)
    assert costs[0] == costs[1]


def test_what_is_wrong_is_named() -> None:
    """STF-12"""
    browser = boss()
    assert browser.get(AUDIT, since="yesterday").reasons().keys() == {"since"}
    assert browser.get(AUDIT, cursor="nonsense").code == "bad_cursor"


def test_only_supervisors_read_it() -> None:
    """STF-12"""
    for path in (AUDIT, "/api/staff/audit-export"):
        assert agent_or_desk().get(path).code == "forbidden"


def agent_or_desk() -> Client:
    """Somebody of the license desk, who may do much."""
    desk = make_staff(NOON, StaffRole.LICENSE_DESK, email=f"{anew().key[:8]}@vendor.example")
    return browser_of(desk)


def test_the_file_holds_all_that_was_asked_for() -> None:
    """STF-12: and no cell that a spreadsheet would take for a formula."""
    logged(40)
    logged(1, by="=cmd()")
    shown = boss().get("/api/staff/audit-export", action="staff.invited").json
    assert shown["next_cursor"] is None
    rows = list(csv.reader(io.StringIO(shown["csv"], newline="")))
    assert len(rows) == 1 + 41
    assert rows[0][:4] == ["Time", "Who", "Their id", "What"]
    assert "'=cmd()" in {row[2] for row in rows}


def test_an_entry_stands_in_every_list() -> None:
    """STF-12: those of jobs, too."""
    logged(1, by="system")
    agent()
    page = list_entries(AuditQuery(actor_id="system"))
    assert [entry.actor.name for entry in page.items] == [None]
    assert settings().page_size == 25
    assert {entry.every for entry in Entry.scan()} == {"every"}


def test_a_stopped_address_is_shown_as_long_as_it_is_kept(cloud: Cloud) -> None:
    """STF-12, NOT-3, ACC-13: the log holds a hash that only the deployment can make."""
    email = "gone@nordwerk.example"
    address_id = stopped(cloud, email)
    (entry,) = boss().get(AUDIT, action="address.stopped").json["items"]
    assert entry["subject"] == {"id": address_id, "kind": "address", "name": email}
    forget_address(email, address_id)
    (entry,) = list_entries(AuditQuery(action="address.stopped")).items
    assert entry.subject.name is None
    assert email not in entry.model_dump_json()
