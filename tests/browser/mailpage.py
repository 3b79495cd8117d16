"""What a person does with their mail: here, on the local mail page."""

from playwright.sync_api import Page, expect

from local.waiting import until


def mails_to(page: Page, address: str) -> list[str]:
    """The subjects of the mails to an address, newest first."""
    answer = page.request.get("/dev/api/mails", params={"to": address})
    return [mail["subject"] for mail in answer.json()["items"]]


def wait_for_mails(page: Page, address: str, number: int) -> list[str]:
    """Returns the subjects, newest first, once so many mails have come to the address."""
    until(lambda: len(mails_to(page, address)) >= number)
    found = mails_to(page, address)
    assert len(found) == number, found
    return found


def open_newest_mail(page: Page, address: str) -> Page:
    """The newest mail to the address in a tab of its own, beside the given one."""
    tab = page.context.new_page()
    tab.goto(f"/dev/mails?to={address}")
    tab.get_by_role("table").get_by_role("link").first.click()
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
