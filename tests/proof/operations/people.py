"""Browsers, signed in by now, for the scenes of the registry."""

from datetime import datetime

from pyotp import TOTP

from chalicelib.accounts.model import Account
from chalicelib.base import clock
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from tests.builders import PASSWORD, TOTP_SECRET, make_cookie, make_person, make_staff
from tests.client import Client

OWNER = "mara.lind@nordwerk.example"
CHOSEN = "Rohrsänger!42nacht"
AGENT = "agent@vendor.example"
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
OTHER_CODE = "AAAAA-BBBBB-CCCCC-DDDDD"


def browser_of(account: Account) -> Client:
    """A browser in which this person is signed in."""
    cookie = STAFF_COOKIE if account.role else CUSTOMER_COOKIE
    return Client(cookies={cookie: make_cookie(account, clock.now())})


def owner() -> Client:
    """The owner of a new company."""
    return browser_of(make_person(clock.now()))


def agent() -> Client:
    """A member of staff."""
    return browser_of(make_staff(clock.now()))


def protect(account: Account) -> None:
    """The person has an authenticator app, as staff have; nothing in the product sets one yet."""
    account.totp_secret = TOTP_SECRET
    account.save()


def code_at(moment: datetime) -> str:
    """What the authenticator app shows."""
    return TOTP(TOTP_SECRET).at(moment)


def credentials(email: str) -> dict[str, str]:
    """What somebody types to sign in."""
    return {"email": email, "password": PASSWORD}


def new_password(token: str) -> dict[str, str]:
    """What somebody sends who opened a link to set a password."""
    return {"token": token, "password": CHOSEN, "password_repeat": CHOSEN}
