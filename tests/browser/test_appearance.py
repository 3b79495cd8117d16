"""Every page: readable, nothing cut off or sideways; on a phone in the dark, wide in the light.

Other tests look at what comes after: dialogs, errors, and what people have filled in.
"""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser import console, portal
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words

pytestmark = pytest.mark.pages
LOOKS = {
    "phone": {"viewport": ViewportSize(width=360, height=740), "color_scheme": "dark"},
    "wide": {"viewport": ViewportSize(width=1280, height=800), "color_scheme": "light"},
}
LANGUAGES = {"phone": "de", "wide": "en"}
PUBLIC = (
    "/sign-in",
    "/register",
    "/forgot-password",
    "/activate#x",
    "/reset-password#x",
    "/invitation#x",
    "/survey#x",
    "/lost-second-factor#x",
    "/keep-second-factor#x",
    "/delete-account#x",
    "/delete-company#x",
    "/key-files",
    "/trial",
    "/partners",
    "/nothing/here",
)
SIGNED_IN = (
    "/requests",
    "/requests?view=inactive",
    "/requests/new",
    "/requests/01J00000000000000000000000",
    "/licenses",
    "/licenses?state=blocked",
    "/licenses/usage",
    "/users",
    "/users?find=nobody",
    "/company",
    "/account/profile",
    "/account/security",
    "/account/notices",
    "/account/data",
)
CONSOLE = (
    "/console/queue/unassigned",
    "/console/queue/mine",
    "/console/queue/all_open",
    "/console/companies",
    "/console/companies?q=zzzz",
    "/console/licenses",
    "/console/license-checks",
    "/console/catalogue",
    "/console/catalogue?part=applications",
    "/console/catalogue?part=partners",
    "/console/systems",
    "/console/staff",
    "/console/account/security",
    "/console/account/notices",
)
CONSOLE_PUBLIC = ("/console/sign-in", "/console/join#x", "/console/reset-password#x")
looks = pytest.mark.parametrize("look", sorted(LOOKS))


@looks
def test_every_page_of_the_portal_can_be_read(
    open_window: Windows, crowd: Crowd, look: str
) -> None:
    """ACC-8, WCAG 1.4.3 and 1.4.10."""
    words = Words(LANGUAGES[look])
    page = open_window(words.language, **LOOKS[look])
    open_window.forgive(words("server:error.not_found"))  # of the request that isn't there
    for path in PUBLIC:
        _look_at(page, words, path)
    portal.enter(page, crowd.of_demo("Katrin" if look == "phone" else "Emma"))
    for path in SIGNED_IN:
        _look_at(page, words, path)
    for path in ("/requests", "/licenses"):
        page.goto(path)
        others = ':not([href$="/new"]):not([href$="/usage"])'
        page.get_by_role("main").locator(f'a[href^="{path}/"]{others}').first.click()
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        check_page(page, words)
    _look_at(page, words, f"{page.url}/report")


@looks
def test_every_page_of_the_console_can_be_read(
    open_window: Windows, crowd: Crowd, stack: RunningStack, look: str
) -> None:
    """ACC-8, WCAG 1.4.3 and 1.4.10."""
    words = Words(LANGUAGES[look])
    page = open_window(words.language, **LOOKS[look])
    for path in CONSOLE_PUBLIC:
        _look_at(page, words, path)
    console.open_console(page, words, crowd.of_demo("Grace"), stack)
    for path in CONSOLE:
        _look_at(page, words, path)
    for path, kind in (("queue/all_open", "requests"), ("companies", "companies")):
        page.goto(f"/console/{path}")
        page.get_by_role("main").locator(f'a[href^="/console/{kind}/"]').first.click()
        expect(page.get_by_role("heading", level=2).first).to_be_visible()
        check_page(page, words)


def _look_at(page: Page, words: Words, path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_text(words("common:loading"))).to_have_count(0)
    check_page(page, words)
