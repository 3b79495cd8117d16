"""Keys, reads and writes of recoveries."""

from collections.abc import Iterator
from datetime import datetime

from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, only, read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.aws.wiping import wipe
from chalicelib.recoveries.errors import ObjectedAlready, RecoveryOver
from chalicelib.recoveries.model import OPEN, Objection, Recovery, RecoveryPart, RecoveryState, Work

RECOVERY, OBJECTION = "recovery", "objection#"
CURSOR_KEYS = frozenset({"pk", "sk", "asked_at"})


def recovery_key(recovery_id: str) -> Key:
    """Where a recovery stands."""
    return (Recovery, recovery_id, RECOVERY)


def objection_key(recovery_id: str, account_id: str) -> Key:
    """Where somebody's objection stands."""
    return (Objection, recovery_id, OBJECTION + account_id)


def find(recovery_id: str) -> Recovery | None:
    """The recovery, or None."""
    return read_one(Recovery, recovery_id, RECOVERY)


def find_objection(recovery_id: str, account_id: str) -> Objection | None:
    """What somebody said against it, or None."""
    return read_one(Objection, recovery_id, OBJECTION + account_id)


def find_with_objections(recovery_id: str) -> tuple[Recovery | None, list[Objection]]:
    """A recovery and all that was said against it, the oldest first. One query."""
    found = list(RecoveryPart.query(recovery_id, consistent_read=True))
    objections = sorted(only(Objection, found), key=lambda one: one.at)
    return next(iter(only(Recovery, found)), None), objections


def open_recoveries(cursor: str | None) -> Page[Recovery]:
    """A page of those that staff have to decide, the oldest first. One query."""
    partition, size = {"open": OPEN}, settings().page_size
    results = Recovery.by_open.query(
        OPEN,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, size)


def asked_by(account_id: str, most: int) -> list[Recovery]:
    """What somebody asked for, the newest first; a moment behind. One query, one read."""
    newest = Recovery.by_asker.query(account_id, scan_index_forward=False, limit=most)
    ids = [item.pk for item in newest]
    found = read_many([recovery_key(one) for one in ids]) if ids else []
    return [recovery for recovery in found if recovery is not None]


def due_recoveries(work: Work, now: datetime, most: int) -> Iterator[str]:
    """Ids of those with this to do, the longest due first."""
    for item in Recovery.by_work.query(work, Recovery.due_at <= now, limit=most):
        yield item.pk


def add(change: Transaction, recovery: Recovery, now: datetime) -> None:
    """A new one, open; the company's people are to be told at once."""
    recovery.sk, recovery.open = RECOVERY, OPEN
    recovery.due, recovery.due_at = Work.TELL, now
    change.create(recovery)


def add_objection(change: Transaction, recovery: Recovery, objection: Objection) -> None:
    """Somebody says no, once; RecoveryOver when it has ended meanwhile."""
    objection.pk, objection.sk = recovery.pk, OBJECTION + objection.account_id
    change.create(objection, lost=ObjectedAlready())
    actions: list[Action] = [Recovery.objections.set((Recovery.objections | 0) + 1)]
    if objection.owner:
        actions.append(Recovery.owner_objected.set(True))
    change.update(recovery, actions, Recovery.open.exists(), lost=RecoveryOver())


def end(
    change: Transaction,
    recovery: Recovery,
    state: RecoveryState,
    now: datetime,
    *,
    lost: Lost,
    decided_by: str = "",
    reason: str = "",
) -> None:
    """It is over, and the company's people are to be told.

    `lost` when it was over already, or somebody objected since it was read.
    """
    actions: list[Action] = [
        Recovery.state.set(state),
        Recovery.ended_at.set(now),
        Recovery.due.set(Work.TELL),
        Recovery.due_at.set(now),
        Recovery.open.remove(),
        Recovery.told.remove(),
    ]
    if decided_by:
        actions += [Recovery.decided_by.set(decided_by), Recovery.reason.set(reason)]
    as_read = Recovery.open.exists() & (Recovery.objections == recovery.objections)
    change.update(recovery, actions, as_read, lost=lost)


def note_told(change: Transaction, recovery: Recovery, told: str, *, lost: Lost) -> None:
    """The telling got as far as this account."""
    change.update(recovery, [Recovery.told.set(told)], _as_told(recovery), lost=lost)


def end_telling(
    change: Transaction, recovery: Recovery, forget_at: datetime | None, *, lost: Lost
) -> None:
    """Everybody was told. What is over is forgotten at that time; an open one waits."""
    actions: list[Action] = [Recovery.told.remove()]
    if forget_at is None:
        actions += [Recovery.due.remove(), Recovery.due_at.remove()]
    else:
        actions += [Recovery.due.set(Work.FORGET), Recovery.due_at.set(forget_at)]
    change.update(recovery, actions, _as_told(recovery), lost=lost)


def _as_told(recovery: Recovery) -> Condition:
    told = Recovery.told
    same = told == recovery.told if recovery.told else told.does_not_exist()
    untouched: Condition = (Recovery.due == Work.TELL) & (Recovery.state == recovery.state) & same
    return untouched


def forget(recovery_id: str) -> int:
    """Leave nothing of it. Safe to repeat."""
    return wipe(Recovery.Meta.table_name, recovery_id)
