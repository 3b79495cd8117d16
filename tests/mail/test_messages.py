"""What goes out over the wire: headers above all (NOT-2, NOT-3)."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import default
from typing import Any

import pytest

from chalicelib.mail.delivery import compose
from chalicelib.mail.letters import Written
from chalicelib.mail.messages import message_of
from tests.mail.letters import NOW, PARAMS, make_letter

FIELDS = {
    "auto-submitted", "content-language", "content-type", "date", "from", "message-id",
    "mime-version", "subject", "to", "x-auto-response-suppress", "x-kontor-letter",
}  # fmt: skip
EVIL = (
    "a\r\nBcc: eve@example.com",
    "a\n\nbody",
    "=?utf-8?q?a=0D=0ABcc:=20eve@example.com?=",
    "=?utf-8?b?YQ0KQmNjOiBldmVAZXhhbXBsZS5jb20=?= ä",
    "ä" * 300 + "\r\nBcc: eve@example.com",
    "a" * 3000,
    "\u2028Bcc: eve@example.com\x00\x85\x0b",
)


def _heads(raw: bytes) -> list[bytes]:
    return raw.partition(b"\r\n\r\n")[0].split(b"\r\n")


def _fields(raw: bytes) -> list[str]:
    starts = [line for line in _heads(raw) if not line.startswith((b" ", b"\t"))]
    return sorted(line.partition(b":")[0].decode().lower() for line in starts)


def _said(message: Message, field: str) -> str:
    return str(make_header(decode_header(message[field])))


def _message(**more: Any) -> bytes:
    return compose(make_letter(**more), NOW)


@pytest.mark.parametrize("evil", EVIL)
def test_no_subject_and_no_name_brings_a_header_of_its_own(evil: str) -> None:
    """NOT-3: asserted on the bytes, since CPython before 3.12.13 can be talked into it."""
    written = Written(evil, "text", "<p>html</p>")
    raw = message_of(make_letter(), evil, written, NOW)
    assert _fields(raw) == sorted(FIELDS)
    assert b"\nBcc:" not in raw
    assert max(len(line) for line in _heads(raw)) <= 998
    raw.partition(b"\r\n\r\n")[0].decode("ascii")


def test_a_text_that_looks_encoded_arrives_as_it_was_written() -> None:
    evil = "=?utf-8?q?Hello?="
    raw = message_of(make_letter(), "Ann", Written(evil, "", ""), NOW)
    assert _said(message_from_bytes(raw), "subject") == evil


def test_subject_and_name_arrive_in_any_language() -> None:
    subject = "Größenänderung: 日本語 🚀 " + "sehr lang " * 20
    raw = message_of(make_letter(), "Jürgen, „der“ Groß", Written(subject, "", ""), NOW)
    message = message_from_bytes(raw)
    assert _said(message, "subject") == subject.strip()
    assert _said(message, "to") == "Jürgen, „der“ Groß <juergen@example.com>"
    assert _said(message, "from") == "Müller & Söhne <Software> <portal@mueller.example>"


def test_an_international_domain_goes_out_in_ascii() -> None:
    assert (
        "<eva@xn--mller-kva.example>" in message_from_bytes(_message(to="eva@müller.example"))["to"]
    )


def test_a_repeat_bears_the_same_message_id() -> None:
    """NOT-2"""
    first, second = _message(), _message()
    ids = {message_from_bytes(raw)["message-id"] for raw in (first, second)}
    assert ids == {"<01KAYYYYYYYYYYYYYYYYYYYYYY@mueller.example>"}
    assert message_from_bytes(first)["x-kontor-letter"] == "01KAYYYYYYYYYYYYYYYYYYYYYY"


def test_letters_of_a_thread_stay_together() -> None:
    """NOT-3"""
    one = message_from_bytes(_message(thread="01KB"))
    two = message_from_bytes(_message(thread="01KB", pk="01KC"))
    assert one["message-id"] != two["message-id"]
    for field in ("in-reply-to", "references"):
        assert one[field] == two[field] == "<01KB@mueller.example>"


@pytest.mark.parametrize("template", PARAMS)
def test_a_letter_is_text_and_html_and_says_it_is_automatic(template: str) -> None:
    """NOT-3"""
    message = message_from_bytes(_message(template=template), policy=default)
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().startswith("Guten Tag Jürgen Groß,")
    assert '<html lang="de"' in html.get_content()
    assert message["auto-submitted"] == "auto-generated"
    assert message["content-language"] == "de"
