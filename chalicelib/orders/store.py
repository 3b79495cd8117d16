"""Keys, reads and writes of orders."""

from datetime import datetime
from typing import Any

from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.orders.errors import LineTaken
from chalicelib.orders.model import OrderLine, What, Withdrawal


def order_key(order_number: str) -> str:
    """The partition key of an order."""
    return f"order#{order_number}"


def line_key(line: int) -> str:
    """The sort key of a line; lines stand in their order."""
    return f"line#{line:04}"


def lines_of(order_number: str) -> list[OrderLine]:
    """Every line of an order that was carried out, in order."""
    return list(
        OrderLine.query(
            order_key(order_number), OrderLine.sk.startswith("line#"), consistent_read=True
        )
    )


def find_line(order_number: str, line: int) -> OrderLine | None:
    """One line, or None."""
    return read_one(OrderLine, order_key(order_number), line_key(line))


def new_line(order_number: str, line: int, what: What, **facts: Any) -> OrderLine:
    """A line yet to be written."""
    return OrderLine(pk=order_key(order_number), sk=line_key(line), what=what, line=line, **facts)


def add_line(change: Transaction, line: OrderLine) -> None:
    """Say that the line is carried out; LineTaken where it was already."""
    change.create(line, lost=LineTaken())


def withdraw(change: Transaction, line: OrderLine, how: Withdrawal, now: datetime) -> None:
    """Say that the sale was taken back; LineTaken where somebody else just said so."""
    actions = [OrderLine.withdrawn.set(how), OrderLine.withdrawn_at.set(now)]
    unchanged = (
        OrderLine.withdrawn.does_not_exist()
        if line.withdrawn is None
        else OrderLine.withdrawn == line.withdrawn
    )
    change.update(line, actions, unchanged, lost=LineTaken())
