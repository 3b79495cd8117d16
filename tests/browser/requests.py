"""What a customer does with requests in the portal."""

import base64
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.portal import button, expect_heading
from tests.browser.words import Words

CHOICES = ("group_id", "product_id", "version_id", "type_id", "subtype_id", "os_id")


def start_request(page: Page, words: Words) -> None:
    """From the list of requests to the empty form."""
    page.goto("/requests")
    page.get_by_role("link", name=words("tickets:list.create")).first.click()
    expect_heading(page, words("tickets:form.title"))


def fill_request(page: Page, words: Words, subject: str, text: str) -> None:
    """The first choice of everything that is not chosen yet, then the words."""
    for field in CHOICES:
        choice = page.get_by_label(words(f"tickets:form.{field}"), exact=True)
        if not choice.input_value():
            choice.select_option(index=1)
    page.get_by_label(words("tickets:form.subject"), exact=True).fill(subject)
    page.get_by_label(words("tickets:form.description"), exact=True).fill(text)


def send_request(page: Page, words: Words, subject: str) -> str:
    """Returns the incident number that the page tells."""
    button(page, words("tickets:form.submit")).click()
    expect_heading_of_request(page, subject)
    told = page.get_by_role("status").filter(has_text=words("tickets:request.registered.detail"))
    expect(told).to_be_visible()
    return number_of(page)


def expect_heading_of_request(page: Page, subject: str) -> None:
    expect(page.get_by_role("heading", level=1, name=subject, exact=True)).to_be_visible()


def number_of(page: Page) -> str:
    """The incident number of the request that is open, as the tab's title has it."""
    title = page.title()
    assert title.endswith(" · Halbton Systems"), title
    return title.split(" ", 1)[0]


def expect_status(page: Page, words: Words, status: str) -> None:
    """Of the request that is open."""
    heading = page.get_by_role("banner").or_(page.get_by_role("main").locator("header").first)
    expect(heading.get_by_text(words(f"tickets:status.{status}"), exact=True)).to_be_visible()


def choose_files(page: Page, words: Words, files: Sequence[Path]) -> None:
    """Picks files for the message that is being written."""
    field = page.get_by_label(words("tickets:upload.choose"), exact=True)
    field.set_input_files(list(files))


def accept_statement(page: Page, words: Words) -> None:
    """Asked before a person's first upload ever."""
    dialog = page.get_by_role("dialog", name=words("tickets:upload.statement.title"))
    button(dialog, words("tickets:upload.statement.accept")).click()
    expect(dialog).to_be_hidden()


def accept_statement_beforehand(page: Page) -> None:
    """As if it had been accepted at an earlier upload; the person is signed in."""
    offered = page.request.get("/api/config").json()["data_statement"]
    accepted = page.request.post("/api/me/data-statement", data={"version": offered["version"]})
    assert accepted.ok, accepted.text()


def upload_row(page: Page, words: Words, file: Path) -> Locator:
    """The line of a file in the message that is being written."""
    field = page.get_by_role("region", name=words("tickets:upload.label"))
    return field.get_by_role("listitem").filter(has_text=file.name)


def expect_uploaded(page: Page, words: Words, file: Path, patience_ms: int = 120_000) -> str:
    """Waits for the file to be whole; returns the checksum on its receipt."""
    row = upload_row(page, words, file)
    ended = re.compile(r"^(done|failed)$")
    expect(row).to_have_attribute("data-phase", ended, timeout=patience_ms)
    expect(row).to_contain_text(words("tickets:upload.phase.done"))
    row.get_by_text(words("tickets:files.receipt")).click()
    return row.locator("details .k-code").inner_text()


def send_file_by_api(page: Page, name: str, content: bytes) -> str:
    """Brings a file of one part to the product, without the form; returns its key."""
    accept_statement_beforehand(page)
    uploads = "/api/uploads/s3/multipart"
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
    facts = {"size": len(content), "fingerprint": name, "checksum": "sha256", "ticket_id": None}
    started = page.request.post(uploads, data={"filename": name, "metadata": facts}).json()
    key, upload = started["key"], f"{uploads}/{started['uploadId']}"
    part = {"key": key, "sha256": digest, "size": len(content)}
    signed = page.request.get(f"{upload}/1", params=part).json()
    put = page.request.put(signed["url"], data=content, headers=signed["headers"])
    done = {"PartNumber": 1, "ETag": put.headers["etag"], "ChecksumSHA256": digest}
    answer = page.request.post(f"{upload}/complete", params={"key": key}, data={"parts": [done]})
    assert answer.ok, answer.text()
    return str(key)


def open_by_api(page: Page, subject: str, *files: str) -> tuple[str, str]:
    """Opens a request without the form, for tests of what comes after; returns id and number."""
    form = page.request.get("/api/ticket-form").json()
    product = form["groups"][0]["products"][0]
    sent = {
        "category": "technical",
        "product_id": product["id"],
        "version_id": product["versions"][0]["id"],
        "os_id": form["operating_systems"][0]["id"],
        "type_id": form["types"][0]["id"],
        "subtype_id": form["types"][0]["subtypes"][0]["id"],
        "severity": "normal",
        "subject": subject,
        "description": "It stands still.",
        "files": list(files),
        "related_ticket_id": None,
    }
    answer = page.request.post("/api/tickets", data=sent)
    assert answer.ok, answer.text()
    opened = answer.json()
    return opened["id"], opened["number"]


def reply(page: Page, words: Words, text: str) -> None:
    """On the request that is open."""
    page.get_by_role("textbox", name=words("tickets:reply.text")).fill(text)
    button(page, words("tickets:reply.submit")).click()
    expect(page.get_by_text(words("tickets:reply.sent"))).to_be_visible()
    expect(conversation(page, words).get_by_text(text)).to_be_visible()


def conversation(page: Page, words: Words) -> Locator:
    return page.get_by_role("list", name=words("tickets:conversation.label"))
