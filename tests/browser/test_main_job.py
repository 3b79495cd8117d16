"""From an activation code to an answered request, on both sides of the counter."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import console, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.files import MIB, digest_of, make_file, receipt_of
from tests.browser.people import Crowd, Person
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

SUBJECT = "Update 12.1 stops at 40 % – Fehler 0x80070643"
TEXT = "Since this morning.\n<script>alert('x')</script>\nSee https://kb.example/12 and the log."
QUESTION = "Which edition of Windows runs on the machine?"
ANSWER = "Windows Server 2022, as on all our machines."
SOLUTION = "Please install patch C before the update."


def test_the_main_job(
    open_window: Windows, stack: RunningStack, crowd: Crowd, words: Words, tmp_path: Path
) -> None:
    """ACC-1 to ACC-5, LIC-1, LIC-4, LIC-5, REQ-2, REQ-4, REQ-6, REQ-10, REQ-15, STF-1 to STF-3."""
    person = crowd.newcomer(words.language)
    page = open_window(words.language)
    _become_a_customer(page, words, person)
    _look_at_the_license(page, words, person)
    big = make_file(tmp_path / "memory dump.bin", 40 * MIB + 1)
    log = make_file(tmp_path / "setup.log", 10_000)
    number = _ask_for_help(page, words, person, [big, log])

    desk = open_window(words.language)
    console.sign_in(desk, words, crowd.of_demo("Jonas"), stack)
    _take_the_request(desk, words, number, big)
    console.say(desk, words, "question", QUESTION)
    page = _answer_by_the_mailed_link(page, words, person, number)
    desk.reload()
    expect(requests.conversation(desk, words).get_by_text(ANSWER)).to_be_visible()
    console.say(desk, words, "solution", SOLUTION)
    mailpage.wait_for_mail(page, person.email, words.subject("ticket_solution"))
    page.reload()
    requests.expect_status(page, words, "solution_provided")
    console.end(desk, words, number, "")
    check_page(desk, words)
    page.reload()
    requests.expect_status(page, words, "closed")
    _rate(page, words, person)


def _become_a_customer(page: Page, words: Words, person: Person) -> None:
    portal.register(page, words, person)
    mail = mailpage.wait_for_mail(page, person.email, words.subject("account_activate"))
    tab = mailpage.follow_link(mailpage.open_mail(page, mail))
    portal.choose_password(tab, words, words("accounts:activate.submit"))
    portal.expect_heading(tab, words("accounts:signIn.title"))
    tab.close()
    portal.sign_in(page, words, person)


def _look_at_the_license(page: Page, words: Words, person: Person) -> None:
    page.get_by_role("link", name=words("licenses:nav.licenses")).click()
    portal.expect_heading(page, words("licenses:nav.licenses"))
    row = page.get_by_role("main").get_by_role("listitem").filter(has_text=person.code)
    expect(row).to_contain_text(words("licenses:status.active"))
    check_page(page, words)
    row.get_by_role("link").click()
    portal.expect_heading(page, "Halbton Guard Business", loosely=True)
    for column in ("serial_number", "order_number", "end_user", "edition", "nodes"):
        expect(page.get_by_role("main").get_by_text(person.license[column]).first).to_be_visible()
    check_page(page, words)
    with page.expect_download() as download:
        page.get_by_role("button", name=words("licenses:details.download")).click()
    assert download.value.suggested_filename.endswith(".key")


def _ask_for_help(page: Page, words: Words, person: Person, files: list[Path]) -> str:
    requests.start_request(page, words)
    requests.fill_request(page, words, SUBJECT, TEXT)
    requests.choose_files(page, words, files)
    requests.accept_statement(page, words)
    for file in files:
        assert requests.expect_uploaded(page, words, file) == receipt_of(file)
    check_page(page, words)
    number = requests.send_request(page, words, SUBJECT)
    expect(requests.conversation(page, words)).to_contain_text("<script>alert('x')</script>")
    check_page(page, words)
    mail = mailpage.wait_for_mail(page, person.email, words.subject("ticket_registered"))
    assert f"[{number}]" in mail["subject"]
    page.get_by_role("link", name=words("tickets:nav.requests")).first.click()
    portal.expect_heading(page, words("tickets:nav.requests"))
    expect(page.get_by_role("main")).to_contain_text(number)
    check_page(page, words)
    return number


def _take_the_request(desk: Page, words: Words, number: str, file: Path) -> None:
    check_page(desk, words)
    console.open_request(desk, number, SUBJECT)
    desk.get_by_role("button", name=words("console:assignment.toMe")).click()
    expect(desk.get_by_role("button", name=words("console:assignment.release"))).to_be_visible()
    check_page(desk, words)
    name = words("tickets:files.downloadNamed", name=file.name)
    with desk.expect_download() as download:
        desk.get_by_role("button", name=name).click()
    assert download.value.suggested_filename == file.name
    assert digest_of(download.value.path()) == digest_of(file)


def _answer_by_the_mailed_link(page: Page, words: Words, person: Person, number: str) -> Page:
    mail = mailpage.wait_for_mail(page, person.email, words.subject("ticket_question"))
    assert f"[{number}]" in mail["subject"]
    assert QUESTION in mail["text"]
    tab = mailpage.follow_link(mailpage.open_mail(page, mail))
    page.close()
    requests.expect_heading_of_request(tab, SUBJECT)
    requests.expect_status(tab, words, "awaiting_answer")
    requests.reply(tab, words, ANSWER)
    requests.expect_status(tab, words, "in_progress")
    return tab


def _rate(page: Page, words: Words, person: Person) -> None:
    mail = mailpage.wait_for_mail(page, person.email, words.subject("survey"))
    tab = mailpage.follow_link(mailpage.open_mail(page, mail), "4")
    expect(tab.get_by_text(words("tickets:survey.ratingSaved"))).to_be_visible()
    check_page(tab, words)
    tab.get_by_label(words("tickets:survey.words")).fill("Quick and to the point.")
    portal.button(tab, words("tickets:survey.submit")).click()
    expect(tab.get_by_text(words("tickets:survey.saved"))).to_be_visible()
    tab.reload()
    expect(tab.get_by_role("radio", checked=True)).to_have_attribute("value", "4")
    expect(tab.get_by_label(words("tickets:survey.words"))).to_have_value("Quick and to the point.")
