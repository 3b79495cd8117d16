"""Several licenses of one company made one, at their renewal (LIC-14)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.licenses.changing import UNHELD, alter_while, decide_anew
from chalicelib.licenses.denying import deny_code
from chalicelib.licenses.errors import ChangedMeanwhile, NotAtRenewal
from chalicelib.licenses.handling import changed, demand_alive, log
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import Why
from chalicelib.licenses.noting import note
from chalicelib.licenses.removing import mark_removal
from chalicelib.licenses.replacing import Replacement, replace_code
from chalicelib.licenses.rules.merging import may_renew, unfit
from chalicelib.licenses.rules.orders import MOST_NODES
from chalicelib.licenses.schemas.desk import LicenseChanged, MergeLicenses
from chalicelib.licenses.sealing import code_hash, open_code
from chalicelib.licenses.store import desk
from chalicelib.licenses.store import lineage as store
from chalicelib.licenses.store.overuse import CLEARED


def merge_licenses(
    actor: Actor, license_id: str, data: MergeLicenses, now: datetime, operation: Operation
) -> LicenseChanged:
    """Put the seats of the others into this one, which gets a new code and a new last day.

    Their devices keep their seats, and take them along once they show the new code. The others
    are gone from the company's list, and their codes are replaced. Raises NotFound,
    LicenseMerged, NotAtRenewal, or Invalid: `others.<n>` license_unknown, listed_twice,
    other_holder, other_product, other_blocked; `expires_on` too_early.
    """
    return decide_anew(lambda: _merge(actor, license_id, data, now, operation))


def _merge(
    actor: Actor, license_id: str, data: MergeLicenses, now: datetime, operation: Operation
) -> LicenseChanged:
    license_ = demand_alive(license_id)
    others = _others(license_, data.others, now)
    _demand_renewal([license_, *others], data.expires_on, now)
    nodes = sum(int(each.nodes) for each in (license_, *others))
    if nodes > MOST_NODES:
        raise Invalid(FieldError("others", "too_large", {"max": MOST_NODES}))
    change = Transaction(operation, now)
    for other in others:
        _take_in(change, actor, other, license_, now)
    more: dict[str, object] = {"expires_on": data.expires_on, **_with_devices(license_, others)}
    if data.order_number:
        more["order_number"] = data.order_number
    new = Replacement(
        why=Why.MERGED,
        nodes=nodes,
        parents=tuple(store.present(each) for each in (license_, *others)),
        more=more,
        public_ids=tuple(other.public_id for other in others),
    )
    facts = replace_code(change, actor, license_, new, now)
    answer = changed(license_, now, **facts)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _with_devices(license_: License, others: Sequence[License]) -> dict[str, object]:
    """The devices of the others keep their seats, which count on this license from now on."""
    more = sum(int(other.seats_used or 0) for other in others)
    absorbed = [each for other in others for each in (other.pk, *(other.absorbed or ()))]
    return {
        "seats_used": License.seats_used.set((License.seats_used | 0) + more),
        "absorbed": [*(license_.absorbed or ()), *absorbed],
    }


def _others(license_: License, public_ids: Sequence[str], now: datetime) -> list[License]:
    found = [desk.find_by_public_id(public_id.upper()) for public_id in public_ids]
    problems: list[FieldError] = []
    good: list[License] = []
    for place, other in enumerate(found):
        reason = "listed_twice" if other and other.pk in {each.pk for each in good} else None
        reason = reason or unfit(license_, other, now)
        if reason:
            problems.append(FieldError(f"others.{place}", reason))
        elif other is not None:
            good.append(other)
    if problems:
        raise Invalid(*problems)
    return good


def _demand_renewal(licenses: Sequence[License], expires_on: date, now: datetime) -> None:
    ahead = timedelta(days=settings().renewal_days)
    if not all(may_renew(each, ahead, now) for each in licenses):
        raise NotAtRenewal(days=settings().renewal_days)
    last = max(now.date(), *(each.expires_on for each in licenses))
    if expires_on <= last:
        raise Invalid(FieldError("expires_on", "too_early"))


def _take_in(
    change: Transaction, actor: Actor, other: License, into: License, now: datetime
) -> None:
    code = open_code(other.sealed_code, other.pk)
    gone: dict[str, object] = {**UNHELD, **CLEARED, "seats_used": None, "absorbed": None}
    # A device that comes or goes meanwhile must be counted on one of the two.
    new = {**gone, "merged_into": into.pk}
    alter_while(change, other, now, new, also=("seats_used", "absorbed"))
    deny_code(change, other.pk, code, now)
    store.retire_code(change, other, code_hash(code), now, lost=ChangedMeanwhile())
    details = {"public_ids": [into.public_id]}
    note(change, other, What.MERGED_AWAY, actor, now, details=details)
    log(change, actor, other, "license.merged_away", now, details)
    mark_removal(change, other, now)
