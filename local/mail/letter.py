"""Reads a delivered mail: its headers for a list, and the whole for a page."""

import base64
import re
from dataclasses import dataclass
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Self

_PARSER = BytesParser(policy=policy.default)
_LINK = re.compile(r"https?://[^\s<>\"']+")


@dataclass(frozen=True)
class Summary:
    """What a list shows of a mail. `recipients` are those of the envelope."""

    id: str
    recipients: tuple[str, ...]
    sender: str
    subject: str
    date: str

    @classmethod
    def read(cls, name: str, head: bytes) -> Self:
        return cls.of(name, _parse(head, headers_only=True))

    @classmethod
    def of(cls, name: str, message: EmailMessage) -> Self:
        return cls(
            id=name,
            recipients=tuple(str(value) for value in message.get_all("Delivered-To", [])),
            sender=str(message["From"] or ""),
            subject=str(message["Subject"] or ""),
            date=str(message["Date"] or ""),
        )


@dataclass(frozen=True)
class Attachment:
    """A part that isn't shown as the letter's text."""

    name: str
    kind: str
    content_id: str
    data: bytes


@dataclass(frozen=True)
class Letter:
    """A whole mail."""

    summary: Summary
    headers: tuple[tuple[str, str], ...]
    text: str
    html: str
    attachments: tuple[Attachment, ...]

    @classmethod
    def read(cls, name: str, data: bytes) -> Self:
        message = _parse(data)
        text, html = (_content(message, kind) for kind in ("plain", "html"))
        attachments = tuple(_attachments(message))
        return cls(
            summary=Summary.of(name, message),
            headers=tuple((key, str(value)) for key, value in message.items()),
            text=text,
            html=_with_images(html, attachments),
            attachments=attachments,
        )

    @property
    def links(self) -> list[str]:
        """The addresses in the plain text, in order, each once."""
        return list(dict.fromkeys(_LINK.findall(self.text)))


def _parse(data: bytes, *, headers_only: bool = False) -> EmailMessage:
    return _PARSER.parsebytes(data, headersonly=headers_only)


def _content(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    return str(part.get_content()) if part else ""


def _attachments(message: EmailMessage) -> list[Attachment]:
    bodies = {id(message.get_body(preferencelist=(kind,))) for kind in ("plain", "html")}
    found = []
    for part in message.walk():
        if part.is_multipart() or id(part) in bodies:
            continue
        data = part.get_payload(decode=True)
        found.append(
            Attachment(
                name=part.get_filename() or "unnamed",
                kind=part.get_content_type(),
                content_id=str(part["Content-ID"] or "").strip("<>"),
                data=data if isinstance(data, bytes) else b"",
            )
        )
    return found


def _with_images(html: str, attachments: tuple[Attachment, ...]) -> str:
    """Pictures that the mail carries are put into the text, where its frame can show them."""
    for part in attachments:
        if part.content_id and part.kind.startswith("image/"):
            data = base64.b64encode(part.data).decode()
            html = html.replace(f"cid:{part.content_id}", f"data:{part.kind};base64,{data}")
    return html
