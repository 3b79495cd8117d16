"""A letter as the bytes that go out: an RFC 5322 message of two parts.

Headers are encoded by the older `Header` class, which takes every text as it is. The newer
policies decode what looks like an encoded word, and up to 3.12.12 wrote what came out, line breaks
included. The finished bytes are checked all the same.
"""

from collections.abc import Sequence
from datetime import datetime
from email.charset import QP, Charset
from email.header import Header
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr

from chalicelib.aws.vendor import vendor
from chalicelib.mail.enclosing import Attachment
from chalicelib.mail.letters import Written
from chalicelib.mail.model import Letter

_POLICY = compat32.clone(linesep="\r\n")
_UTF8 = Charset("utf-8")
_UTF8.body_encoding = QP
PLAIN_CHARS = 60


class UnsafeMessage(Exception):
    """The message came out with other headers than were put in; it must not be sent."""


def message_of(
    letter: Letter, name: str, written: Written, now: datetime, files: Sequence[Attachment] = ()
) -> bytes:
    """The whole message. Its Message-ID is made of the letter's id: the same at each repeat."""
    message = _body(written, files)
    headers = {
        "From": _address(vendor().name, vendor().mail_from),
        "To": _address(name, letter.to),
        "Subject": _encoded(written.subject, "Subject"),
        "Date": format_datetime(now),
        "Message-ID": message_id(letter.pk),
        **_conversation(letter),
        "Content-Language": letter.language,
        # SES puts a Message-ID of its own in place of ours; this one stays.
        "X-Kontor-Letter": letter.pk,
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    for field, value in headers.items():
        message[field] = value
    whole = message.as_bytes(policy=_POLICY)
    _demand_headers(whole, {"Content-Type", "MIME-Version", *headers})
    return whole


def _body(written: Written, files: Sequence[Attachment]) -> MIMEMultipart:
    words = MIMEMultipart("alternative", policy=_POLICY)
    words.attach(_part(written.text, "plain"))
    words.attach(_part(written.html, "html"))
    if not files:
        return words
    whole = MIMEMultipart("mixed", policy=_POLICY)
    whole.attach(words)
    for file in files:
        part = MIMEApplication(file.content, file.subtype)
        part.add_header("Content-Disposition", "attachment", filename=file.name)
        whole.attach(part)
    return whole


def _part(text: str, subtype: str) -> MIMEText:
    part = MIMEText("", subtype)
    del part["Content-Transfer-Encoding"]
    part.set_payload(text, _UTF8)
    return part


def message_id(letter_id: str) -> str:
    """The Message-ID of a letter, or of the thread that it belongs to."""
    return f"<{letter_id}@{vendor().mail_from.rpartition('@')[2]}>"


def _conversation(letter: Letter) -> dict[str, str]:
    """All letters of a thread answer one invented message, so mail programs show them together."""
    if not letter.thread:
        return {}
    root = message_id(letter.thread)
    return {"In-Reply-To": root, "References": root}


def _address(name: str, address: str) -> str:
    """`Name <address>`; an international domain in its ASCII form."""
    local, _, domain = address.rpartition("@")
    bare = f"{local}@{domain.encode('idna').decode()}"
    name = _one_line(name)
    return formataddr((name, bare)) if _is_plain(name) else f"{_encoded(name, 'To')} <{bare}>"


def _encoded(text: str, field: str) -> str:
    text = _one_line(text)
    return text if _is_plain(text) else Header(text, "utf-8", header_name=field).encode()


def _is_plain(text: str) -> bool:
    """Whether a header line can hold the text as it is: it must not look encoded either."""
    return text.isascii() and "=?" not in text and len(text) <= PLAIN_CHARS


def _one_line(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _demand_headers(whole: bytes, expected: set[str]) -> None:
    head, _, _ = whole.partition(b"\r\n\r\n")
    lines = head.decode("ascii").split("\r\n")
    found = [line.partition(":")[0] for line in lines if not line.startswith((" ", "\t"))]
    if sorted(found) != sorted(expected) or "\n" in "".join(lines) or "\r" in "".join(lines):
        raise UnsafeMessage(len(found))
