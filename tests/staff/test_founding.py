"""The first supervisor of a deployment comes by a command (STF-1)."""

import pytest

from chalicelib.aws.settings import settings
from local.testing import Cloud
from tests.client import Client
from tests.invariants import check_all
from tests.mailbox import letters_to, link_in
from tests.proof.operations.people import new_password
from tests.proof.operations.vendors_people import BASE, boss
from tools.supervisor import main

ADA = "ada@vendor.example"
NAMED = ["--first-name", "Ada", "--last-name", "Berg", "--language", "de"]


def _join(token: str) -> int:
    return Client().post("/api/staff/invitations/redeem", new_password(token)).status


def test_a_fresh_deployment_gets_its_supervisor(
    cloud: Cloud, capsys: pytest.CaptureFixture[str]
) -> None:
    """STF-1: by mail, or by the link where no mail goes out yet; it is good once."""
    assert main([ADA, *NAMED, "--print-link"]) == 0
    said = capsys.readouterr().out
    (letter,) = letters_to(ADA, "staff_invited")
    assert f"{settings().public_url}/console/join#{link_in(letter)}" in said
    assert _join(link_in(letter)) == 200
    assert main(["ben@vendor.example"]) == 1
    assert letters_to("ben@vendor.example") == []
    assert main(["ben@vendor.example", "--force"]) == 0
    check_all(cloud)


def test_who_lost_the_link_gets_another(cloud: Cloud, capsys: pytest.CaptureFixture[str]) -> None:
    """STF-1: without the link nobody looks into the outbox, and the former one is void."""
    assert main([ADA]) == 0
    assert main([ADA]) == 0
    assert "#" not in capsys.readouterr().out
    former, latest = (link_in(letter) for letter in letters_to(ADA, "staff_invited"))
    assert _join(former) == 410
    assert _join(latest) == 200
    check_all(cloud)


def test_what_cannot_be_invited_is_named(cloud: Cloud, capsys: pytest.CaptureFixture[str]) -> None:
    """STF-1"""
    assert main(["ada"]) == 2
    assert "email" in capsys.readouterr().out
    chief = boss()
    email = chief.get(BASE).json["items"][0]["email"]
    assert main([email, "--force"]) == 2
    assert "email" in capsys.readouterr().out


def test_staffs_country_is_a_setting(cloud: Cloud, monkeypatch: pytest.MonkeyPatch) -> None:
    """STF-1"""
    from chalicelib.accounts.store.accounts import STAFF, find_by_email

    monkeypatch.setenv("KONTOR_STAFF_COUNTRY", "AT")
    settings.cache_clear()
    assert main([ADA]) == 0
    (letter,) = letters_to(ADA, "staff_invited")
    assert _join(link_in(letter)) == 200
    account = find_by_email(ADA, STAFF)
    settings.cache_clear()
    assert account is not None
    assert account.country == "AT"
