"""What the license desk changes of a company on its application: name, branches, owner, history."""

from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import console, joining, mailpage, requests
from tests.browser.conftest import Windows
from tests.browser.people import Crowd, Person
from tests.browser.portal import button, expect_heading
from tests.browser.running import RunningStack
from tests.browser.traffic import slow_down
from tests.browser.watching import check_page
from tests.browser.words import Words

APPLICATION = "application.pdf"


@pytest.fixture
def desk(open_window: Windows, crowd: Crowd, stack: RunningStack) -> Page:
    page = open_window("en")
    console.enter(page, crowd.of_demo("Lena"), stack)
    return page


@pytest.fixture
def owner(crowd: Crowd) -> Person:
    return crowd.newcomer("en")


def _open(desk: Page, customer: Page, name: str) -> None:
    """Finds the company as it is typed, and opens it."""
    company = customer.request.get("/api/me").json()["company"]["id"]
    desk.goto("/console/companies")
    desk.get_by_role("searchbox").fill(name[:8].upper())
    link = desk.locator(f'a[href$="/companies/{company}"]')
    expect(link).to_be_visible()
    link.click()
    expect_heading(desk, name)


def _apply(customer: Page, subject: str) -> str:
    """The company's application, as a file of a request; returns the number of that."""
    key = requests.send_file_by_api(customer, APPLICATION, f"%PDF-1.7 {subject}".encode())
    return requests.open_by_api(customer, subject, key)[1]


def _show_application(dialog: Locator, words: Words, number: str) -> None:
    """By Enter, which sends nothing."""
    field = dialog.get_by_label(words("customers:evidence.number"))
    field.fill(number)
    field.press("Enter")
    file = dialog.get_by_label(words("customers:evidence.file"), exact=True)
    expect(file.locator("option", has_text=APPLICATION)).to_have_count(1)
    expect(file).not_to_have_value("")


def _members(page: Page) -> Any:
    return page.request.get("/api/company/users").json()["items"]


def test_a_company_gets_another_name_branches_and_owner(
    open_window: Windows, desk: Page, owner: Person
) -> None:
    """STF-8, COM-1, COM-8: only with an application; the old owner's open page takes it well."""
    words = Words("en")
    customer, colleague = open_window("en"), open_window("en")
    heir = replace(owner, first_name="Ida", last_name="Erbe", email=f"ida.{owner.email}")
    joining.become_customer(customer, owner, "en")
    joining.join(customer, colleague, heir, "en")
    number = _apply(customer, "Please change our company")
    customer.goto("/company")
    expect(customer.get_by_role("heading", level=1, name=owner.company)).to_be_visible()
    _open(desk, customer, owner.company)
    check_page(desk, words)

    button(desk, words("customers:change.open")).click()
    _change(desk, words, number, heir)
    expect_heading(desk, "Erbe & Töchter")
    expect(button(desk, words("customers:change.open"))).to_be_focused()
    facts = desk.get_by_role("main")
    expect(facts.get_by_text("Kiel, Ulm")).to_be_visible()
    expect(facts.get_by_role("link", name=heir.email).first).to_be_visible()
    check_page(desk, words)
    assert [m["owner"] for m in _members(colleague) if m["email"] == heir.email] == [True]

    customer.reload()
    expect(customer.get_by_role("heading", level=1, name="Erbe & Töchter")).to_be_visible()
    expect(customer.get_by_text(words("journeys:company.title"))).to_have_count(0)
    mailpage.wait_for_mail(desk, heir.email, words.subject("owner_changed"))


def _change(desk: Page, words: Words, number: str, heir: Person) -> None:
    """In the open dialog; with every mistake first, and a double click on a slow line."""
    dialog = desk.get_by_role("dialog")
    check_page(desk, words)
    button(dialog, words("customers:change.submit")).click()
    expect(dialog.get_by_text(words("common:field.required"))).to_be_visible()
    dialog.get_by_label(words("customers:evidence.number")).fill("000000-AAAAAA")
    button(dialog, words("customers:evidence.find")).click()
    expect(dialog.locator('[aria-invalid="true"]')).to_have_count(1)
    _show_application(dialog, words, number)
    dialog.get_by_label(words("customers:change.name"), exact=True).fill("")
    button(dialog, words("customers:change.submit")).click()
    name = dialog.get_by_label(words("customers:change.name"), exact=True)
    expect(name).to_have_attribute("aria-invalid", "true")
    name.fill("Erbe & Töchter")
    dialog.get_by_label(words("customers:change.branches")).fill("Kiel\n\nUlm")
    dialog.get_by_label(words("customers:change.owner"), exact=True).select_option(
        label=f"{heir.name} · {heir.email}"
    )
    with slow_down(desk):
        button(dialog, words("customers:change.submit")).dblclick()
        expect(dialog).to_have_count(0)


def test_a_second_tab_is_told_and_keeps_what_was_typed(
    open_window: Windows, desk: Page, owner: Person
) -> None:
    """STF-8, COM-8: it shows what is there now, and a refused branch by its name."""
    words = Words("en")
    customer = open_window("en")
    joining.become_customer(customer, owner, "en")
    number = _apply(customer, "Please add our branches")
    _open(desk, customer, owner.company)
    other = desk.context.new_page()
    other.goto(desk.url)
    for tab in (desk, other):
        button(tab, words("customers:change.open")).click()
        _show_application(tab.get_by_role("dialog"), words, number)
    _save_branches(desk, words, "Kiel")
    expect(desk.get_by_role("dialog")).to_have_count(0)

    _save_branches(other, words, "Ulm")
    dialog = other.get_by_role("dialog")
    expect(dialog.get_by_text(words("customers:change.overtaken.title"))).to_be_visible()
    branches = dialog.get_by_label(words("customers:change.branches"))
    expect(branches).to_have_value("Ulm")
    expect(branches).to_have_accessible_description(words("customers:change.now", text="Kiel"))
    check_page(other, words)
    _save_branches(other, words, "Kiel\nUlm\nULM")
    expect(branches).to_be_focused()
    refused = words("customers:change.refusedBranch", branch="ULM", detail="").strip()
    expect(dialog.get_by_text(refused)).to_be_visible()
    _save_branches(other, words, "Kiel\nUlm")
    expect(dialog).to_have_count(0)
    expect(other.get_by_role("main").get_by_text("Kiel, Ulm")).to_be_visible()


def _save_branches(tab: Page, words: Words, branches: str) -> None:
    dialog = tab.get_by_role("dialog")
    dialog.get_by_label(words("customers:change.branches")).fill(branches)
    button(dialog, words("customers:change.submit")).click()


def test_what_is_typed_stays_when_the_mouse_slips(desk: Page, owner: Person) -> None:
    """A press that began in the dialog and ends beside it closes nothing; Escape does."""
    words = Words("en")
    page = desk
    joining.become_customer(page, owner, "en")
    _open(page, page, owner.company)
    opener = button(page, words("customers:change.open"))
    opener.click()
    name = page.get_by_role("dialog").get_by_label(words("customers:change.name"), exact=True)
    name.fill("Half a name")
    box = name.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(5, 5)
    page.mouse.up()
    expect(name).to_have_value("Half a name")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()
    page.mouse.click(5, 200)
    opener.click()
    page.mouse.click(5, 5)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_the_history_of_who_registered_again_is_restored(
    open_window: Windows, desk: Page, owner: Person
) -> None:
    """STF-9, ACC-11: the requests are theirs again; a second time there is nothing to move."""
    words = Words("en")
    customer, person = open_window("en"), open_window("en")
    joining.become_customer(customer, owner, "en")
    again = replace(owner, first_name="Alma", last_name="Wieder", email=f"alma.{owner.email}")
    joining.join(customer, person, again, "en")
    requests.open_by_api(person, "Before she left")
    joining.leave(person, again, "en")
    joining.join(customer, person, again, "en", number=2)
    assert person.request.get("/api/tickets?author=me").json()["items"] == []
    number = _apply(customer, "Please give Alma her requests back")

    _open(desk, customer, owner.company)
    row = desk.get_by_role("listitem").filter(has_text=again.email)
    button(row, words("customers:history.open")).click()
    dialog = desk.get_by_role("dialog")
    button(dialog, words("customers:history.find")).click()
    dialog.get_by_role("radio").check()
    check_page(desk, words)
    _show_application(dialog, words, number)
    with slow_down(desk):
        button(dialog, words("customers:history.submit")).dblclick()
        expect(dialog.get_by_text(words("customers:history.done"))).to_be_visible()
    check_page(desk, words)
    person.goto("/requests?author=me")
    expect(person.get_by_role("link", name="Before she left")).to_be_visible()
