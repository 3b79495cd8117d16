"""9: an acknowledged change survives; an unacknowledged one is wholly there or wholly not."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from chalicelib.accounts.model import Account, Address, Session
from chalicelib.audit.model import Entry
from chalicelib.aws.operations import Done
from chalicelib.aws.settings import settings
from chalicelib.journeys.model import Departure
from chalicelib.licenses.model.license import License
from chalicelib.tickets.model.message import FILE, File, Message, MessageKind, Survey
from chalicelib.tickets.model.ticket import Number, Party, Ticket
from chalicelib.tickets.model.upload import PREFIX, Upload, UploadState
from tests.checks.store import Store


def requests_are_whole(store: Store) -> Iterator[str]:
    """A request comes with its number and first message; what is in one has one around it."""
    numbers = {number.ticket_id: number for number in store.of(Number)}
    begun = {
        message.pk for message in store.of(Message) if message.moved_to and not message.moved_from
    }
    tickets = {ticket.pk for ticket in store.of(Ticket)}
    for ticket in store.of(Ticket):
        number = numbers.get(ticket.pk)
        if number is None or number.pk != f"number#{ticket.number}":
            yield f"request {ticket.pk} is not found by its number {ticket.number}"
        if ticket.pk not in begun:
            yield f"request {ticket.pk} has no first message"
    for number in store.of(Number):
        if number.ticket_id not in tickets:
            yield f"number {number.pk} leads to no request"
    for part in (*store.of(Message), *store.of(File), *store.of(Survey)):
        if part.pk not in tickets:
            yield f"{part.sk} of {part.pk} stands in no request"


def files_are_whole(store: Store) -> Iterator[str]:
    """A file has its message, its bytes, and is counted."""
    messages = {(message.pk, message.id) for message in store.of(Message)}
    counted: Counter[str] = Counter()
    for file in store.of(File):
        counted[file.pk] += not file.internal
        if (file.pk, file.message_id) not in messages:
            yield f"file {file.sk} of {file.pk} belongs to no message"
        size = store.objects.get(file.sk.removeprefix(FILE))
        if size != int(file.size):
            yield f"file {file.sk} of {file.pk} has {size} bytes in S3, not {int(file.size)}"
    for ticket in store.of(Ticket):
        if int(ticket.files) != counted[ticket.pk]:
            yield f"request {ticket.pk} counts {int(ticket.files)} files of {counted[ticket.pk]}"


def the_bucket_holds_what_is_known(store: Store) -> Iterator[str]:
    """Each object has its upload, each whole upload its object.

    An unfinished upload that only S3 knows is left to the bucket's lifecycle rule.
    """
    known = {upload.pk.removeprefix(PREFIX): upload for upload in store.of(Upload)}
    for key in store.objects.keys() - known.keys():
        yield f"object {key} is nobody's"
    for key, upload in known.items():
        whole = upload.state in {UploadState.COMPLETE, UploadState.ATTACHED}
        if whole and store.objects.get(key) != int(upload.size):
            yield f"upload {key} is {upload.state}, its object has {store.objects.get(key)} bytes"


def people_are_whole(store: Store) -> Iterator[str]:
    """An account and its address lead to each other; a session is somebody's.

    Of who left something may be there until the work on it is done: see departed.py.
    """
    accounts = {account.pk: account for account in store.of(Account)}
    addresses = Counter(address.account_id for address in store.of(Address))
    for address in store.of(Address):
        account = accounts.get(address.account_id)
        if account is None or not address.pk.endswith(f"#{account.email.lower()}"):
            yield f"{address.pk} leads to no account with that address"
    for account_id in accounts:
        if addresses[account_id] != 1:
            yield f"account {account_id} has {addresses[account_id]} addresses"
    leaving = {departure.pk for departure in store.of(Departure)}
    for session in store.of(Session):
        if session.pk not in accounts.keys() | leaving:
            yield f"{session.sk} of {session.pk} is nobody's"


def _is_of_the_deleted(store: Store, done: Done) -> bool:
    """Whether the operation was about an account that was deleted since."""
    second = int(done.ends.timestamp() - timedelta(days=settings().operation_days).total_seconds())
    entries = store.of(Entry)
    deleted = {entry.subject for entry in entries if entry.action == "account.deleted"}
    then = {entry.subject for entry in entries if int(entry.at.timestamp()) == second}
    return bool(deleted & then)


def answers_that_were_given_are_true(store: Store) -> Iterator[str]:
    """What an answer promised, which is kept for repeats, is there."""
    messages = {message.id for message in store.of(Message)}
    emails = {account.email for account in store.of(Account)}
    uploads = {upload.key for upload in store.of(Upload)}
    given_up = {entry.subject for entry in store.of(Entry) if entry.action == "upload.aborted"}
    for done in store.of(Done):
        answer = json.loads(done.answer)
        if not isinstance(answer, dict):
            continue
        if "message_id" in answer and answer["message_id"] not in messages:
            yield f"message {answer['message_id']} was acknowledged and is not there"
        if "number" in answer and "id" in answer and not store.find(Ticket, answer["id"], "ticket"):
            yield f"request {answer['number']} was acknowledged and is not there"
        if "public_id" in answer and store.find(License, answer["id"], "license") is None:
            yield f"license {answer['public_id']} was acknowledged and is not there"
        known = answer.get("email") in emails or _is_of_the_deleted(store, done)
        if set(answer) == {"email"} and not known:
            yield f"an account of {answer['email']} was acknowledged and is not there"
        key = answer.get("key", "")
        if key and key not in uploads | given_up:
            yield f"upload {key} was acknowledged and is not there"


MESSAGE_ENTRIES = frozenset({"ticket.replied", "ticket.answered", "ticket.noted"})


def what_was_said_and_what_was_logged_agree(store: Store) -> Iterator[str]:
    """A message without its entry, or an entry without its message, is half a change."""
    said = {
        (message.pk, message.id)
        for message in store.of(Message)
        if message.what != MessageKind.STATUS and message.by != Party.SYSTEM and not _first(message)
    }
    logged = {
        (entry.subject, entry.details["message"])
        for entry in store.of(Entry)
        if entry.action in MESSAGE_ENTRIES
    }
    for ticket_id, message_id in said ^ logged:
        yield f"message {message_id} of {ticket_id} was said or logged, not both"


def _first(message: Message) -> bool:
    return bool(message.moved_to and not message.moved_from)


WHOLENESS = (
    requests_are_whole,
    files_are_whole,
    the_bucket_holds_what_is_known,
    people_are_whole,
    answers_that_were_given_are_true,
    what_was_said_and_what_was_logged_agree,
)
