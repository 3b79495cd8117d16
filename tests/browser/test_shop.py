"""Without an account, and with the vendor's hands on the catalogue and on orders."""

import re
from email import message_from_bytes

from playwright.sync_api import FilePayload, expect

from chalicelib.licenses.rules.orders import COLUMNS
from tests.browser import console, mailpage, portal, requests
from tests.browser.conftest import Windows
from tests.browser.people import Crowd
from tests.browser.portal import button, expect_heading
from tests.browser.running import RunningStack
from tests.browser.words import Words
from tests.mail.mime import unzip


def test_a_code_brings_its_key_files_by_mail(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """LIC-9: no account; the ZIP holds a key file and the list of what it activates."""
    words = Words("de")
    person = crowd.newcomer(words.language)
    page = open_window(words.language)
    page.goto("/key-files")
    expect_heading(page, words("shop:keyFiles.title"))
    page.get_by_label(words("licenses:proof.code")).fill(person.code.lower())
    page.get_by_label(words("shop:keyFiles.email")).fill(person.email)
    button(page, words("shop:keyFiles.submit")).click()
    expect_heading(page, words("shop:keyFiles.sentTitle"))
    mail = mailpage.wait_for_mail(page, person.email, re.compile(".*Guard"))
    raw = stack.place.mails / f"{mail['id']}.eml"
    message = message_from_bytes(raw.read_bytes())
    (attached,) = (p for p in message.walk() if p.get_content_disposition() == "attachment")
    content = attached.get_payload(decode=True)
    assert isinstance(content, bytes)
    packed = unzip(content)
    assert sorted(name.rpartition(".")[2] for name in packed) == ["key", "txt"]
    assert "Guard" in packed["Compatibility_List.txt"].decode("utf-8-sig")


def test_a_version_that_staff_add_is_in_the_catalogue(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """STF-10: a new product with its first version, seen by everybody who looks next."""
    words = Words("en")
    page = open_window(words.language)
    console.open_console(page, words, crowd.of_demo("Grace"), stack)
    console.open_place(page, words, "console:nav.catalogue")
    expect_heading(page, words("catalogue:title"))
    button(page, words("catalogue:product.add")).first.click()
    dialog = page.get_by_role("dialog")
    name = f"Halbton Probe {words.language}"
    dialog.get_by_role("textbox").first.fill(name)
    button(dialog, words("catalogue:version.add")).click()
    dialog.get_by_label(words("catalogue:version.name")).fill("1.0")
    button(dialog, words("catalogue:save")).click()
    expect(dialog).not_to_be_visible()
    row = page.get_by_role("listitem").filter(has_text=name)
    expect(row).to_contain_text("1.0")


def test_a_catalogue_edit_is_seen_in_the_request_form(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """STF-10, REQ-2: a version that staff add can be chosen a minute later."""
    words = Words("en")
    page = open_window("en")
    console.sign_in(page, words, crowd.of_demo("Grace"), stack)
    customer = open_window("en")
    portal.enter(customer, crowd.of_demo("Emma"))
    form = customer.request.get("/api/ticket-form").json()
    product = form["groups"][0]["products"][0]
    page.goto("/console/catalogue")
    button(page, words("catalogue:editNamed", name=product["name"])).click()
    dialog = page.get_by_role("dialog")
    button(dialog, words("catalogue:version.add")).click()
    dialog.get_by_label(words("catalogue:version.name")).first.fill("2099.1")
    button(dialog, words("catalogue:save")).click()
    expect(dialog).not_to_be_visible()
    stack.let_pass("2m")
    requests.start_request(customer, words)
    for field, value in (("group_id", form["groups"][0]["id"]), ("product_id", product["id"])):
        customer.get_by_label(words(f"tickets:form.{field}"), exact=True).select_option(value)
    versions = customer.get_by_label(words("tickets:form.version_id"), exact=True)
    expect(versions.locator("option").filter(has_text="2099.1")).to_have_count(1)


def test_an_export_goes_in_but_for_its_bad_lines(
    open_window: Windows, crowd: Crowd, stack: RunningStack
) -> None:
    """LIC-18: good lines become licenses, the report names line, column and reason."""
    words = Words("de")
    bought = dict(crowd.newcomer(words.language).license)
    rows = [
        bought | {"activation_code": f"{words.language.upper()}IMP-AAAAA-BBBBB-CCCCC"},
        bought | {"activation_code": "short", "nodes": "many"},
        bought,
    ]
    lines = [";".join(COLUMNS), *(";".join(row[column] for column in COLUMNS) for row in rows)]
    page = open_window(words.language)
    console.open_console(page, words, crowd.of_demo("Lena"), stack)
    console.open_place(page, words, "console:nav.systems")
    page.get_by_label(words("systems:import.file")).set_input_files(
        FilePayload(name="orders.csv", mimeType="text/csv", buffer="\r\n".join(lines).encode())
    )
    shown = page.get_by_role("list", name=words("systems:import.list")).get_by_role("listitem")
    expect(shown.first).to_contain_text(words("systems:import.state.partly"))
    with page.expect_download() as saved:
        button(shown.first, words("systems:import.report")).click()
    report = saved.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[:3] for line in report[1:]] == [
        ["3", "activation_code", "code_malformed"],
        ["3", "nodes", "not_a_number"],
    ]
