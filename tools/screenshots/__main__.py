"""`make screenshots`: pictures of every page of the running stack, into build/screenshots.

Wide and on a phone, in each language, light and dark. It signs in as people of the demo; registers
one person who never activates the account and one whose company is empty; invites two users and a
colleague; sells licenses, and lets the desk handle some; lets somebody ask for an ownership, and
mail come back. `ARGS="phone-de-dark users"`
takes one look, and pages whose names hold a word.
"""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    StorageState,
    ViewportSize,
    sync_playwright,
)

from local.stack import ROOT, Stack
from tools.screenshots import console, licenses, portal, recovery
from tools.screenshots.looker import Looker
from tools.screenshots.picture import PATIENCE_MS, Picture

FOLDER = ROOT / "build" / "screenshots"
SIZES = {
    "large": ViewportSize(width=1440, height=900),
    "wide": ViewportSize(width=1280, height=800),
    "phone": ViewportSize(width=390, height=844),
}
LOCALES = {"de": "de-DE", "en": "en-GB"}
SCHEMES = ("light", "dark")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
DRAWN = "document.body.innerText.trim() && !document.querySelector('.mantine-Loader-root')"
Sides = dict[str, StorageState | None]


def login_of(stack: Stack, first_name: str) -> Any:
    """One of the demo's people."""
    page = json.loads((stack.folder / "demo.json").read_text(encoding="utf-8"))
    return next(login for login in page["logins"] if login["name"].startswith(first_name))


class Preparation:
    """Signs everybody in, lets them do what the pictures need, and collects the pages."""

    def __init__(self, browser: Browser, stack: Stack) -> None:
        self._browser = browser
        self._stack = stack
        self.sides: Sides = {"nobody": None}
        self.pictures: list[Picture] = []

    def run(self) -> None:
        """The order matters: what one side does is seen by another."""
        stack = self._stack
        with self._window("staff", stack.public_url) as supervisor:
            supervisor.enter(login_of(stack, "Grace"))
            sold = licenses.sell(supervisor)
            console.prepare(supervisor)
            owner_email = login_of(stack, "Katrin")["email"]
            unreached = console.let_mail_come_back(supervisor, owner_email)
            self.pictures += console.supervisors_pages(supervisor, unreached)
        with self._window("customer", stack.public_url) as owner:
            owner.enter(login_of(stack, "Katrin"))
            portal.prepare(owner)
            licenses.hold(owner, sold)
            self.pictures += portal.owners_pages(owner)
            self.pictures += licenses.owners_pages(sold)
            active = owner.get("/api/licenses?state=active")["items"]
        with self._window("newcomer", stack.public_url) as newcomer:
            newcomer.become_newcomer(stack, "mia.neu@lindenhof.example")
            self.pictures += portal.own_pages("newcomer")
        self._let_somebody_ask_to_own()
        with self._window("colleague", stack.public_url) as colleague:
            console.become_colleague(colleague)
            self.pictures += console.colleagues_pages()
        with self._window("desk", stack.public_url) as desk:
            desk.enter(login_of(stack, "Lena"))
            licenses.handle(desk, sold)
            licenses.import_orders(desk)
            self.pictures += licenses.desks_pages(sold)
            self.pictures += console.desks_pages(desk, active[0]["id"])
            self.pictures += recovery.desks_pages(desk)
        with closing_context(self._browser, base_url=stack.public_url) as context:
            stranger = Looker(context.request)
            code = "FRESH-DEMO2-SAMPL-00001"
            stranger.register("pia.sommer@lindenhof.example", "Lindenhof Feinmechanik GmbH", code)
            self.pictures += portal.public_pages(stranger)
            self.pictures += recovery.pages(stranger)
            self.pictures += console.public_pages(login_of(stack, "Jonas"))

    def _let_somebody_ask_to_own(self) -> None:
        url = self._stack.public_url
        with self._window("left-owner", url) as owner:
            code = recovery.let_own(owner, self._stack)
        with self._window("outsider", url) as outsider:
            recovery.join_nobody(outsider, recovery.OUTSIDER, code)
        with self._window("asker", url) as asker:
            recovery.join_nobody(asker, recovery.ASKER, code)
            recovery.ask(asker, code)

    @contextmanager
    def _window(self, side: str, url: str) -> Iterator[Looker]:
        with closing_context(self._browser, base_url=url) as context:
            yield Looker(context.request)
            self.sides[side] = context.storage_state()


@contextmanager
def closing_context(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(**options)
    try:
        yield context
    finally:
        context.close()


def take(context: BrowserContext, pictures: list[Picture], folder: Path, language: str) -> None:
    """A page that can't be brought into the wanted state is taken as it is, and named."""
    for picture in pictures:
        page = context.new_page()
        page.on("console", partial(tell_of_text, picture.name))
        page.goto(picture.path, wait_until="networkidle")
        try:
            for step in picture.steps:
                step(page, language)
        except Error as trouble:
            print(f"  {picture.name}: {str(trouble).splitlines()[0]}", flush=True)
        if picture.steps:
            page.wait_for_load_state("networkidle")
        with suppress(Error):
            page.wait_for_function(DRAWN, timeout=PATIENCE_MS)
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            print(f"  {picture.name}: {wide} px too wide", flush=True)
        page.screenshot(path=folder / f"{picture.name}.png", full_page=True, animations="disabled")
        page.close()


def tell_of_text(name: str, said: ConsoleMessage) -> None:
    """A page that shows a key instead of a text says so in its console."""
    if said.text.startswith("no text"):
        print(f"  {name}: {said.text}", flush=True)


def chosen(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Looks (size-language-scheme), and words that names of pages hold."""
    looks = ["-".join(look) for look in product(SIZES, LOCALES, SCHEMES)]
    named = [look for look in looks if look in arguments]
    return named or looks, [word for word in arguments if word not in looks]


def main(arguments: list[str]) -> int:
    stack = Stack.of_environment()
    looks, wanted = chosen(arguments)
    program = os.environ.get("KONTOR_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        prepared = Preparation(browser, stack)
        prepared.run()
        pictures = [one for one in prepared.pictures if _fits(one, wanted)]
        for look in looks:
            folder = FOLDER / look
            folder.mkdir(parents=True, exist_ok=True)
            for side, state in prepared.sides.items():
                mine = [picture for picture in pictures if picture.side == side]
                options = {"base_url": stack.public_url, "storage_state": state, **_options(look)}
                with closing_context(browser, **options) as context:
                    language = look.split("-")[1]
                    Looker(context.request).speak(language, staff=side in console.SIDES)
                    take(context, mine, folder, language)
            print(f"{len(pictures)} pictures in {folder.relative_to(ROOT)}", flush=True)
        browser.close()
    return 0


def _fits(picture: Picture, wanted: list[str]) -> bool:
    return not wanted or any(word in picture.name for word in wanted)


def _options(look: str) -> dict[str, Any]:
    size, language, scheme = look.split("-")
    return {"viewport": SIZES[size], "locale": LOCALES[language], "color_scheme": scheme}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
