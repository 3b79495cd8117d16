"""The way through the product for those who use no mouse."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser import portal, requests
from tests.browser.conftest import Windows
from tests.browser.files import make_file
from tests.browser.people import Crowd
from tests.browser.words import Words

MOST_STEPS = 80


def _tab_to(page: Page, wanted: Locator) -> None:
    """Presses Tab until the element has the focus, and one can see that it has."""
    for _ in range(MOST_STEPS):
        if wanted.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(wanted).to_be_focused()
    assert wanted.evaluate(_SHOWS_FOCUS), f"nothing shows the focus: {wanted}"


# By an outline or a changed border of the element itself, or of the label that wraps it.
_SHOWS_FOCUS = """async element => {
  const settle = () => Promise.allSettled(document.getAnimations().map(one => one.finished))
  const marks = () => [element, element.parentElement, element.closest('label')]
    .filter(Boolean)
    .flatMap(one => [one, ...one.children])
    .map(one => getComputedStyle(one))
    .map(style => [style.outline, style.borderColor, style.boxShadow, style.background].join())
    .join()
  await settle()
  const focused = marks()
  element.blur()
  await settle()
  const calm = marks()
  element.focus({ focusVisible: true, preventScroll: true })
  return focused !== calm
}"""


def test_signing_in_and_sending_a_request_needs_no_mouse(
    open_window: Windows, crowd: Crowd, tmp_path: Path
) -> None:
    """ACC-5, REQ-2, REQ-4, WCAG 2.1.1 and 2.4.7: every control is reached, and shows it."""
    words = Words("en")
    person = crowd.of_demo("Emma")
    page = open_window("en")
    portal.enter(page, person)
    requests.accept_statement_beforehand(page)
    page.context.clear_cookies()
    page.goto("/sign-in")
    portal.expect_heading(page, words("accounts:signIn.title"))
    _type_into(page, page.get_by_label(words("accounts:signIn.email")), person.email)
    password = page.get_by_label(words("accounts:signIn.password"), exact=True)
    _type_into(page, password, person.password)
    page.keyboard.press("Enter")
    portal.expect_heading(page, words("tickets:nav.requests"))
    create = page.get_by_role("link", name=words("tickets:list.create")).first
    _tab_to(page, create)
    page.keyboard.press("Enter")
    portal.expect_heading(page, words("tickets:form.title"))
    _fill_in(page, words, make_file(tmp_path / "keys.log", 2000))
    _tab_to(page, portal.button(page, words("tickets:form.submit")))
    page.keyboard.press("Enter")
    requests.expect_heading_of_request(page, "Typed, never clicked")


def _fill_in(page: Page, words: Words, file: Path) -> None:
    # From the start, for the browser takes a while to hand its file dialogs over.
    page.on("filechooser", lambda chooser: chooser.set_files(file))
    for field in requests.CHOICES:
        choice = page.get_by_label(words(f"tickets:form.{field}"), exact=True)
        if not choice.input_value():
            _tab_to(page, choice)
            page.keyboard.press("ArrowDown")
            expect(choice).not_to_have_value("")
    subject = page.get_by_label(words("tickets:form.subject"), exact=True)
    _type_into(page, subject, "Typed, never clicked")
    description = page.get_by_label(words("tickets:form.description"), exact=True)
    _type_into(page, description, "All of it.")
    _tab_to(page, page.get_by_label(words("tickets:upload.choose"), exact=True))
    page.keyboard.press("Enter")
    requests.expect_uploaded(page, words, file)


def _type_into(page: Page, field: Locator, text: str) -> None:
    _tab_to(page, field)
    page.keyboard.type(text)


def test_the_first_tab_leads_past_the_navigation(open_window: Windows, crowd: Crowd) -> None:
    """WCAG 2.4.1."""
    words = Words("de")
    page = open_window("de")
    portal.enter(page, crowd.of_demo("Aylin"))
    page.goto("/requests")
    portal.expect_heading(page, words("tickets:nav.requests"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name=words("common:skip"))).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
