"""Orders that change what was sold before: longer, more seats, taken back (LIC-18)."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.licenses import selling
from chalicelib.licenses.model.license import License
from chalicelib.licenses.replacing import more_seats, replace_code
from chalicelib.licenses.sold import demand_free, find_sale
from chalicelib.licenses.store import sales
from chalicelib.orders import rules, store
from chalicelib.orders.errors import LineDiffers, NotASale, OrderUnknown
from chalicelib.orders.model import OrderLine, What, Withdrawal
from chalicelib.orders.retrying import bind_key, decide_anew, of_lines
from chalicelib.orders.schemas import Extension, MoreSeats, OrderOut, TakenBack
from chalicelib.orders.showing import shown


def extend(actor: Actor, data: Extension, now: datetime, operation: Operation) -> OrderOut:
    """Let a license last longer, and tell its holder.

    A line that is known is answered again. Raises LineDiffers, or Invalid on `license`
    (license_unknown, license_withdrawn) or `expires_on` (not_later).
    """
    with suppress(Repeated):
        decide_anew(lambda: _extend(actor, data, now, of_lines(operation)))
    return _answer(actor, data.order_number, data.line, now)


def _extend(actor: Actor, data: Extension, now: datetime, operation: Operation) -> None:
    asked = rules.fingerprint(What.EXTENSION, data.model_dump(mode="json"))
    if is_known(data.order_number, data.line, asked):
        bind_key(operation, now)
        return
    license_ = find_named(data.license)
    if refused := rules.refusal_to_extend(license_, data.expires_on, now):
        raise Invalid(FieldError(*refused))
    change = Transaction(operation, now)
    selling.extend(change, actor, license_, data.expires_on, now, data.order_number)
    store.add_line(change, _line(actor, data, What.EXTENSION, license_, asked, now))
    change.commit({"order_number": data.order_number, "lines": []})


def add_seats(actor: Actor, data: MoreSeats, now: datetime, operation: Operation) -> OrderOut:
    """More seats for a license, by an updated code that takes the old one's place (LIC-12).

    A line that is known is answered again. Raises LineDiffers, or Invalid on `license`
    (license_unknown, license_withdrawn, license_merged) or `add_nodes` (too_large).
    """
    with suppress(Repeated):
        decide_anew(lambda: _add_seats(actor, data, now, of_lines(operation)))
    return _answer(actor, data.order_number, data.line, now)


def _add_seats(actor: Actor, data: MoreSeats, now: datetime, operation: Operation) -> None:
    asked = rules.fingerprint(What.SEATS, data.model_dump(mode="json"))
    if is_known(data.order_number, data.line, asked):
        bind_key(operation, now)
        return
    license_ = find_named(data.license)
    if reason := rules.refusal_to_change(license_):
        raise Invalid(FieldError("license", reason))
    try:
        new = more_seats(license_, data.add_nodes)
    except Invalid as refused:
        raise Invalid(*(replace(each, field="add_nodes") for each in refused.fields)) from None
    change = Transaction(operation, now)
    store.add_line(change, _line(actor, data, What.SEATS, license_, asked, now))
    replace_code(change, actor, license_, new, now)
    change.commit({"order_number": data.order_number, "lines": []})


def _line(
    actor: Actor,
    data: Extension | MoreSeats,
    what: What,
    license_: License,
    asked: str,
    now: datetime,
) -> OrderLine:
    return store.new_line(
        data.order_number,
        data.line,
        what,
        license_id=license_.pk,
        public_id=license_.public_id,
        fingerprint=asked,
        asked_by=actor.token_id,
        made_at=now,
    )


def withdraw(
    actor: Actor, data: TakenBack, how: Withdrawal, now: datetime, operation: Operation
) -> OrderOut:
    """Take sales back: their licenses are blocked from now on, and their holders told.

    What was taken back before stays as it is, so a repeat changes nothing. Of a license that was
    merged the seats of the sale leave (licenses/sold.py). Raises OrderUnknown, NotASale for a line
    that sold no license, or SeatsInUse; the lines before that one are taken back then.
    """
    with suppress(Repeated):
        decide_anew(lambda: _withdraw(actor, data, how, now, of_lines(operation)))
    lines = rules.to_withdraw(store.lines_of(data.order_number), data.line)
    return shown(actor, data.order_number, lines, now)


def _withdraw(
    actor: Actor, data: TakenBack, how: Withdrawal, now: datetime, operation: Operation
) -> None:
    lines = store.lines_of(data.order_number)
    if not any(data.line in {None, line.line} for line in lines):
        raise OrderUnknown
    meant = rules.to_withdraw(lines, data.line)
    if not meant:
        raise NotASale
    bind_key(operation, now)
    for line in meant:
        if not rules.is_withdrawn(line, how):
            # A change of its own for each, named by its line: a letter goes to many people, and
            # what was merged may be one license by now.
            part = Operation.of(f"line {line.line}", operation.key)
            with suppress(Repeated):
                part = Operation(part.key, operation.fingerprint)
                _take_back(actor, line, how, now, part)


def _take_back(
    actor: Actor, line: OrderLine, how: Withdrawal, now: datetime, operation: Operation
) -> None:
    (license_,) = sales.find_licenses([line.license_id])
    if license_ is None:
        return
    sale = find_sale(license_)
    demand_free(sale, now)
    change = Transaction(operation, now)
    store.withdraw(change, line, how, now)
    selling.take_back(change, actor, sale, how, now, line.order_number)
    change.commit({"order_number": line.order_number, "lines": []})


def is_known(order_number: str, line: int, asked: str) -> bool:
    """Whether the line was carried out. Raises LineDiffers when that was with other content."""
    known = store.find_line(order_number, line)
    if rules.differs(known, asked):
        raise LineDiffers(line=line, order_number=order_number)
    return known is not None


def find_named(public_id: str) -> License:
    """The license that a line names. Raises Invalid on `license`."""
    license_ = sales.find_by_public_id(public_id)
    if license_ is None:
        raise Invalid(FieldError("license", "license_unknown"))
    return license_


def _answer(actor: Actor, order_number: str, line: int, now: datetime) -> OrderOut:
    known = store.find_line(order_number, line)
    return shown(actor, order_number, [known] if known else [], now)
