"""A new code for a license: reissued, or because it has more seats (STF-5, LIC-12, LIC-13)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.licenses import letters
from chalicelib.licenses.changing import alter, decide_anew
from chalicelib.licenses.denying import deny_replaced
from chalicelib.licenses.errors import ChangedMeanwhile, CodeReplaced, SaleTakenBack
from chalicelib.licenses.handling import changed, demand_alive, log, tell_holder
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import FIRST, Why
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules.codes import ALPHABET, DRAWN, code_start, complete_code
from chalicelib.licenses.rules.orders import MOST_NODES
from chalicelib.licenses.schemas.desk import AddSeats, LicenseChanged, ReissueCode
from chalicelib.licenses.sealing import code_hash, open_code, seal_code
from chalicelib.licenses.store import lineage as store
from chalicelib.licenses.store.overuse import CLEARED

_TOLD = {Why.REISSUED: What.CODE_REISSUED, Why.SEATS: What.SEATS_ADDED, Why.MERGED: What.MERGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What a new code comes with: why, how many seats, and the codes it takes the place of."""

    why: Why
    nodes: int
    parents: tuple[store.Parent, ...]
    more: dict[str, Any]
    text: str | None = None
    public_ids: tuple[str, ...] = ()


def reissue_code(
    actor: Actor, license_id: str, data: ReissueCode, now: datetime, operation: Operation
) -> LicenseChanged:
    """Another code in place of the one the page showed; devices keep their seats.

    Raises NotFound, LicenseMerged, SaleTakenBack, or CodeReplaced when that code is replaced
    already: of two who reissue at once the second hears that it is done.
    """

    def attempt() -> LicenseChanged:
        license_ = demand_alive(license_id)
        if (license_.code_id or FIRST) != data.code_id:
            raise CodeReplaced
        lifted = {"blocked_at": None, "block_reason": None, "block_told": None}
        if license_.withdrawn:
            raise SaleTakenBack
        lift = data.unblock and license_.blocked_at is not None
        new = Replacement(
            why=Why.REISSUED,
            nodes=int(license_.nodes),
            parents=(store.present(license_),),
            more=lifted if lift else {},
            text=data.reason,
        )
        change = Transaction(operation, now)
        return _finish(change, actor, license_, new, now)

    return decide_anew(attempt)


def add_seats(
    actor: Actor, license_id: str, data: AddSeats, now: datetime, operation: Operation
) -> LicenseChanged:
    """More seats, by an updated code (LIC-12).

    Raises NotFound, LicenseMerged, or Invalid on `seats`: too_large.
    """

    def attempt() -> LicenseChanged:
        license_ = demand_alive(license_id)
        change = Transaction(operation, now)
        return _finish(change, actor, license_, more_seats(license_, data.seats, data.reason), now)

    return decide_anew(attempt)


def more_seats(license_: License, seats: int, text: str | None = None) -> Replacement:
    """The replacement that adds seats to a license. Raises Invalid on `seats`: too_large."""
    nodes = int(license_.nodes) + seats
    if nodes > MOST_NODES:
        most = MOST_NODES - int(license_.nodes)
        raise Invalid(FieldError("seats", "too_large", {"max": most}))
    parents = (store.present(license_),)
    return Replacement(why=Why.SEATS, nodes=nodes, parents=parents, more={}, text=text)


def _finish(
    change: Transaction, actor: Actor, license_: License, new: Replacement, now: datetime
) -> LicenseChanged:
    facts = replace_code(change, actor, license_, new, now)
    answer = changed(license_, now, **facts)
    change.commit(answer.model_dump(mode="json"))
    return answer


def replace_code(
    change: Transaction, actor: Actor, license_: License, new: Replacement, now: datetime
) -> dict[str, Any]:
    """Write a new code into the change, with event, entry and letters; answers the new facts.

    The change raises ChangedMeanwhile when the license is not what was read any more.
    """
    code = complete_code(ids.symbols(ALPHABET, DRAWN))
    old = open_code(license_.sealed_code, license_.pk)
    facts: dict[str, Any] = {"nodes": new.nodes, "code_id": ids.ulid(now), **new.more}
    if new.nodes > license_.nodes:
        facts |= CLEARED
    sealed = {"sealed_code": seal_code(code, license_.pk), "code_start": code_start(code)}
    alter(change, license_, now, **facts, **sealed)
    deny_replaced(change, license_, code, facts.get("blocked_at", license_.blocked_at), now)
    store.retire_code(change, license_, code_hash(old), now, lost=ChangedMeanwhile())
    store.add_code(
        change,
        license_,
        facts["code_id"],
        code_hash(code),
        start=code_start(code),
        why=new.why,
        nodes=new.nodes,
        parents=new.parents,
        absorbed=facts.get("absorbed", license_.absorbed),
        now=now,
        taken=ChangedMeanwhile(),
    )
    _tell(change, actor, license_, new, code_start(code), now)
    return facts


def _tell(
    change: Transaction,
    actor: Actor,
    license_: License,
    new: Replacement,
    start: str,
    now: datetime,
) -> None:
    what = _TOLD[new.why]
    details: dict[str, object] = {"code": start}
    if new.nodes != license_.nodes:
        details |= {"nodes_before": int(license_.nodes), "nodes_after": new.nodes}
    if new.public_ids:
        details["public_ids"] = list(new.public_ids)
    note(change, license_, what, actor, now, text=new.text, details=details)
    if "blocked_at" in new.more:
        note(change, license_, What.UNBLOCKED, actor, now)
        log(change, actor, license_, "license.unblocked", now)
    del details["code"]
    log(change, actor, license_, f"license.{what}", now, details)
    params = {"why": new.why, "nodes": new.nodes}
    tell_holder(change, license_, letters.CODE_REPLACED, now, **params)
