"""What a person does with their mail: here, on the local mail page."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from playwright.sync_api import Page, expect

from local.waiting import until

Mail = dict[str, Any]


def mails_to(page: Page, address: str) -> list[Mail]:
    """Every mail to an address, newest first."""
    answer = page.request.get("/dev/api/mails", params={"to": address, "limit": "500"})
    mails: list[Mail] = answer.json()["items"]
    # Asked for by a part, an address brings others that end like it.
    return [mail for mail in mails if address in mail["recipients"]]


def wait_for_mail(page: Page, address: str, subject: re.Pattern[str], number: int = 1) -> Mail:
    """The newest mail to the address with such a subject, once there are so many of them."""

    def found() -> list[Mail]:
        return [mail for mail in mails_to(page, address) if subject.match(mail["subject"])]

    until(lambda: len(found()) >= number)
    assert len(found()) == number, [mail["subject"] for mail in mails_to(page, address)]
    return found()[0]


def open_mail(page: Page, mail: Mail) -> Page:
    """The mail in a tab of its own, beside the given page, found in the list of mails."""
    tab = page.context.new_page()
    tab.goto(f"/dev/mails?to={mail['recipients'][0]}")
    tab.get_by_role("link", name=mail["subject"]).first.click()
    return tab


def follow_link(mail: Page, name: str = "") -> Page:
    """Clicks the mail's link as it is shown in the HTML; `name` where there are several."""
    letter = mail.frame_locator("iframe")
    link = letter.get_by_role("link", name=name) if name else letter.get_by_role("link")
    with mail.context.expect_page() as opened:
        link.first.click()
    mail.close()
    return opened.value


def code_of(page: Page, address: str) -> str:
    """The second factor that the developers' page shows for a member of staff."""
    tab = page.context.new_page()
    tab.goto("/dev")
    shown = tab.locator(f'[data-code-of="{address}"]')
    expect(shown).not_to_be_empty()
    code = shown.inner_text()
    tab.close()
    return code


def now(page: Page) -> datetime:
    """The product's clock, which other tests may have moved."""
    return parsedate_to_datetime(page.request.get("/api/config").headers["date"])
