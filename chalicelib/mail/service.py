"""Promising a letter, in the transaction of its cause (NOT-2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.mail import store
from chalicelib.mail.model import Letter, LetterState


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a letter goes to, and in which language."""

    email: str
    language: str
    name: str = ""


def post(
    change: Transaction,
    to: Recipient,
    template: str,
    params: Mapping[str, object],
    now: datetime,
    *,
    thread: str = "",
) -> None:
    """Queue a letter. `params` are JSON; a link stands in them as `{"link": id, "page": path}`."""
    letter = Letter(
        pk=ids.ulid(now),
        sk="letter",
        to=to.email,
        language=to.language,
        template=template,
        params={"name": to.name, **params},
        thread=thread or None,
        created_at=now,
        waiting=LetterState.QUEUED,
        due_at=now + timedelta(seconds=settings().letter_stale_seconds),
    )
    store.add_letter(change, letter)
