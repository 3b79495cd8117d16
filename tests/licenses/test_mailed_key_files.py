"""LIC-9: key files by mail for who has the code, through the API."""

import pytest

from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base import clock
from chalicelib.base.actor import NOBODY
from chalicelib.catalog.loading import load_catalog
from chalicelib.licenses.key_files import read_key_file
from chalicelib.licenses.rules.key_file import key_file_name
from chalicelib.mail.model import Letter
from tests.builders import make_license
from tests.client import Answer, Client
from tests.mail.mime import parts_of, unzip
from tests.mailbox import letters_to
from tests.proof.operations.people import CODE, OTHER_CODE
from tests.tickets.builders import anew
from tests.world.samples_shop import triable

pytestmark = pytest.mark.usefixtures("cloud")
EMAIL = "kai@westwerk.example"


def ask(code: str = CODE, email: str = EMAIL, language: str = "en") -> Answer:
    body = {"activation_code": code, "email": email}
    return Client(language).post("/api/key-file-requests", body)


def the_letter(template: str) -> Letter:
    (letter,) = letters_to(EMAIL, template)
    return letter


def test_the_mail_brings_a_key_file_for_each_product_and_the_list() -> None:
    load_catalog(NOBODY, triable(), clock.now(), anew())
    license_ = make_license(CODE, product_ids="guard-business+vault-server")
    assert ask(CODE.lower()).status == 202
    _, files = parts_of(the_letter("key_files"))
    ((name, content),) = files.items()
    assert name == f"Key_Files_{license_.public_id}.zip"
    packed = unzip(content)
    text = packed.pop("Compatibility_List.txt").decode("utf-8-sig")
    assert "Activates: Guard Console (versions: 12.1)" in text
    assert "no application for it yet" in text
    terms = {read_key_file(data).product for data in packed.values()}
    assert terms == {"guard-business", "vault-server"}
    assert all(key_file in text for key_file in packed)


def test_the_list_says_all_there_is_to_say() -> None:
    """To the byte: a byte order mark for Windows' editor, and its line ends."""
    load_catalog(NOBODY, triable(), clock.now(), anew())
    license_ = make_license(CODE, product_ids="guard-business+vault-server")
    ask()
    _, files = parts_of(the_letter("key_files"))
    (packed,) = (unzip(content) for content in files.values())
    first, second = (f"{key_file_name(license_.pk, one)}.key" for one in license_.products)
    assert sorted(packed) == sorted([first, second, "Compatibility_List.txt"])
    lines = [
        f"Key files from {vendor().name}",
        f"License: {license_.public_id}",
        "End user: Nordwerk GmbH",
        "Edition: Standard",
        "Good until: 2099-12-31",
        "",
        first,
        "  Product: Halbton Guard Business",
        "  Activates: Guard Console (versions: 12.1)",
        "",
        second,
        "  Product: Halbton Vault for Servers",
        "  Our list has no application for it yet; please ask our support.",
        "",
        "To activate, load the key file in the application under License. No internet is needed.",
        "",
    ]
    assert packed["Compatibility_List.txt"] == "\r\n".join(lines).encode("utf-8-sig")


def test_the_same_letter_is_the_same_bytes_at_each_attempt() -> None:
    """NOT-2: a repeat is recognisable."""
    make_license(CODE)
    ask()
    letter = the_letter("key_files")
    assert parts_of(letter) == parts_of(letter)


def test_the_list_is_in_the_readers_language() -> None:
    make_license(CODE)
    ask(language="de")
    _, files = parts_of(the_letter("key_files"))
    (content,) = files.values()
    assert "Schlüsseldateien von" in unzip(content)["Compatibility_List.txt"].decode("utf-8-sig")


def test_a_known_and_an_unknown_code_get_the_same_answer() -> None:
    make_license(CODE)
    known, unknown = ask(), ask(OTHER_CODE)
    assert (known.status, known.text) == (unknown.status, unknown.text)
    assert known.headers == unknown.headers


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"expires_on": "2026-02-01", "issued_on": "2025-01-15"}, "expired"),
        ({"blocked_at": "2026-02-01T00:00:00Z"}, "blocked"),
        ({"needs_check": "yes"}, "unchecked"),
    ],
)
def test_what_brings_no_key_files_brings_the_reason(columns: dict[str, str], reason: str) -> None:
    make_license(CODE, **columns)
    assert ask().status == 202
    letter = the_letter("key_files_refused")
    assert letter.params["reason"] == reason
    text, files = parts_of(letter)
    assert files == {}
    assert CODE not in text


def test_what_can_be_no_code_is_told_on_its_field() -> None:
    assert ask("7F3KQ").reasons() == {"activation_code": {"code_malformed"}}
    assert ask(CODE, "nobody").reasons() == {"email": {"email_invalid"}}


@pytest.mark.parametrize(
    "setting",
    [
        "KEY_FILE_MAILS_PER_HOUR",
        "KEY_FILE_MAILS_PER_HOUR_PER_CODE",
        "KEY_FILE_MAILS_PER_HOUR_PER_SOURCE",
    ],
)
def test_asking_too_often_has_to_wait(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By address, by code and by source; an unknown code is bounded as a known one."""
    monkeypatch.setenv(f"KONTOR_{setting}", "1")
    settings.cache_clear()
    assert [ask(OTHER_CODE).status for _ in range(2)] == [202, 429]
