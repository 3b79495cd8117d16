"""As many requests as a benchmark wants, written past the services: only their number matters.

One request is opened as people do it, and copied with other ids, times, companies and statuses.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from benchmarks.scale_stack import Stack
from local import stack as local_stack

COMPANIES = 20
MESSAGES = 20
REPLY_TARGETS = 200
SEED = 20261122
# Of a hundred requests: most are over, some wait, some are new.
STATUSES = (
    ["closed"] * 80 + ["cancelled_by_user"] * 5 + ["awaiting_answer"] * 7 + ["in_progress"] * 8
)


@dataclass
class Scene:
    """Who asks, and about what."""

    customer: str
    staff: str
    new_ticket: dict[str, Any]
    long_ticket: str
    number: str
    pattern: str
    reply_targets: list[str]
    filled: int = 0
    dice: Random = field(default_factory=lambda: Random(SEED))  # noqa: S311


def prepare(stack: Stack) -> Scene:
    """Sign both sides in, and open what is opened and answered later."""
    os.environ |= stack.environment
    os.environ |= local_stack.Stack.of_environment().environment()
    logins = _logins()
    customer = _sign_in(stack, "/api/sessions", logins["customer"])
    staff = _sign_in(stack, "/api/staff/sessions", logins["staff"])
    new = _new_ticket(stack.get("/api/ticket-form", customer))
    opened = stack.post("/api/tickets", new, customer)
    for turn in range(MESSAGES - 1):
        body = {"text": f"What we saw on day {turn}: the service stopped again.", "files": []}
        stack.post(f"/api/tickets/{opened['id']}/messages", body, customer)
    targets = [stack.post("/api/tickets", new, customer)["id"] for _ in range(REPLY_TARGETS)]
    return Scene(customer, staff, new, opened["id"], opened["number"], targets[0], targets)


def sign_in_customer(stack: Stack) -> str:
    """The cookie of the demo's first customer, who owns the first company."""
    os.environ |= stack.environment
    os.environ |= local_stack.Stack.of_environment().environment()
    return _sign_in(stack, "/api/sessions", _logins()["customer"])


def _logins() -> dict[str, dict[str, Any]]:
    page = local_stack.Stack.of_environment().folder / "demo.json"
    logins = json.loads(page.read_text(encoding="utf-8"))["logins"]
    return {login["side"]: login for login in reversed(logins)}


def _sign_in(stack: Stack, path: str, login: dict[str, Any]) -> str:
    from pyotp import TOTP

    body = {"email": login["email"], "password": login["password"]}
    answer, cookie = stack.sign_in(path, body)
    if answer["state"] == "second_factor":
        code = TOTP(login["totp_secret"]).now()
        body = {"challenge": answer["challenge"], "code": code}
        _, cookie = stack.sign_in(f"{path}/second-factor", body)
    return str(cookie)


def _new_ticket(form: dict[str, Any]) -> dict[str, Any]:
    product = form["groups"][0]["products"][0]
    return {
        "category": "technical",
        "product_id": product["id"],
        "version_id": product["versions"][0]["id"],
        "os_id": form["operating_systems"][0]["id"],
        "type_id": form["types"][0]["id"],
        "subtype_id": form["types"][0]["subtypes"][0]["id"],
        "severity": "normal",
        "subject": "The service stops after the update",
        "description": "Since the update of last night the service stops within minutes. " * 5,
        "files": [],
    }


def fill(scene: Scene, size: int) -> None:
    """Write requests until there are `size`."""
    from chalicelib.base import clock
    from tests.filling import write_all

    write_all(_items(scene, size, clock.now()))
    scene.filled = size


def _items(scene: Scene, size: int, now: datetime) -> Iterator[Any]:
    from chalicelib.tickets.store.tickets import find_ticket

    pattern = find_ticket(scene.pattern)
    assert pattern is not None
    kept = pattern.serialize()
    for place in range(scene.filled, size):
        yield from _copy(scene, kept, place, now)


def _copy(scene: Scene, kept: dict[str, Any], place: int, now: datetime) -> Iterator[Any]:
    from chalicelib.base import ids
    from chalicelib.tickets.model.ticket import Number, Status, Ticket
    from chalicelib.tickets.rules.lists import move_to
    from chalicelib.tickets.service.changing import patience

    # Older ones are written later, so that the newest page is the same at every size.
    opened_at = now - timedelta(minutes=place + 1)
    ticket = Ticket.from_raw_data(dict(kept))
    ticket.pk = ids.ulid(opened_at)
    ticket.card = replace(ticket.card, number=ids.incident_number(opened_at))
    company = place % COMPANIES
    if company:
        ticket.company_id, ticket.company_name = f"company-{company}", f"Company {company}"
        ticket.author_id = f"person-{company}"
    move_to(ticket, Status(scene.dice.choice(STATUSES)), now, patience())
    yield ticket
    yield Number(
        pk=f"number#{ticket.number}",
        sk="number",
        ticket_id=ticket.pk,
        company_id=ticket.company_id,
        author_id=ticket.author_id,
    )
