"""What the vendor's shop or ERP sends, and gets (docs/orders-api.md)."""

from datetime import date, datetime
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from chalicelib.entry.schema import Line, Schema
from chalicelib.licenses.facts import MOST_NODES, code_in
from chalicelib.licenses.model.license import Status
from chalicelib.orders.model import What, Withdrawal


def _printable(text: str) -> str:
    if not text.isprintable():
        raise PydanticCustomError("control_characters", "control characters")
    return text


def _read_code(typed: str) -> str:
    code = code_in(typed)
    if code is None:
        raise PydanticCustomError("code_malformed", "no activation code")
    return code


Printed = Annotated[str, Line(200), AfterValidator(_printable)]
OrderNumber = Annotated[str, Line(100), AfterValidator(_printable)]
LineNumber = Annotated[int, Field(ge=1, le=9999)]
PublicLicense = Annotated[str, StringConstraints(min_length=1, max_length=20, to_upper=True)]
Nodes = Annotated[int, Field(ge=1, le=MOST_NODES)]
Code = Annotated[str, StringConstraints(max_length=300), AfterValidator(_read_code)]


class NewLine(Schema):
    """A license that was sold; the code is drawn where none is given.

    `starts_on` is today without a word, `partner` the id or the name of a partner.
    """

    line: LineNumber
    product_ids: Annotated[list[Printed], Field(min_length=1, max_length=10)]
    edition: Printed
    nodes: Nodes
    end_user: Printed
    expires_on: date
    starts_on: date | None = None
    partner: Printed | None = None
    activation_code: Code | None = None
    serial_number: Printed | None = None
    needs_check: bool = False

    @model_validator(mode="after")
    def _names_each_product_once(self) -> Self:
        if len(set(self.product_ids)) < len(self.product_ids):
            raise PydanticCustomError("twice_in_line", "a product twice")
        return self


class NewOrder(Schema):
    """An order of one or several licenses. Lines that are known already are answered again."""

    order_number: OrderNumber
    lines: Annotated[list[NewLine], Field(min_length=1)]

    @model_validator(mode="after")
    def _names_each_line_once(self) -> Self:
        if len({line.line for line in self.lines}) < len(self.lines):
            raise PydanticCustomError("line_twice", "a line twice")
        return self


class _OnALicense(Schema):
    order_number: OrderNumber
    line: LineNumber
    license: PublicLicense


class Extension(_OnALicense):
    """A license, by its public id, is to last longer."""

    expires_on: date


class MoreSeats(_OnALicense):
    """A license, by its public id, gets so many seats more."""

    add_nodes: Nodes


class TakenBack(Schema):
    """A sale is taken back: one line of an order, or without a line all of it."""

    order_number: OrderNumber
    line: LineNumber | None = None


class LineOut(Schema):
    """What became of a line. `activation_code` is told to those who may write orders alone."""

    line: int
    what: What
    license: str
    activation_code: str | None
    status: Status
    nodes: int
    starts_on: date
    expires_on: date
    withdrawn: Withdrawal | None
    made_at: datetime


class OrderOut(Schema):
    """An order, as far as it was carried out."""

    order_number: str
    lines: list[LineOut]


class SoldProduct(Schema):
    """A product that can be ordered."""

    id: str
    names: dict[str, str]
    group_id: str


class SoldProducts(Schema):
    """What can be ordered."""

    products: list[SoldProduct]
