"""The invented vendor: what the demo promises on the developers' page is so."""

import base64
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from chalicelib.accounts.service import check_password
from chalicelib.accounts.store import accounts
from chalicelib.base.actor import NOBODY
from chalicelib.base.errors import Invalid
from chalicelib.companies.model import Company
from chalicelib.licenses import service
from chalicelib.licenses.model.license import Status
from chalicelib.licenses.rules.orders import read_row
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.schemas.licenses import KeyFileIn
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import licenses as store
from chalicelib.tickets.model.ticket import Ticket
from local.demo.loading import Demo, load_demo
from local.demo.orders import order_rows, read_export

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
REASONS = {
    "good": None,
    "good, two products": None,
    "not activated yet, good": None,
    "needs to be checked by the vendor": None,
    "expired": "license_expired",
    "blocked": "license_blocked",
    "unknown": "code_unknown",
    "unknown, and easily mistyped": "code_mistakable",
    "damaged on its way": "key_file_damaged",
    "forged: more nodes than were sold": "key_file_forged",
}
Page = dict[str, Any]


@pytest.fixture
def page(cloud: object, tmp_path: Path) -> Page:
    load_demo(Demo(tmp_path, licenses=150, tickets=12), NOW)
    return read(tmp_path)


def read(folder: Path) -> Page:
    found: Page = json.loads((folder / "demo.json").read_text(encoding="utf-8"))
    return found


def refusal(sample: dict[str, str]) -> tuple[str | None, bool]:
    """Why the sample can't be registered with, and whether another company holds it."""
    content = sample.get("content_base64")
    file = KeyFileIn(name=sample["file"], content_base64=content) if content is not None else None
    try:
        found = service.find_for_registration(sample.get("code"), file, NOW)
    except Invalid as refused:
        return refused.fields[0].code, False
    return None, found.holder_company_id is not None


def test_everybody_can_sign_in(page: Page) -> None:
    sides = {"customer": accounts.CUSTOMERS, "staff": accounts.STAFF}
    for login in page["logins"]:
        account = check_password(
            NOBODY, login["email"], login["password"], sides[login["side"]], NOW
        )
        assert account.name == login["name"]
        assert account.totp_secret == login["totp_secret"]
    assert {login["side"] for login in page["logins"]} == set(sides)


def test_each_sample_comes_out_as_it_says(page: Page) -> None:
    """LIC-2."""
    outcomes = {sample["outcome"]: refusal(sample) for sample in page["samples"]}
    taken = outcomes.pop("another company has it")
    assert taken == (None, True)
    assert outcomes == {outcome: (reason, False) for outcome, reason in REASONS.items()}


def test_the_samples_key_files_are_whole(page: Page) -> None:
    files = [sample for sample in page["samples"] if "file" in sample]
    assert len(files) == 3
    assert all(base64.b64decode(file["content_base64"]) for file in files)


def test_the_first_company_has_licenses_of_every_status(page: Page) -> None:
    """LIC-4: every filter shows something."""
    owner = accounts.find_by_email(page["logins"][0]["email"])
    assert owner is not None
    company_id = owner.company_id
    assert company_id is not None
    filters: tuple[store.Filter, ...] = ("active", "expired", "not_activated", "blocked")
    for chosen in filters:
        found = store.list_licenses(company_id, chosen, False, None, NOW).items
        assert {status(license_, NOW) for license_ in found} == {Status(chosen)}


def test_the_requests_have_been_through_many_statuses(page: Page) -> None:
    found = [ticket for ticket in Ticket.scan() if ticket.sk == "ticket" or ticket.number]
    assert len({ticket.number for ticket in found}) == 12
    assert len({ticket.status for ticket in found}) >= 6


def test_loading_again_adds_only_what_is_missing(page: Page, tmp_path: Path) -> None:
    before = len(list(Company.scan()))
    later = NOW + timedelta(days=3)
    load_demo(Demo(tmp_path, licenses=170, tickets=13), later)
    assert len(list(Company.scan())) == before
    assert len({ticket.number for ticket in Ticket.scan()}) == 13
    codes = [row["activation_code"] or "" for row in read_export(tmp_path / "orders.csv")]
    assert len(codes) == 170
    assert all(store.find_by_code(code_hash(code.replace("-", ""))) for code in codes)
    assert read(tmp_path)["whole"]


def test_the_same_seed_gives_the_same_orders_and_every_row_can_be_read() -> None:
    today = date(2026, 11, 22)
    rows = list(order_rows(500, today))
    assert rows == list(order_rows(500, today))
    assert rows[:100] == list(order_rows(100, today))
    assert rows != list(order_rows(500, today, seed=1))
    assert len({read_row(row).activation_code for row in rows}) == 500
