"""Mailed links: one use, for one purpose, spent by a person and by nothing else."""

from playwright.sync_api import Page, expect

from tests.browser import joining, mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words


def _expect_dead(page: Page, words: Words, reason: str, way_on: str) -> None:
    portal.expect_heading(page, words(f"accounts:link.{reason}.title"))
    expect(page.get_by_role("link", name=words(way_on))).to_be_visible()
    expect(page.get_by_label(words("accounts:password.new"), exact=True)).to_have_count(0)
    check_page(page, words)


def test_a_mail_scanner_that_opens_the_link_does_not_spend_it(
    open_window: Windows, crowd: Crowd
) -> None:
    """ACC-3: neither a GET nor a browser that runs the page; a second use is told as such."""
    words = Words("en")
    person = crowd.newcomer("en")
    page = open_window("en")
    link = joining.register(page, person, words.language)
    for _ in range(3):
        assert page.request.get(link).ok
    page.request.head(link)
    scanner = open_window("en")
    scanner.goto(link)
    portal.expect_heading(scanner, words("accounts:activate.title"))

    page.goto(link)
    portal.choose_password(page, words, words("accounts:activate.submit"))
    portal.expect_heading(page, words("accounts:signIn.title"))

    portal.choose_password(scanner, words, words("accounts:activate.submit"))
    expect(scanner.get_by_role("alert")).to_contain_text(words("server:error.link_used"))
    page.goto(link)
    _expect_dead(page, words, "link_used", "accounts:signIn.submit")


def test_a_link_does_nothing_on_another_page_nor_cut_off(
    open_window: Windows, crowd: Crowd
) -> None:
    """ACC-3, ACC-6: a link is good for one purpose, and whole."""
    words = Words("de")
    person = crowd.newcomer("de")
    page = open_window("de")
    link = joining.register(page, person, words.language)
    page.goto(link.replace("/activate#", "/reset-password#"))
    _expect_dead(page, words, "link_unknown", "accounts:link.askAgain")
    page.goto(link[:-4])
    _expect_dead(page, words, "link_unknown", "accounts:link.registerAgain")
    page.goto(link)
    portal.expect_heading(page, words("accounts:activate.title"))


def test_a_link_that_nobody_used_is_dead_after_its_time(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """ACC-3, SCH-1: the page says so, and offers to register again, which works."""
    words = Words("de")
    person = crowd.newcomer(words.language)
    page = open_window(words.language)
    link = joining.register(page, person, words.language)
    stack.let_pass("8d")
    page.goto(link)
    _expect_dead(page, words, "link_expired", "accounts:link.registerAgain")
    page.get_by_role("link", name=words("accounts:link.registerAgain")).click()
    portal.expect_heading(page, words("accounts:register.title"))
    portal.register(page, words, person)
    mail = mailpage.wait_for_mail(page, person.email, words.subject("account_activate"), 2)
    page = mailpage.follow_link(mailpage.open_mail(page, mail))
    portal.expect_heading(page, words("accounts:activate.title"))


def test_a_forgotten_password_is_set_anew_and_ends_every_session(
    open_window: Windows, crowd: Crowd
) -> None:
    """ACC-6, ACC-7: the page says the same of an address that nobody has."""
    words = Words("de")
    person = crowd.of_demo("Tobias")
    elsewhere = open_window("de")
    portal.sign_in(elsewhere, words, person)
    page = open_window("de")
    said = [_ask_for_reset(page, words, email) for email in ("no.body@x.example", person.email)]
    assert said[0].replace("no.body@x.example", person.email) == said[1]
    mail = mailpage.wait_for_mail(page, person.email, words.subject("password_reset"))
    page = mailpage.follow_link(mailpage.open_mail(page, mail))
    portal.expect_heading(page, words("accounts:reset.title"))
    check_page(page, words)
    portal.choose_password(page, words, words("accounts:reset.submit"), person.password)
    expect(page.get_by_text(words("accounts:signIn.passwordSet"))).to_be_visible()
    elsewhere.reload()
    portal.expect_heading(elsewhere, words("accounts:signIn.title"))
    portal.fill_sign_in(page, words, person)
    portal.expect_heading(page, words("tickets:nav.requests"))


def _ask_for_reset(page: Page, words: Words, email: str) -> str:
    """Returns what the page says then."""
    page.goto("/forgot-password")
    check_page(page, words)
    page.get_by_label(words("accounts:signIn.email")).fill(email)
    portal.button(page, words("accounts:forgot.submit")).click()
    portal.expect_heading(page, words("accounts:forgot.sentTitle"))
    return page.get_by_role("main").inner_text()
