"""Keys, reads and writes of imports."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pynamodb.expressions.update import Action

from chalicelib.aws.conditional import update_if
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Item, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.console.model.imports import ImportReport, ImportState, OrderImport

PK = "imports"
UNFINISHED = "unfinished"
SHOWN = 25


def import_key(import_id: str) -> str:
    """The sort key of an import."""
    return f"import#{import_id}"


def _report_key(import_id: str) -> str:
    return f"report#{import_id}"


def find_import(import_id: str) -> OrderImport | None:
    """The import, or None."""
    return read_one(OrderImport, PK, import_key(import_id))


def newest_imports() -> list[OrderImport]:
    """The newest ones, the newest first."""
    found = OrderImport.query(
        PK, OrderImport.sk.startswith("import#"), scan_index_forward=False, limit=SHOWN
    )
    return list(found)


def import_in(image: Mapping[str, Any]) -> OrderImport | None:
    """The import in a stream's image of an item, or None when it is an item of another kind."""
    item: Item = Item.from_raw_data(dict(image))
    return item if isinstance(item, OrderImport) else None


def unfinished_ids(now: datetime) -> Iterator[str]:
    """Ids of imports that nobody is at."""
    found = OrderImport.unfinished_index.query(
        UNFINISHED, OrderImport.busy_until <= now, limit=settings().job_items
    )
    for one in found:
        yield one.id


def add_import(change: Transaction, item: OrderImport) -> None:
    """A new import."""
    item.unfinished = UNFINISHED
    change.create(item)


def claim(item: OrderImport, now: datetime, until: datetime) -> bool:
    """Be at it until then; False when somebody else is, or it is through."""
    actions: list[Action] = [
        OrderImport.busy_until.set(until),
        OrderImport.state.set(ImportState.RUNNING),
    ]
    free = (OrderImport.unfinished == UNFINISHED) & (OrderImport.busy_until <= now)
    return update_if(item, actions, free)


def note_progress(
    change: Transaction,
    item: OrderImport,
    counts: tuple[int, int, int],
    read_to: int,
    problems: Sequence[tuple[int, str, str]],
    now: datetime,
) -> None:
    """Count some more lines, and keep what was wrong in them; Conflict where somebody else did."""
    new, known, bad = counts
    actions = [
        OrderImport.new.set(item.new + new),
        OrderImport.known.set(item.known + known),
        OrderImport.bad.set(item.bad + bad),
        OrderImport.read_to.set(read_to),
    ]
    change.update(item, actions, OrderImport.read_to == item.read_to)
    if problems:
        report = ImportReport(
            pk=_report_key(item.id),
            sk=f"to#{read_to:08}",
            problems=[list(problem) for problem in problems],
            cleanup=now + timedelta(days=settings().import_report_days),
        )
        change.put(report)


def finish(
    change: Transaction, item: OrderImport, state: ImportState, reason: str | None, now: datetime
) -> None:
    """It is through; Conflict where somebody else finished it."""
    actions: list[Action] = [
        OrderImport.state.set(state),
        OrderImport.finished_at.set(now),
        OrderImport.unfinished.remove(),
        OrderImport.busy_until.remove(),
    ]
    if reason:
        actions.append(OrderImport.reason.set(reason))
    change.update(item, actions, OrderImport.unfinished == UNFINISHED)


def report_of(import_id: str) -> Iterator[tuple[int, str, str]]:
    """Everything that was wrong, line by line."""
    for part in ImportReport.query(_report_key(import_id), ImportReport.sk.startswith("to#")):
        for line, column, reason in part.problems:
            yield int(line), str(column), str(reason)
