"""Adding a license within the company: each reason why not stands at its field, in words."""

import re
from typing import Any

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser import portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.portal import button
from tests.browser.watching import check_page
from tests.browser.words import Words
from tests.licenses.test_key_file_format import VECTORS

OTHERS = {"en": "Katrin", "de": "Emma"}
OWN = {"en": "Emma", "de": "Katrin"}
SHORT = "7F3KQ-9XDM2-B8WZ4"
CYRILLIC = "7F3КQ-9XDM2-B8WZ4-RT6YH"
MISTAKABLE = "7F3K0-9XDM2-B8WZ4-RT6YI"


def _code_of(open_window: Windows, crowd: Crowd, first_name: str) -> str:
    page = open_window("en")
    portal.enter(page, crowd.of_demo(first_name))
    rows: Any = page.request.get("/api/licenses?state=active").json()["items"]
    return next(str(row["code"]) for row in rows if row["claim"] == "active")


def _open_dialog(page: Page, words: Words) -> Locator:
    page.goto("/licenses")
    button(page, words("licenses:add.action")).click()
    return page.get_by_role("dialog")


def _add(dialog: Locator, words: Words) -> None:
    button(dialog, words("licenses:add.submit")).click()


def test_each_code_that_is_refused_says_why(
    open_window: Windows, crowd: Crowd, words: Words
) -> None:
    """LIC-2, LIC-1: what was typed stays, and what is wrong with it can be seen."""
    elsewhere = _code_of(open_window, crowd, OTHERS[words.language])
    here = _code_of(open_window, crowd, OWN[words.language])
    refusals = {
        SHORT: words("licenses:proof.gap.codeMalformed", typed=15),
        CYRILLIC: words("licenses:proof.gap.codeLetters", characters="К"),
        MISTAKABLE: words("server:field.code_mistakable", characters="0 I"),
        crowd.code("unknown"): words("server:field.code_unknown"),
        crowd.code("expired"): words("server:field.license_expired"),
        crowd.code("blocked"): words("server:field.license_blocked"),
        here.lower().replace("-", " "): words("server:field.license_already_here"),
        elsewhere: words("server:field.license_elsewhere"),
    }
    page = open_window(words.language)
    portal.enter(page, crowd.of_demo(OWN[words.language]))
    dialog = _open_dialog(page, words)
    _add(dialog, words)
    field = portal.code_field(page, words)
    for typed, reason in refusals.items():
        field.fill(typed)
        _add(dialog, words)
        expect(field).to_have_accessible_description(re.compile(re.escape(reason)))
        expect(field).to_be_focused()
    check_page(page, words)


def test_each_key_file_that_is_refused_says_why(
    open_window: Windows, crowd: Crowd, words: Words
) -> None:
    """LIC-2: forged, damaged, by an unknown key, of another vendor, or none at all."""
    _, good = crowd.key_file("good")
    _, forged = crowd.key_file("forged: more nodes than were sold")
    one_bit = bytearray(good)
    one_bit[good.index(b"nodes: ") + len(b"nodes: ")] ^= 1
    unknown_key = (VECTORS / "good.key").read_bytes()
    reason = {
        name: words(f"server:field.key_file_{name}")
        for name in ("forged", "damaged", "key_unknown", "foreign")
    }
    refusals = (
        ("forged.key", forged, reason["forged"]),
        ("one-bit.key", bytes(one_bit), reason["damaged"]),
        ("F1E0C0F5.key", unknown_key, reason["key_unknown"]),
        ("other.key", b"<?xml version='1.0'?><license vendor='another'/>", reason["foreign"]),
        ("huge.key", bytes(10 * 1024 * 1024), words("licenses:proof.gap.fileTooBig")),
        ("empty.key", b"", words("licenses:proof.gap.fileEmpty")),
    )
    page = open_window(words.language)
    portal.enter(page, crowd.of_demo(OWN[words.language]))
    dialog = _open_dialog(page, words)
    dialog.get_by_role("radio", name=words("licenses:proof.file")).check()
    for name, content, why in refusals:
        file = FilePayload(name=name, mimeType="application/octet-stream", buffer=content)
        dialog.locator('input[type="file"]').set_input_files(file)
        _add(dialog, words)
        expect(dialog.get_by_role("alert").filter(has_text=why)).to_be_visible()
        if name == "one-bit.key":
            check_page(page, words)
        dialog.get_by_role("button", name=words("common:file.remove", name=name)).click()
