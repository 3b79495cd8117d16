"""From what is stored of a request to what people read."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from chalicelib.aws.tables import Item, only
from chalicelib.base.actor import Actor
from chalicelib.base.texts import DEFAULT_LANGUAGE, say
from chalicelib.tickets.model.message import File, Message, MessageKind, Scan
from chalicelib.tickets.model.ticket import Category, Party, Severity, Status, Ticket
from chalicelib.tickets.rules.due import ends_at
from chalicelib.tickets.rules.lists import waiting_for
from chalicelib.tickets.rules.moves import is_over
from chalicelib.tickets.schemas.requests import (
    Can,
    FileOut,
    MessageOut,
    MoveOut,
    Named,
    Related,
    Speaker,
    TicketRow,
)
from chalicelib.tickets.service.changing import patience

_TURNS: Mapping[Party | None, Literal["you", "support"] | None] = {
    Party.CUSTOMER: "you",
    Party.SUPPORT: "support",
    None: None,
}


def row_fields(ticket: Ticket, language: str) -> dict[str, Any]:
    """What every list and every page says of a request."""
    return {
        "id": ticket.pk,
        "number": ticket.number,
        "subject": ticket.subject,
        "status": Status(ticket.status),
        "category": Category(ticket.card.category),
        "product_name": ticket.card.product_name,
        "author": Named(id=ticket.author_id, name=author_name(ticket.card.author_name, language)),
        "created_at": ticket.created_at,
        "updated_at": ticket.updated_at,
        "waiting_for": turn(ticket),
        "files": int(ticket.files),
    }


def author_name(name: str | None, language: str) -> str:
    """A person's name, or what stands there once the person is gone (ACC-13)."""
    return name or say(language, "tickets.deleted_user")


def turn(ticket: Ticket) -> Literal["you", "support"] | None:
    """Whose turn it is, in the customer's eyes; None when nobody's."""
    return _TURNS[waiting_for(ticket.status)]


def row(ticket: Ticket, language: str) -> TicketRow:
    """A request in a list."""
    return TicketRow(**row_fields(ticket, language))


def page_fields(ticket: Ticket, items: Iterable[Item], actor: Actor) -> dict[str, Any]:
    """What the page of a request says, to a customer or to staff; notes are for staff alone."""
    parts = list(items)
    staff = actor.role is not None
    messages = [m for m in only(Message, parts) if staff or m.what != MessageKind.NOTE]
    files = _files_by_message(only(File, parts))
    about, going_on = ticket.about, not is_over(ticket.status)
    return row_fields(ticket, actor.reads) | {
        "product_id": ticket.product_id,
        "version_name": about["version"],
        "os_name": about["os"],
        "type_name": _name_in(actor.reads, about["type"]),
        "subtype_name": _name_in(actor.reads, about["subtype"]),
        "severity": Severity(ticket.severity),
        "license_public_id": ticket.license_public_id,
        "related": _related(ticket),
        "messages": [
            _message(message, files.get(message.id, []), actor.reads) for message in messages
        ],
        "history": [_move(message) for message in messages if message.moved_to],
        "can": Can(reply=going_on, close=going_on),
        "closes_at": ends_at(ticket, patience()),
    }


def _name_in(language: str, names: Mapping[str, str]) -> str:
    return names.get(language) or names.get(DEFAULT_LANGUAGE) or next(iter(names.values()), "")


def _related(ticket: Ticket) -> Related | None:
    if not ticket.related_id:
        return None
    return Related(id=ticket.related_id, number=ticket.related_number or "")


def _files_by_message(files: Iterable[File]) -> dict[str, list[FileOut]]:
    grouped: dict[str, list[FileOut]] = {}
    for file in sorted(files, key=lambda file: file.place):
        grouped.setdefault(file.message_id, []).append(
            FileOut(
                id=file.key,
                name=file.name,
                size=int(file.size),
                sha256=file.sha256,
                scan=Scan(file.verdict),
            )
        )
    return grouped


def _message(message: Message, files: list[FileOut], language: str) -> MessageOut:
    spoken = message.by != Party.SYSTEM
    name = author_name(message.author_name, language) if spoken else ""
    return MessageOut(
        id=message.id,
        kind=MessageKind(message.what),
        author=Speaker(name=name, role=Party(message.by)),
        text=message.text or "",
        created_at=message.created_at,
        files=files,
    )


def _move(message: Message) -> MoveOut:
    return {
        "at": message.created_at,
        "from": Status(message.moved_from) if message.moved_from else None,
        "to": Status(message.moved_to),
        "by": Party(message.by),
    }
