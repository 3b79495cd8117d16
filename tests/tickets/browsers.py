"""Browsers of both sides of the counter, signed in by now."""

from typing import Any

from chalicelib.base import clock
from chalicelib.base.actor import Right
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from tests.builders import make_colleague, make_cookie, make_person, make_staff
from tests.client import Client
from tests.tickets.builders import Desk, make_desk, wishes


def customer(desk: Desk) -> Client:
    return Client(cookies={CUSTOMER_COOKIE: make_cookie(desk.account, clock.now())})


def agent() -> Client:
    account = make_staff(clock.now(), email="second@vendor.example")
    return Client(cookies={STAFF_COOKIE: make_cookie(account, clock.now())})


def colleague(desk: Desk, *rights: Right) -> Client:
    account = make_colleague(desk.account, clock.now(), *rights)
    return Client(cookies={CUSTOMER_COOKIE: make_cookie(account, clock.now())})


def stranger() -> Client:
    account = make_person(clock.now(), email="eve@suedwerk.example", company="Südwerk AG")
    return Client(cookies={CUSTOMER_COOKIE: make_cookie(account, clock.now())})


def form(**changed: Any) -> dict[str, Any]:
    return wishes().model_dump(mode="json") | changed


def make() -> tuple[Desk, Client, str]:
    """A desk as of now, its customer's browser, and a request."""
    desk = make_desk(clock.now())
    browser = customer(desk)
    opened = browser.post("/api/tickets", form())
    assert opened.status == 201, opened.text
    return desk, browser, opened.json["id"]
