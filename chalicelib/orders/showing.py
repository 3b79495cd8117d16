"""An order as the vendor's systems see it."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.base.actor import Actor, Scope
from chalicelib.licenses.facts import code_of, status_of
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store import sales
from chalicelib.orders.model import OrderLine, What, Withdrawal
from chalicelib.orders.schemas import LineOut, OrderOut


def shown(actor: Actor, order_number: str, lines: Sequence[OrderLine], now: datetime) -> OrderOut:
    """These lines of an order, with what became of their licenses. One round trip per 100."""
    found = sales.find_licenses([line.license_id for line in lines]) if lines else []
    rows = [
        _line(actor, line, license_, now)
        for line, license_ in zip(lines, found, strict=True)
        if license_ is not None
    ]
    return OrderOut(order_number=order_number, lines=rows)


def _line(actor: Actor, line: OrderLine, license_: License, now: datetime) -> LineOut:
    tells = Scope.ORDERS_WRITE in actor.scopes
    return LineOut(
        line=int(line.line),
        what=What(line.what),
        license=license_.public_id,
        activation_code=code_of(license_) if tells else None,
        status=status_of(license_, now),
        nodes=int(license_.nodes),
        starts_on=license_.starts_on,
        expires_on=license_.expires_on,
        withdrawn=Withdrawal(line.withdrawn) if line.withdrawn else None,
        made_at=line.made_at,
    )
