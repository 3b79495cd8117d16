"""Order exports by upload (LIC-18): handed in by staff, worked off by a job, told line by line."""

import csv
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from io import StringIO

from chalicelib.audit.service import record
from chalicelib.aws import files
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.base.texts import say
from chalicelib.catalog.orderable import orderable
from chalicelib.console.model.imports import ImportState, OrderImport
from chalicelib.console.schemas.imports import ImportAsked, ImportList, ImportOut
from chalicelib.console.store import imports as store
from chalicelib.licenses.exports import read_lines
from chalicelib.licenses.importing import NumberedRow, Problem, import_lines
from chalicelib.tickets.model.upload import UploadState
from chalicelib.tickets.store.uploads import find_upload

GONE = "file_gone"


def list_imports() -> ImportList:
    """The newest ones, the newest first."""
    return ImportList(items=[shown(item) for item in store.newest_imports()])


def ask_import(actor: Actor, data: ImportAsked, now: datetime, operation: Operation) -> ImportOut:
    """Promise that the orders of an uploaded file are imported.

    Raises Invalid on `key` for an upload that is not whole or not staff's (not_a_choice), or is too
    large (import_too_large).
    """
    upload = find_upload(data.key)
    if upload is None or not upload.staff or upload.state != UploadState.COMPLETE:
        raise Invalid(FieldError("key", "not_a_choice"))
    most = settings().import_bytes
    if upload.size > most:
        raise Invalid(FieldError("key", "import_too_large", {"max": most}))
    item = OrderImport(
        pk=store.PK,
        sk=store.import_key(ids.ulid(now)),
        file_name=upload.name,
        key=data.key,
        asked_by=actor.account_id,
        asked_by_name=actor.name,
        created_at=now,
        busy_until=now,
    )
    change = Transaction(operation, now)
    store.add_import(change, item)
    record(change, actor, "orders.import_asked", item.id, now)
    answer = shown(item)
    change.commit(answer.model_dump(mode="json"))
    return answer


def run_import(import_id: str, now: datetime) -> bool:
    """Work an import off, from where it was left; False when there was nothing to do.

    Each chunk's licenses are written first, then its progress with what was wrong. Cut off in
    between, its lines count as unchanged at the next run: their licenses are there already.
    """
    item = store.find_import(import_id)
    busy = now + timedelta(seconds=settings().import_seconds)
    if item is None or not item.unfinished or not store.claim(item, now, busy):
        return False
    try:
        lines = files.read_lines(item.key)
        _import(item, lines, now)
    except files.NotThere:
        _finish(item, ImportState.FAILED, GONE, now)
    else:
        _finish(item, ImportState.DONE, None, now)
    return True


def _import(item: OrderImport, lines: Iterable[bytes], now: datetime) -> None:
    place = _Place(int(item.read_to))
    problems: list[Problem] = []
    rows = place.follow(read_lines(lines))
    for done in import_lines(rows, problems.append, orderable(now)):
        change = Transaction(Operation.of(f"import {item.id}", str(place.line)), now)
        told = [(one.line, one.column, one.reason) for one in problems]
        counts = (done.new, done.known, done.bad)
        store.note_progress(change, item, counts, place.line, told, now)
        with suppress(Repeated):
            change.commit()
        item.new, item.known, item.bad = (
            item.new + done.new,
            item.known + done.known,
            item.bad + done.bad,
        )
        item.read_to = place.line
        problems.clear()


class _Place:
    """The line that was read last; what was worked off before is passed over."""

    def __init__(self, line: int) -> None:
        self.line = line

    def follow(self, rows: Iterable[NumberedRow]) -> Iterator[NumberedRow]:
        done = self.line
        for number, row in rows:
            if number > done:
                self.line = number
                yield number, row


def _finish(item: OrderImport, state: ImportState, reason: str | None, now: datetime) -> None:
    change = Transaction(Operation.of(f"import {item.id}", "end"), now)
    store.finish(change, item, state, reason, now)
    who = Actor(account_id=item.asked_by, name=item.asked_by_name)
    record(change, who, "orders.imported", item.id, now, details={"state": state})
    with suppress(Repeated, Conflict):
        change.commit()


def resume_imports(now: datetime) -> list[str]:
    """Ids of imports that were cut off, or never begun."""
    return list(store.unfinished_ids(now))


def report(import_id: str, language: str) -> str:
    """What was wrong, as CSV in a language. Raises NotFound."""
    if store.find_import(import_id) is None:
        raise NotFound
    text = StringIO()
    writer = csv.writer(text)
    heading = ("line", "column", "reason", "words")
    writer.writerow([say(language, f"import.heading.{name}") for name in heading])
    for line, column, reason in store.report_of(import_id):
        writer.writerow([line, column, reason, say(language, f"import.{reason}")])
    return "\ufeff" + text.getvalue()


def shown(item: OrderImport) -> ImportOut:
    """An import as staff see it."""
    return ImportOut(
        id=item.id,
        file_name=item.file_name,
        asked_by=item.asked_by_name,
        created_at=item.created_at,
        state=ImportState(item.state),
        reason=item.reason,
        new=int(item.new),
        known=int(item.known),
        bad=int(item.bad),
        finished_at=item.finished_at,
    )
