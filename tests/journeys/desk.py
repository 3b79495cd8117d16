"""Staff who keep companies, and the applications that they act on."""

from chalicelib.accounts.model import Account
from chalicelib.base import clock
from chalicelib.base.actor import StaffRole
from chalicelib.entry.call import STAFF_COOKIE
from tests.builders import actor_for, make_cookie, make_staff
from tests.client import Client
from tests.tickets.builders import open_one
from tests.tickets.files import send_file


def keeper(role: StaffRole = StaffRole.LICENSE_DESK) -> Client:
    """A browser of somebody at the license desk."""
    account = make_staff(clock.now(), role, email=f"keeper-{role}@vendor.example")
    return Client(cookies={STAFF_COOKIE: make_cookie(account, clock.now())})


def application_of(account: Account) -> dict[str, str]:
    """A request of somebody's, with the application as its file."""
    actor = actor_for(account, clock.now())
    file_id = send_file(actor, b"%PDF-1.7", "application.pdf", clock.now())
    opened = open_one(actor, clock.now(), subject="A new owner", files=[file_id])
    return {"number": opened.number, "file_id": file_id}
