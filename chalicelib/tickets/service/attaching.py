"""Making uploads the files of a message (REQ-4)."""

from collections.abc import Sequence

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.tickets.model.message import Message
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.rules.uploads import unfit_for
from chalicelib.tickets.store import uploads as store


def demand_fit(
    actor: Actor, keys: Sequence[str], found: Sequence[Upload | None], ticket_id: str | None
) -> list[Upload]:
    """The uploads behind the keys, if each is the actor's, whole and free for this request.

    Raises Invalid on `files.<n>`: file_unknown (another person's and one that never was are the
    same), file_incomplete, file_twice.
    """
    fit: list[Upload] = []
    problems = []
    for place, (key, upload) in enumerate(zip(keys, found, strict=True)):
        reason = "file_twice" if key in keys[:place] else unfit_for(actor, upload, ticket_id)
        if reason:
            problems.append(FieldError(f"files.{place}", reason))
        elif upload is not None:
            fit.append(upload)
    if problems:
        raise Invalid(*problems)
    return fit


def attach(
    change: Transaction, message: Message, uploads: Sequence[Upload], *, internal: bool = False
) -> None:
    """Add the uploads to the message in this order, each still as it was read."""
    for place, upload in enumerate(uploads):
        store.attach_upload(change, upload, message, place, internal=internal)
