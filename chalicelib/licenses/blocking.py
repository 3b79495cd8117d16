"""Blocking a license, now or at a time, and lifting the block (STF-5, LIC-11, LIC-13)."""

from datetime import datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.licenses import letters
from chalicelib.licenses.changing import alter, decide_anew
from chalicelib.licenses.denying import allow_license, deny_license
from chalicelib.licenses.errors import AlreadyBlocked, NotBlocked, SaleTakenBack
from chalicelib.licenses.handling import changed, demand_alive, log, tell_holder
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import Status
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.schemas.desk import BlockLicense, LicenseChanged, UnblockLicense
from chalicelib.licenses.store.overuse import CLEARED


def block_license(
    actor: Actor, license_id: str, data: BlockLicense, now: datetime, operation: Operation
) -> LicenseChanged:
    """Block it at once, or from `at` on by the clock; an earlier plan is replaced.

    Raises NotFound, LicenseMerged, AlreadyBlocked, or Invalid on `at`: in_the_past.
    """
    if data.at is not None and data.at <= now:
        raise Invalid(FieldError("at", "in_the_past"))
    return decide_anew(lambda: _block(actor, license_id, data, now, operation))


def _block(
    actor: Actor, license_id: str, data: BlockLicense, now: datetime, operation: Operation
) -> LicenseChanged:
    license_ = demand_alive(license_id)
    if status(license_, now) == Status.BLOCKED:
        raise AlreadyBlocked
    change = Transaction(operation, now)
    at = data.at or now
    told = None if data.at else now
    block = {"blocked_at": at, "block_reason": data.reason, "block_told": told}
    alter(change, license_, now, **block, **({} if data.at else CLEARED))
    deny_license(change, license_, at)
    what = What.BLOCK_PLANNED if data.at else What.BLOCKED
    planned = {"planned_for": at.isoformat()} if data.at else None
    note(change, license_, what, actor, now, text=data.reason, details=planned)
    template = letters.BLOCK_PLANNED if data.at else letters.BLOCKED
    tell_holder(change, license_, template, now, reason=data.reason, at=at.isoformat())
    log(change, actor, license_, f"license.{what}", now)
    answer = changed(license_, now, blocked_at=at)
    change.commit(answer.model_dump(mode="json"))
    return answer


def unblock_license(
    actor: Actor, license_id: str, data: UnblockLicense, now: datetime, operation: Operation
) -> LicenseChanged:
    """Lift the block, or call a planned one off.

    Raises NotFound, LicenseMerged, NotBlocked, or SaleTakenBack.
    """
    return decide_anew(lambda: _unblock(actor, license_id, data, now, operation))


def _unblock(
    actor: Actor, license_id: str, data: UnblockLicense, now: datetime, operation: Operation
) -> LicenseChanged:
    license_ = demand_alive(license_id)
    if license_.blocked_at is None:
        raise NotBlocked
    if license_.withdrawn:
        raise SaleTakenBack
    change = Transaction(operation, now)
    alter(change, license_, now, blocked_at=None, block_reason=None, block_told=None)
    allow_license(change, license_)
    note(change, license_, What.UNBLOCKED, actor, now, text=data.reason)
    tell_holder(change, license_, letters.UNBLOCKED, now, reason=data.reason or "")
    log(change, actor, license_, "license.unblocked", now)
    answer = changed(license_, now, blocked_at=None)
    change.commit(answer.model_dump(mode="json"))
    return answer
