"""Mail that comes back: whoever waits for it is told, staff see it, and a test mail ends it."""

from playwright.sync_api import expect

from tests.browser import console, joining, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.running import RunningStack
from tests.browser.watching import check_page
from tests.browser.words import Words


def test_who_gets_no_mail_is_told_and_ends_it(
    open_window: Windows, stack: RunningStack, crowd: Crowd
) -> None:
    """NOT-3: from the mail that came back to the link in the test mail."""
    words, person = Words("de"), crowd.newcomer("de")
    page, desk = open_window("de"), open_window("de")
    joining.become_customer(page, person, "de")
    requests.open_by_api(page, "Where does the answer go?")
    sent = mailpage.wait_for_mail(page, person.email, words.subject("ticket_registered"))
    mail = mailpage.open_mail(page, sent)
    mail.get_by_role("button", name="came back: no such mailbox").click()
    expect(mail.get_by_role("status")).to_be_visible()
    console.sign_in(desk, words, crowd.of_demo("Jonas"), stack)
    console.open_place(desk, words, "console:nav.mail")
    expect(desk.get_by_text(person.email)).to_be_visible()
    check_page(desk, words)

    page.goto("/requests")
    expect(page.get_by_text(words("reach:banner.bounce"))).to_be_visible()
    page.get_by_role("link", name=words("reach:banner.more")).click()
    portal.button(page, words("reach:ask")).click()
    expect(page.get_by_text(words("reach:asked"))).to_be_visible()
    check_page(page, words)
    test_mail = mailpage.wait_for_mail(page, person.email, words.subject("address_check"))
    behind = mailpage.follow_link(mailpage.open_mail(page, test_mail))
    portal.button(behind, words("reach:confirm.submit")).click()
    expect(behind.get_by_text(words("reach:confirm.done", email=person.email))).to_be_visible()

    desk.reload()
    portal.expect_heading(desk, words("mail:title"))
    expect(desk.get_by_text(words("mail:stopped.empty"))).to_be_visible()
    page.goto("/requests")
    expect(page.get_by_text(words("reach:banner.bounce"))).to_have_count(0)
