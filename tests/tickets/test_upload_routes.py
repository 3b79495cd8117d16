"""REQ-4 over HTTP: the routes have the shape that Uppy's companion has, on both sides."""

from typing import Any
from urllib.parse import quote

import pytest
import urllib3

from chalicelib.base import clock
from tests.client import Answer, Client
from tests.tickets.browsers import agent, colleague, customer, form, stranger
from tests.tickets.builders import make_desk
from tests.tickets.files import checksum

pytestmark = pytest.mark.usefixtures("cloud")
CONTENT = b"scan stopped"


def announced(**changed: Any) -> dict[str, Any]:
    facts = {"size": len(CONTENT), "fingerprint": "f", "checksum": "sha256", "ticket_id": None}
    return {"filename": "scan.log", "type": "text/plain", "metadata": facts | changed}


class Sender:
    """A client of the upload routes of one side."""

    def __init__(self, browser: Client, base: str = "/api/uploads") -> None:
        self.browser, self.base = browser, base
        self.multipart = f"{base}/s3/multipart"

    def start(self, **changed: Any) -> Answer:
        return self.browser.post(self.multipart, announced(**changed))

    def part(self, started: dict[str, Any], number: int = 1) -> Answer:
        path = f"{self.multipart}/{started['uploadId']}/{number}"
        query = {"key": started["key"], "sha256": checksum(CONTENT), "size": str(len(CONTENT))}
        return self.browser.get(path, **query)

    def complete(self, started: dict[str, Any], parts: list[dict[str, Any]]) -> Answer:
        path = f"{self.multipart}/{started['uploadId']}/complete?key={quote(started['key'])}"
        return self.browser.post(path, {"parts": parts})

    def listed(self, started: dict[str, Any]) -> Answer:
        return self.browser.get(f"{self.multipart}/{started['uploadId']}", key=started["key"])

    def give_up(self, started: dict[str, Any]) -> Answer:
        path = f"{self.multipart}/{started['uploadId']}?key={quote(started['key'])}"
        return self.browser.delete(path)


def send(sender: Sender) -> dict[str, Any]:
    """A whole file; answers its receipt."""
    started = sender.start().json
    signed = sender.part(started).json
    assert signed["headers"] == {"x-amz-checksum-sha256": checksum(CONTENT)}
    put = urllib3.request("PUT", signed["url"], body=CONTENT, headers=signed["headers"])
    (stored,) = sender.listed(started).json
    assert (stored["PartNumber"], stored["Size"]) == (1, len(CONTENT))
    part = {"PartNumber": 1, "ETag": put.headers["ETag"], "ChecksumSHA256": checksum(CONTENT)}
    receipt: dict[str, Any] = sender.complete(started, [part]).json
    assert sender.complete(started, [part]).json == receipt
    return receipt


def test_a_file_goes_up_and_into_a_request() -> None:
    """REQ-4."""
    browser = customer(make_desk(clock.now()))
    receipt = send(Sender(browser))
    assert set(receipt) == {"location", "key", "size", "sha256"}
    (row,) = browser.get("/api/uploads").json["items"]
    assert (row["key"], row["state"], row["fingerprint"]) == (receipt["key"], "complete", "f")
    assert browser.post("/api/tickets", form(files=[receipt["key"]])).status == 201
    assert browser.get("/api/uploads").json["items"] == []


def test_staff_send_files_by_their_own_routes() -> None:
    """STF-3: with no statement to accept, and apart from customers' files."""
    desk = make_desk(clock.now())
    browser, staff = customer(desk), agent()
    opened = browser.post("/api/tickets", form()).json
    receipt = send(Sender(staff, "/api/staff/uploads"))
    said = {"kind": "solution", "text": "Install this.", "files": [receipt["key"]]}
    path = f"/api/staff/tickets/{opened['id']}/messages"
    assert staff.post(path, said).status == 201
    assert browser.get("/api/uploads").json["items"] == []


REFUSED: dict[str, tuple[dict[str, Any], int, str]] = {
    "0 bytes": ({"size": 0}, 422, "file_empty"),
    "over 4 GB": ({"size": 4 * 1024**3 + 1}, 422, "file_too_large"),
    "no size": ({"size": None}, 422, "invalid"),
    "a size in words": ({"size": "12"}, 422, "invalid"),
    "an unknown checksum": ({"checksum": "md5"}, 422, "invalid"),
    "an unknown field": ({"company_id": "x"}, 422, "invalid"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_good_is_refused_at_the_start(what: str) -> None:
    """Bad input: each its own clear message."""
    changed, status, code = REFUSED[what]
    sender = Sender(customer(make_desk(clock.now())))
    answer = sender.start(**changed)
    assert (answer.status, answer.code) == (status, code)
    assert sender.browser.get("/api/uploads").json["items"] == []


def test_another_persons_upload_and_none_give_the_same_bytes() -> None:
    """Invariant 1: key and upload id, in the path and in the query."""
    desk = make_desk(clock.now())
    started = Sender(customer(desk)).start().json
    none = {"uploadId": started["uploadId"][::-1], "key": "no-such-key"}
    for other in (stranger(), colleague(desk)):
        sender = Sender(other)
        for ask in (sender.part, sender.listed, sender.give_up):
            theirs, absent = ask(started), ask(none)
            assert (theirs.status, theirs.text) == (404, absent.text)
        assert sender.complete(started, []).text == sender.complete(none, []).text
    assert Sender(customer(desk)).listed(started).status == 200


def test_a_file_can_be_given_up() -> None:
    """REQ-4."""
    sender = Sender(customer(make_desk(clock.now())))
    started = sender.start().json
    assert sender.give_up(started).status == 200
    assert sender.listed(started).status == 404
    assert sender.browser.get("/api/uploads").json["items"] == []
