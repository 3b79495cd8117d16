"""Bad luck and bad input while a request is being written: nothing is lost, nothing comes twice."""

from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser import portal, requests
from tests.browser.conftest import Windows
from tests.browser.files import make_file
from tests.browser.people import Crowd
from tests.browser.words import Words

WORDS = Words("de")


@pytest.fixture
def page(open_window: Windows, crowd: Crowd) -> Page:
    """The form of a new request."""
    page = open_window("de")
    portal.enter(page, crowd.of_demo("Tobias"))
    requests.accept_statement_beforehand(page)
    requests.start_request(page, WORDS)
    return page


def _numbers(page: Page, subject: str) -> list[str]:
    """Of the requests that have this subject."""
    items = page.request.get("/api/tickets", params={"author": "me"}).json()["items"]
    return [item["number"] for item in items if item["subject"] == subject]


def _submit(page: Page) -> Locator:
    return portal.button(page, WORDS("tickets:form.submit"))


def test_two_tabs_that_send_the_same_form_send_it_once(page: Page) -> None:
    """REQ-6: the second tab lands on the request that the first one opened."""
    subject = "Aus zwei Reitern gesendet"
    requests.fill_request(page, WORDS, subject, "Der Rechner steht.")
    with page.context.expect_page() as opened:
        page.evaluate("() => void window.open(location.href)")
    twin = opened.value
    expect(twin.get_by_label(WORDS("tickets:form.subject"), exact=True)).to_have_value(subject)
    numbers = {requests.send_request(tab, WORDS, subject) for tab in (page, twin)}
    assert _numbers(page, subject) == list(numbers)


def test_a_double_click_sends_once_and_going_back_finds_an_empty_form(page: Page) -> None:
    """REQ-6."""
    subject = "Zweimal geklickt"
    requests.fill_request(page, WORDS, subject, "Der Rechner steht.")
    _submit(page).dblclick()
    requests.expect_heading_of_request(page, subject)
    page.go_back()
    portal.expect_heading(page, WORDS("tickets:form.title"))
    expect(page.get_by_label(WORDS("tickets:form.subject"), exact=True)).to_have_value("")
    assert len(_numbers(page, subject)) == 1


def test_a_reload_loses_nothing_that_was_written(page: Page, tmp_path: Path) -> None:
    """REQ-2, REQ-4: nor a file that has arrived."""
    subject = "Neu geladen"
    file = make_file(tmp_path / "protokoll.txt", 5000)
    requests.fill_request(page, WORDS, subject, "Der Rechner steht.")
    requests.choose_files(page, WORDS, [file])
    requests.expect_uploaded(page, WORDS, file)
    page.reload()
    expect(page.get_by_label(WORDS("tickets:form.subject"), exact=True)).to_have_value(subject)
    expect(requests.upload_row(page, WORDS, file)).to_contain_text(
        WORDS("tickets:upload.phase.done")
    )
    requests.send_request(page, WORDS, subject)
    expect(requests.conversation(page, WORDS)).to_contain_text(file.name)


def test_a_form_sent_without_a_connection_can_be_sent_again(
    page: Page, open_window: Windows
) -> None:
    """REQ-6: it says that nothing is lost, and the second time comes through once."""
    open_window.forgive("net::ERR_")
    subject = "Ohne Netz gesendet"
    requests.fill_request(page, WORDS, subject, "Der Rechner steht.")
    page.context.set_offline(True)
    _submit(page).click()
    told = page.get_by_role("alert").filter(has_text=WORDS("common:problem.network.title"))
    expect(told).to_be_visible()
    page.context.set_offline(False)
    requests.send_request(page, WORDS, subject)
    assert len(_numbers(page, subject)) == 1


def test_a_session_that_ended_loses_nothing_and_shows_the_next_person_nothing(
    page: Page, open_window: Windows, crowd: Crowd
) -> None:
    """ACC-5: who signs in again goes on writing; somebody else finds nothing of it."""
    open_window.forgive("401")
    subject = "Die Sitzung ist zu Ende"
    written = page.get_by_label(WORDS("tickets:form.subject"), exact=True)
    _look_at_requests(page)
    page.go_back()
    requests.fill_request(page, WORDS, subject, "Der Rechner steht.")
    _end_session(page)
    portal.fill_sign_in(page, WORDS, crowd.of_demo("Tobias"))
    expect(written).to_have_value(subject)

    _end_session(page)
    portal.fill_sign_in(page, WORDS, crowd.of_demo("Emma"))
    expect(written).to_have_value("")
    _look_at_requests(page)
    expect(page.get_by_text("Tobias")).to_have_count(0)


def _look_at_requests(page: Page) -> None:
    """Goes to the list within the page, and waits for the newest one in it."""
    page.get_by_role("navigation").get_by_role("link", name=WORDS("tickets:nav.requests")).click()
    newest = page.request.get("/api/tickets").json()["items"][0]
    expect(page.get_by_text(newest["number"]).first).to_be_visible()


def _end_session(page: Page) -> None:
    """As when it has ended by itself: the page finds out by its next call."""
    page.context.clear_cookies()
    _submit(page).click()
    portal.expect_heading(page, WORDS("accounts:signIn.title"))


def test_what_is_missing_is_told_at_each_field(page: Page) -> None:
    """REQ-2: and the first of them has the focus; what is too long is not cut off but said."""
    _submit(page).click()
    first = page.locator('form [aria-invalid="true"]').first
    expect(first).to_be_focused()
    expect(first).to_have_accessible_description(WORDS("common:field.mustChoose"))
    requests.fill_request(page, WORDS, "x" * 201, "y" * 100_000)
    _submit(page).click()
    for field, most in (("subject", 200), ("description", 20_000)):
        place = page.get_by_label(WORDS(f"tickets:form.{field}"), exact=True)
        expect(place).to_have_attribute("aria-invalid", "true")
        expect(page.get_by_text(WORDS("common:field.tooLong", max=most))).to_be_visible()
    assert _numbers(page, "x" * 201) == []


def test_text_is_shown_as_it_was_written_whatever_it_is(page: Page) -> None:
    """REQ-2, REQ-10: script, markup, and marks that turn the direction of writing."""
    subject = "<img src=x onerror=alert(1)> abc & عربي"
    text = "</div><script>alert(2)</script>\n{{7*7}} ${7*7}\n\u2067ימין\u2069 <b>fett</b>"
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    requests.fill_request(page, WORDS, subject.replace("abc", "\u202eabc\u202c"), text)
    requests.send_request(page, WORDS, subject)
    shown = requests.conversation(page, WORDS).get_by_role("article")
    expect(shown).to_contain_text("</div><script>alert(2)</script>")
    expect(shown).to_contain_text("{{7*7}} ${7*7}")
    expect(shown.locator("script, b, img")).to_have_count(0)
    page.goto("/requests")
    expect(page.get_by_role("link", name="<img src=x onerror=alert(1)>")).to_be_visible()


def test_three_files_are_taken_and_none_that_is_empty(page: Page) -> None:
    """REQ-4: the fourth, and one of no bytes, are refused by name."""
    files = [_file(f"protokoll-{number}.txt", b"Zeile") for number in range(1, 5)]
    _choose(page, [_file("leer.txt", b""), *files])
    refused = WORDS("tickets:upload.refused.empty", name="leer.txt")
    expect(page.get_by_text(refused)).to_be_visible()
    refused = WORDS("tickets:upload.refused.tooMany", name="protokoll-4.txt", count=3)
    expect(page.get_by_text(refused)).to_be_visible()
    for file in files[:3]:
        row = requests.upload_row(page, WORDS, Path(file["name"]))
        expect(row).to_contain_text(WORDS("tickets:upload.phase.done"))
    expect(page.get_by_label(WORDS("tickets:upload.choose"), exact=True)).to_have_count(0)


def test_names_of_files_are_kept_as_far_as_one_can_see_them(page: Page) -> None:
    """REQ-4: no path, nothing invisible, an emoji is fine, and at most 200 characters."""
    subject = "Namen von Dateien"
    names = ["😀 Bericht\u200b\u202e.txt", "../../etc/passwd", f"{'lang' * 75}.log"]
    _choose(page, [_file(name, b"Inhalt") for name in names])
    expect(page.locator('li[data-phase="done"]')).to_have_count(3)
    requests.fill_request(page, WORDS, subject, "Der Rechner steht.")
    requests.send_request(page, WORDS, subject)
    files = page.get_by_role("list", name=WORDS("tickets:files.label")).locator("bdi")
    expect(files).to_have_text(["😀 Bericht.txt", "passwd", f"{'lang' * 49}.log"])


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": content}


def _choose(page: Page, files: list[FilePayload]) -> None:
    page.get_by_label(WORDS("tickets:upload.choose"), exact=True).set_input_files(files)
