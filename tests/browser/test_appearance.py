"""Every page on a phone and in the dark: readable, nothing cut off, nothing sideways.

The main job looks at them on a wide screen and in the light.
"""

from playwright.sync_api import Page, ViewportSize, expect

from tests.browser import console, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

PHONE = ViewportSize(width=360, height=740)
PUBLIC = (
    "/sign-in",
    "/register",
    "/forgot-password",
    "/activate#x",
    "/invitation#x",
    "/survey#x",
    "/nothing/here",
)
SIGNED_IN = ("/requests", "/requests?view=inactive", "/requests/new", "/licenses", "/users")


def test_every_page_of_the_portal_can_be_read(open_window: Windows, crowd: Crowd) -> None:
    """ACC-8, WCAG 1.4.3 and 1.4.10."""
    words = Words("de")
    page = open_window("de", viewport=PHONE, color_scheme="dark")
    for path in PUBLIC:
        _look_at(page, words, path)
    portal.enter(page, crowd.of_demo("Katrin"))
    for path in SIGNED_IN:
        _look_at(page, words, path)
    for path in ("/requests", "/licenses"):
        page.goto(path)
        page.get_by_role("main").locator(f'a[href^="{path}/"]:not([href$="/new"])').first.click()
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        check_page(page, words)


def test_every_page_of_the_console_can_be_read(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """ACC-8, WCAG 1.4.3 and 1.4.10."""
    words = Words("en")
    page = open_window("en", viewport=PHONE, color_scheme="dark")
    page.goto("/console/sign-in")
    portal.expect_heading(page, words("accounts:signIn.title"))
    check_page(page, words)
    console.sign_in(page, words, crowd.of_demo("Grace"), stack)
    for queue in ("unassigned", "mine", "waiting", "all_open"):
        _look_at(page, words, f"/console/queue/{queue}")
    page.get_by_role("row").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    check_page(page, words)


def _look_at(page: Page, words: Words, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(words("common:loading"))).to_have_count(0)
    check_page(page, words)
