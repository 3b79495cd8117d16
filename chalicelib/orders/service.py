"""Orders of the vendor's shop or ERP (LIC-18): new licenses.

A line is carried out once, whoever sends it how often: by its order's number and its own. Answers
hold activation codes, which stand nowhere in the clear: so each answer is read from the licenses,
a repeat's as well, and what is kept of it for repeats is only that it was given.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.catalog.orderable import Orderable, orderable
from chalicelib.catalog.service import sellable
from chalicelib.licenses.issuing import CodeTaken, Facts, codes_taken, draw_up, issue
from chalicelib.orders import rules, store
from chalicelib.orders.errors import LineDiffers, LineTaken, OrderUnknown
from chalicelib.orders.model import What
from chalicelib.orders.retrying import bind_key, decide_anew, of_lines
from chalicelib.orders.schemas import NewLine, NewOrder, OrderOut
from chalicelib.orders.showing import shown


def find_order(actor: Actor, order_number: str, now: datetime) -> OrderOut:
    """An order as far as it was carried out. Raises OrderUnknown."""
    lines = store.lines_of(order_number)
    if not lines:
        raise OrderUnknown
    return shown(actor, order_number, lines, now)


def create_order(actor: Actor, data: NewOrder, now: datetime, operation: Operation) -> OrderOut:
    """Make a license of every line that is not known yet; answers all lines that were sent.

    Raises LineDiffers for a line that was sent before with other content, and Invalid on
    `lines.<n>.<field>`: unknown products or partners, a term without a day, a code that is taken.
    """
    most = settings().order_lines
    if len(data.lines) > most:
        raise Invalid(FieldError("lines", "too_many", {"max": most}))
    with suppress(Repeated):
        decide_anew(lambda: _create_missing(actor, data, now, of_lines(operation)))
    wanted = {line.line for line in data.lines}
    lines = [line for line in store.lines_of(data.order_number) if line.line in wanted]
    return shown(actor, data.order_number, lines, now)


def _create_missing(actor: Actor, data: NewOrder, now: datetime, operation: Operation) -> None:
    known = {int(line.line): line for line in store.lines_of(data.order_number)}
    prints = {line.line: _fingerprint(line) for line in data.lines}
    for line in data.lines:
        if rules.differs(known.get(line.line), prints[line.line]):
            raise LineDiffers(line=line.line, order_number=data.order_number)
    missing = [line for line in data.lines if line.line not in known]
    if not missing:
        bind_key(operation, now)
        return
    known_names = orderable(now)
    if bad := list(_bad_fields(data.lines, missing, known_names, now)):
        raise Invalid(*bad)
    change = Transaction(operation, now)
    for line in missing:
        # What is kept is the partner's id, whatever it is called later.
        kept = line.model_copy(update={"partner": known_names.partner_id(line.partner)})
        _sell(change, actor, data.order_number, kept, prints[line.line], now)
    try:
        change.commit({"order_number": data.order_number, "lines": []})
    except CodeTaken:
        # One of those that were given: those that are drawn never meet in practice.
        raise _taken(data.lines, missing) from None


def _fingerprint(line: NewLine) -> str:
    return rules.fingerprint(What.LICENSE, line.model_dump(mode="json"))


def _bad_fields(
    lines: Sequence[NewLine], missing: Sequence[NewLine], named: Orderable, now: datetime
) -> Iterator[FieldError]:
    for place, line in enumerate(lines):
        if line not in missing:
            continue
        at = f"lines.{place}"
        for product_id in line.product_ids:
            if reason := sellable(product_id, now):
                yield FieldError(f"{at}.product_ids", reason)
        if reason := named.refusal_of_partner(line.partner):
            yield FieldError(f"{at}.partner", reason)
        starts_on = line.starts_on or now.date()
        if rules.ends_before_it_starts(starts_on, line.expires_on):
            yield FieldError(f"{at}.expires_on", "ends_before_start")
    for place in rules.repeated([line.activation_code for line in lines]):
        yield FieldError(f"lines.{place}.activation_code", "code_twice")


def _taken(lines: Sequence[NewLine], missing: Sequence[NewLine]) -> Exception:
    given = {at: line.activation_code for at, line in enumerate(lines) if line in missing}
    taken = codes_taken(code for code in given.values() if code)
    places = [at for at, code in given.items() if code in taken]
    found = (FieldError(f"lines.{at}.activation_code", "code_taken") for at in places)
    return Invalid(*found) if places else LineTaken()


def _sell(
    change: Transaction,
    actor: Actor,
    order_number: str,
    line: NewLine,
    fingerprint: str,
    now: datetime,
) -> None:
    facts = Facts(
        products=line.product_ids,
        edition=line.edition,
        nodes=line.nodes,
        end_user=line.end_user,
        order_number=order_number,
        starts_on=line.starts_on or now.date(),
        expires_on=line.expires_on,
        code=line.activation_code,
        serial_number=line.serial_number,
        partner=line.partner,
        needs_check=line.needs_check,
    )
    draft = draw_up(facts, now)
    license_ = draft.license
    made = store.new_line(
        order_number,
        line.line,
        What.LICENSE,
        license_id=license_.pk,
        public_id=license_.public_id,
        fingerprint=fingerprint,
        asked_by=actor.token_id,
        made_at=now,
    )
    # First of all: that the line came in twice explains why its code is taken.
    store.add_line(change, made)
    issue(change, draft)
    details = {"order_number": order_number, "line": line.line, "public_id": license_.public_id}
    record(change, actor, "license.ordered", license_.pk, now, details=details)
