"""Requests that nobody answers, as time passes."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import console, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.people import Crowd, Person
from tests.browser.running import RunningStack
from tests.browser.words import Words


def _said_by_staff(
    open_window: Windows, stack: RunningStack, crowd: Crowd, number: str, kind: str
) -> None:
    words = Words("de")
    desk = open_window("de")
    console.open_console(desk, words, crowd.of_demo("Jonas"), stack)
    console.find_request(desk, words, number)
    console.say(desk, words, kind, f"Dazu haben wir etwas ({kind}).")


class Asker:
    """A customer with a request, looking at it now and then."""

    def __init__(self, page: Page, words: Words, person: Person, subject: str) -> None:
        self._page = page
        self._words = words
        self._person = person
        portal.enter(page, person)
        self._id, self.number = requests.open_by_api(page, subject)

    def expect(self, status: str, letter: str) -> None:
        """The page shows the status, and a letter of the kind has come about this request."""
        subject = self._words.subject(letter, number=self.number, status=status)
        mailpage.wait_for_mail(self._page, self._person.email, subject)
        self._page.context.clear_cookies()  # a session would have ended in the meantime
        portal.enter(self._page, self._person)
        self.open()
        requests.expect_status(self._page, self._words, status)

    def open(self) -> None:
        self._page.goto(f"/requests/{self._id}")


def test_a_question_that_nobody_answers_ends_the_request_in_steps(
    open_window: Windows, stack: RunningStack, crowd: Crowd
) -> None:
    """REQ-16, SCH-2: a reminder after a week, resolved after two, closed after three."""
    words = Words("en")
    asker = Asker(open_window("en"), words, crowd.of_demo("Oliver"), "Silence")
    _said_by_staff(open_window, stack, crowd, asker.number, "question")
    asker.expect("awaiting_answer", "ticket_question")
    stack.let_pass("7d1h")
    asker.expect("awaiting_answer", "ticket_reminder")
    stack.let_pass("7d")
    asker.expect("resolved_no_information", "ticket_status")
    stack.let_pass("7d")
    asker.expect("closed", "ticket_status")


def test_a_solution_that_nobody_disputes_closes_the_request(
    open_window: Windows, stack: RunningStack, crowd: Crowd
) -> None:
    """REQ-16: after a week."""
    words = Words("en")
    asker = Asker(open_window("en"), words, crowd.of_demo("Oliver"), "Solved and forgotten")
    _said_by_staff(open_window, stack, crowd, asker.number, "solution")
    asker.expect("solution_provided", "ticket_solution")
    stack.let_pass("7d1h")
    asker.expect("closed", "ticket_status")


@pytest.mark.parametrize(("kind", "days"), [("question", "15d"), ("solution", "6d")])
def test_an_answer_before_the_end_puts_the_request_back_in_progress(
    open_window: Windows, stack: RunningStack, crowd: Crowd, kind: str, days: str
) -> None:
    """REQ-10, REQ-16: also out of `resolved`."""
    words = Words("de")
    person = crowd.of_demo("Aylin")
    page = open_window("de")
    asker = Asker(page, words, person, f"Doch noch eine Antwort ({kind})")
    _said_by_staff(open_window, stack, crowd, asker.number, kind)
    stack.let_pass(days)
    page.context.clear_cookies()
    portal.enter(page, person)
    asker.open()
    requests.reply(page, words, "Entschuldigung, ich war im Urlaub.")
    requests.expect_status(page, words, "in_progress")
    stack.let_pass("8d")
    page.context.clear_cookies()
    portal.enter(page, person)
    asker.open()
    requests.expect_status(page, words, "in_progress")


def test_ages_are_reckoned_by_the_products_clock(
    open_window: Windows, stack: RunningStack, crowd: Crowd
) -> None:
    """REQ-7: a browser whose clock is a day behind does not tell of the future."""
    stack.let_pass("1d")
    page = open_window("en")
    portal.enter(page, crowd.of_demo("Emma"))
    _, number = requests.open_by_api(page, "Sent just now")
    page.goto("/requests")
    row = page.get_by_role("row").filter(has_text=number)
    expect(row.get_by_role("time")).to_have_text(re.compile("this minute|1 minute ago"))
