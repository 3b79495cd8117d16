"""The users page: inviting, joining, changing rights in place, and losing them while it is open."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser import mailpage, portal
from tests.browser.conftest import Windows
from tests.browser.people import PASSWORD, Crowd, Person
from tests.browser.watching import check_page
from tests.browser.words import Words

GUEST = Person("Änne", "Östermann", "aenne.oestermann@eichenfeld.example")


def _open_users(page: Page, words: Words) -> None:
    page.goto("/users")
    portal.expect_heading(page, words("accounts:nav.users"))
    expect(page.get_by_text(words("common:loading"))).to_have_count(0)


def _row(page: Page, person: Person) -> Locator:
    return page.get_by_role("listitem").filter(has_text=f"{person.last_name}, {person.first_name}")


def _invite(page: Page, words: Words, *lines: str) -> None:
    portal.button(page, words("users:invite.open")).click()
    page.get_by_label(words("users:invite.lines")).fill("\n".join(lines))
    check_page(page, words)
    portal.button(page, words("users:invite.submit", count=len(lines))).click()


def _invite_a_list(page: Page, words: Words, owner: Person) -> None:
    """One goes out, two don't, and are told."""
    _invite(page, words, f"Änne Östermann <{GUEST.email}>", "kaputt", owner.email)
    left = page.get_by_role("region", name=words("users:invite.left"))
    expect(left.get_by_role("row")).to_have_count(3)
    expect(left).to_contain_text(words("server:invite.yourself"))
    expect(left).to_contain_text(words("server:invite.email_invalid"))
    check_page(page, words)
    portal.button(page, words("users:invite.close")).click()
    expect(page.get_by_text(GUEST.email)).to_be_visible()


def _accept(page: Page, words: Words) -> None:
    """From the mail to the sign-in page."""
    mail = mailpage.wait_for_mail(page, GUEST.email, words.subject("invitation"))
    page.goto(mail["links"][0])
    portal.expect_heading(page, words("users:accept.title", company="Eichenfeld Maschinenbau GmbH"))
    check_page(page, words)
    page.get_by_label(words("accounts:register.firstName")).fill(GUEST.first_name)
    page.get_by_label(words("accounts:register.lastName")).fill(GUEST.last_name)
    page.get_by_label(words("accounts:register.country")).select_option("DE")
    page.get_by_label(words("accounts:register.terms")).check()
    page.get_by_label(words("accounts:register.privacy")).check()
    portal.choose_password(page, words, words("users:accept.submit"), PASSWORD)
    portal.expect_heading(page, words("accounts:signIn.title"))
    page.goto(mail["links"][0])
    portal.expect_heading(page, words("users:accept.dead.link_used.title"))


def _set_right(page: Page, words: Words, right: str, held: bool) -> None:
    row = _row(page, GUEST)
    portal.button(row, words("users:list.editUser", name=GUEST.name)).click()
    row.get_by_label(words(f"users:rights.{right}.name")).set_checked(held)
    portal.button(row, words("users:edit.saveRights")).click()
    expect(portal.button(row, words("users:edit.saveRights"))).to_be_disabled()
    check_page(page, words)
    portal.button(row, words("users:list.closeUser", name=GUEST.name)).click()


def _delete(page: Page, words: Words) -> None:
    row = _row(page, GUEST)
    portal.button(row, words("users:list.editUser", name=GUEST.name)).click()
    portal.button(row, words("users:delete.open")).click()
    dialog = page.get_by_role("dialog", name=words("users:delete.title", name=GUEST.name))
    check_page(page, words)
    portal.button(dialog, words("users:delete.submit")).click()
    expect(dialog).to_contain_text(words("users:delete.mustTick"))
    dialog.get_by_label(words("users:delete.tick")).check()
    portal.button(dialog, words("users:delete.submit")).click()
    expect(row).to_have_count(0)


def test_from_a_pasted_list_to_a_member_whose_rights_come_and_go(
    open_window: Windows, crowd: Crowd
) -> None:
    """COM-2, COM-3, COM-4, COM-6: in the browser, from both sides."""
    words = Words("de")
    owner = crowd.of_demo("Katrin")
    page, guests = open_window("de"), open_window("de")
    portal.enter(page, owner)
    _open_users(page, words)
    _invite_a_list(page, words, owner)
    _accept(guests, words)
    mailpage.wait_for_mail(page, owner.email, words.subject("member_joined"))
    page.reload()
    expect(_row(page, GUEST)).to_be_visible()
    page.get_by_role("searchbox").fill("oster")
    expect(page).to_have_url(re.compile("find=oster"))
    expect(page.get_by_role("listitem")).to_have_count(1)
    _set_right(page, words, "manage_users", held=True)

    portal.enter(guests, GUEST)
    _open_users(guests, words)
    row = _row(guests, owner)
    portal.button(row, words("users:list.editUser", name=owner.name)).click()
    _set_right(page, words, "manage_users", held=False)
    guests_name = row.get_by_label(words("accounts:register.firstName"))
    guests_name.fill("Katharina")
    portal.button(row, words("users:edit.save")).click()
    expect(guests.get_by_role("alert")).to_contain_text(words("users:taken.all"))
    expect(guests.get_by_role("link", name=words("accounts:nav.users"))).to_have_count(0)
    check_page(guests, words)
    page.reload()
    expect(page.get_by_text("Katharina")).to_have_count(0)

    _delete(page, words)
    guests.goto("/requests")
    portal.expect_heading(guests, words("accounts:signIn.title"))
