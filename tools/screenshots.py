"""`make screenshots`: pictures of every page of the running stack, into build/screenshots.

Wide and on a phone, in each language, light and dark. It signs in as people of the demo, and
registers one person, who never activates the account, for the page behind that link.
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    APIRequestContext,
    Browser,
    BrowserContext,
    StorageState,
    ViewportSize,
    sync_playwright,
)

from local.stack import ROOT, Stack

FOLDER = ROOT / "build" / "screenshots"
SIZES = {
    "wide": ViewportSize(width=1440, height=900),
    "phone": ViewportSize(width=390, height=844),
}
LOCALES = {"de": "de-DE", "en": "en-GB"}
SCHEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
SECOND_FACTOR_SECONDS = 31
MAIL_SECONDS = 10


@dataclass(frozen=True)
class Picture:
    """A page to take. `side` says who looks at it: nobody, customer, staff."""

    name: str
    path: str
    side: str = "nobody"


@dataclass(frozen=True)
class Looker:
    """The stack as its API shows it, for finding out which pages there are."""

    request: APIRequestContext

    def get(self, path: str) -> Any:
        answer = self.request.get(path)
        return answer.json() if answer.ok else {}

    def post(self, path: str, **sent: object) -> Any:
        return self.request.post(path, data=sent).json()

    def link(self, kind: str) -> str:
        """The newest mailed link of a kind, as a path; waits for a mail that is on its way."""
        for _ in range(MAIL_SECONDS * 10):
            for mail in self.get("/dev/api/mails?limit=500")["items"]:
                for link in mail["links"]:
                    if f"/{kind}#" in link:
                        # A survey's link ends in a rating, which opening the page would save.
                        return "/" + str(link).split("/", 3)[3].partition(".")[0]
            time.sleep(0.1)
        return f"/{kind}#none"


def public_pages(looker: Looker) -> Iterator[Picture]:
    yield Picture("sign-in", "/sign-in")
    yield Picture("register", "/register")
    yield Picture("activate", looker.link("activate"))
    yield Picture("link-unknown", "/activate#unknown")
    yield Picture("forgot-password", "/forgot-password")
    yield Picture("survey", looker.link("survey"))
    yield Picture("survey-over", "/survey#unknown")
    yield Picture("not-found", "/nothing/here")
    yield Picture("console-sign-in", "/console/sign-in")
    for name in ("", "/mails", "/jobs"):
        yield Picture(f"dev{name.replace('/', '-')}", f"/dev{name}")
    mails = looker.get("/dev/api/mails?limit=1")["items"]
    yield from [Picture("dev-mail", f"/dev/mails/{mail['id']}") for mail in mails]
    yield from [Picture("mail", f"/dev/mails/{mail['id']}/html") for mail in mails]


def customers_pages(looker: Looker) -> Iterator[Picture]:
    side = "customer"
    yield Picture("requests", "/requests", side)
    yield Picture("requests-waiting", "/requests?view=waiting", side)
    yield Picture("requests-none", "/requests?status=cancelled_expired", side)
    yield Picture("request-new", "/requests/new", side)
    seen: set[str] = set()
    for view in ("", "?inactive=true"):
        for ticket in looker.get(f"/api/tickets{view}")["items"]:
            if ticket["status"] not in seen:
                seen.add(ticket["status"])
                yield Picture(f"request-{ticket['status']}", f"/requests/{ticket['id']}", side)
    for part in ("profile", "security", "notices"):
        yield Picture(f"account-{part}", f"/account/{part}", side)
    yield Picture("licenses", "/licenses", side)
    yield Picture("licenses-blocked", "/licenses?state=blocked", side)
    first = looker.get("/api/licenses")["items"][0]
    yield Picture("license", f"/licenses/{first['id']}", side)


def staffs_pages(looker: Looker) -> Iterator[Picture]:
    for page in ("account/security", "account/notices", "staff"):
        yield Picture(f"console-{page.replace('/', '-')}", f"/console/{page}", "staff")
    for queue in ("unassigned", "mine", "waiting", "all_open"):
        yield Picture(f"console-{queue}", f"/console/queue/{queue}", "staff")
    for ticket in looker.get("/api/staff/tickets?queue=all_open")["items"][:2]:
        name = f"console-request-{ticket['status']}"
        yield Picture(name, f"/console/requests/{ticket['id']}", "staff")


def enter(looker: Looker, login: Any) -> None:
    """Signs in; where a second factor is asked for, waits for a code that was not used yet."""
    side = "/api/staff/sessions" if login["side"] == "staff" else "/api/sessions"
    credentials = {"email": login["email"], "password": login["password"]}
    for _ in range(2):
        answer = looker.post(side, **credentials)
        if answer["state"] == "signed_in":
            return
        code = looker.get("/dev/api/state")["codes"]["by_email"][login["email"]]
        challenge = answer["challenge"]
        if looker.post(f"{side}/second-factor", challenge=challenge, code=code).get("state"):
            return
        time.sleep(SECOND_FACTOR_SECONDS)
    raise SystemExit(f"{login['email']} can't sign in.")


def register_somebody(looker: Looker) -> None:
    config = looker.get("/api/config")
    looker.post(
        "/api/registrations",
        first_name="Pia",
        last_name="Sommer",
        company_name="Lindenhof Feinmechanik GmbH",
        email="pia.sommer@lindenhof.example",
        country="DE",
        activation_code="FRESH-DEMO2-SAMPL-00001",
        key_file=None,
        accept_terms=config["terms"]["version"],
        accept_privacy=config["privacy"]["version"],
        survey=False,
        language="de",
    )


def login_of(stack: Stack, side: str) -> Any:
    """The demo's first person of a side."""
    page = json.loads((stack.folder / "demo.json").read_text(encoding="utf-8"))
    return next(login for login in page["logins"] if login["side"] == side)


def prepare(browser: Browser, stack: Stack) -> tuple[list[Picture], dict[str, StorageState | None]]:
    """Every page, and the cookies of those who look at them."""
    url = stack.public_url
    states: dict[str, StorageState | None] = {"nobody": None}
    pictures: list[Picture] = []
    pages = {"customer": customers_pages, "staff": staffs_pages}
    for side, find in pages.items():
        with closing_context(browser, base_url=url) as context:
            looker = Looker(context.request)
            enter(looker, login_of(stack, side))
            pictures += find(looker)
            states[side] = context.storage_state()
    with closing_context(browser, base_url=url) as context:
        looker = Looker(context.request)
        register_somebody(looker)
        pictures[:0] = public_pages(looker)
    return pictures, states


@contextmanager
def closing_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(**options)
    try:
        yield context
    finally:
        context.close()


def take(context: BrowserContext, pictures: list[Picture], folder: Path) -> None:
    page = context.new_page()
    for picture in pictures:
        page.goto(picture.path, wait_until="networkidle")
        page.screenshot(path=folder / f"{picture.name}.png", full_page=True)


def main() -> int:
    stack = Stack.of_environment()
    url = stack.public_url
    program = os.environ.get("KONTOR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        pictures, states = prepare(browser, stack)
        for size, language, scheme in product(SIZES, LOCALES, SCHEMES):
            folder = FOLDER / f"{size}-{language}-{scheme}"
            folder.mkdir(parents=True, exist_ok=True)
            look = {"viewport": SIZES[size], "locale": LOCALES[language], "color_scheme": scheme}
            for side, state in states.items():
                mine = [picture for picture in pictures if picture.side == side]
                with closing_context(browser, base_url=url, storage_state=state, **look) as context:
                    take(context, mine, folder)
            print(f"{len(pictures)} pictures in {folder.relative_to(ROOT)}", flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
