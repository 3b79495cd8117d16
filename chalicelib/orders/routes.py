"""What the vendor's shop or ERP calls (docs/orders-api.md). Each call shows a token."""

from typing import Any

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.base.actor import Scope
from chalicelib.base.errors import Conflict, Invalid
from chalicelib.catalog.service import sold_products
from chalicelib.entry.access import machine_with
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses.errors import SeatsInUse
from chalicelib.orders import changing, service
from chalicelib.orders.errors import LineDiffers, NotASale, OrderUnknown
from chalicelib.orders.model import Withdrawal
from chalicelib.orders.schemas import (
    Extension,
    MoreSeats,
    NewOrder,
    OrderOut,
    SoldProduct,
    SoldProducts,
    TakenBack,
)

routes = Routes(__name__)
WRITING = machine_with(Scope.ORDERS_WRITE)
READING = machine_with(Scope.ORDERS_READ)
CATALOG = machine_with(Scope.CATALOG_READ)
LINE_ERRORS = (Invalid, LineDiffers, Conflict, TooManyAttempts)


@routes.post(
    "/api/orders/v1/orders",
    WRITING,
    "Make a license of each line of an order",
    takes=NewOrder,
    gives=OrderOut,
    status=201,
    errors=LINE_ERRORS,
)
def create_order(call: Call[NewOrder]) -> OrderOut:
    """LIC-18: a line is carried out once, however often it is sent."""
    return service.create_order(call.actor, call.body, call.now, call.operation)


@routes.get(
    "/api/orders/v1/orders/{order_number}",
    READING,
    "See what became of an order",
    gives=OrderOut,
    errors=(OrderUnknown, TooManyAttempts),
)
def find_order(call: Call[Any]) -> OrderOut:
    """LIC-18: codes are told to tokens that may write orders alone."""
    return service.find_order(call.actor, call.path["order_number"], call.now)


@routes.post(
    "/api/orders/v1/extensions",
    WRITING,
    "Let a license last longer",
    takes=Extension,
    gives=OrderOut,
    errors=LINE_ERRORS,
)
def extend(call: Call[Extension]) -> OrderOut:
    """LIC-18: the holder is told by mail."""
    return changing.extend(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/orders/v1/seats",
    WRITING,
    "Add seats to a license, by an updated code",
    takes=MoreSeats,
    gives=OrderOut,
    errors=LINE_ERRORS,
)
def add_seats(call: Call[MoreSeats]) -> OrderOut:
    """LIC-12, LIC-18: devices on the old code keep their seats and are told to move."""
    return changing.add_seats(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/orders/v1/cancellations",
    WRITING,
    "Cancel a sale",
    takes=TakenBack,
    gives=OrderOut,
    errors=(OrderUnknown, NotASale, SeatsInUse, Conflict, TooManyAttempts),
)
def cancel(call: Call[TakenBack]) -> OrderOut:
    """LIC-18: its licenses are blocked from now on; the holder is told by mail."""
    how = Withdrawal.CANCELLED
    return changing.withdraw(call.actor, call.body, how, call.now, call.operation)


@routes.post(
    "/api/orders/v1/refunds",
    WRITING,
    "Refund a sale",
    takes=TakenBack,
    gives=OrderOut,
    errors=(OrderUnknown, NotASale, SeatsInUse, Conflict, TooManyAttempts),
)
def refund(call: Call[TakenBack]) -> OrderOut:
    """LIC-18: as a cancellation; a sale that was cancelled can still be refunded."""
    how = Withdrawal.REFUNDED
    return changing.withdraw(call.actor, call.body, how, call.now, call.operation)


@routes.get(
    "/api/orders/v1/products",
    CATALOG,
    "Know what can be ordered",
    gives=SoldProducts,
    errors=(TooManyAttempts,),
)
def list_products(call: Call[Any]) -> SoldProducts:
    """LIC-18: ids and names, as the catalog has them."""
    found = sold_products(call.now)
    return SoldProducts(products=[SoldProduct(**product) for product in found])
