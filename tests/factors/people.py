"""Browsers of people with second factors, set up by the API as people do."""

from dataclasses import dataclass
from datetime import timedelta

from pyotp import TOTP

from chalicelib.accounts.model import Account
from chalicelib.base import clock, ids
from tests.builders import PASSWORD, make_person, make_staff
from tests.client import Answer, Client
from tests.factors.device import Device, raw
from tests.proof.operations.people import browser_of, credentials

BASES = {False: "/api", True: "/api/staff"}


@dataclass
class Secured:
    """Somebody who is signed in and has what they signed up with."""

    account: Account
    browser: Client
    codes: list[str]
    secret: str = ""
    device: Device | None = None

    @property
    def base(self) -> str:
        """Where the API of their side begins."""
        return BASES[bool(self.account.role)]

    def begin(self) -> tuple[Client, str]:
        """A new browser behind the password, and its challenge."""
        browser = Client()
        asked = browser.post(f"{self.base}/sessions", credentials(self.account.email))
        assert asked.json["state"] == "second_factor", asked.text
        return browser, asked.json["challenge"]

    def code(self) -> str:
        """What the app shows next: the code of this moment was used to confirm it."""
        return TOTP(self.secret).at(clock.now() + timedelta(seconds=30))


def add_app(browser: Client, base: str = "/api") -> tuple[Answer, str]:
    """Set up an authenticator app; the last answer, and the app's secret."""
    offer = browser.post(f"{base}/me/authenticator/offer", {"password": PASSWORD})
    assert offer.status == 200, offer.text
    secret = offer.json["secret"]
    shown = {"token": offer.json["token"], "code": TOTP(secret).at(clock.now())}
    return browser.post(f"{base}/me/authenticator", shown), secret


def add_passkey(browser: Client, device: Device, base: str = "/api") -> Answer:
    """Set up a passkey."""
    wanted = browser.post(f"{base}/me/passkeys/options", {"password": PASSWORD})
    assert wanted.status == 200, wanted.text
    made = {"token": wanted.json["token"], "name": "Laptop", "credential": device.make(wanted.json)}
    return browser.post(f"{base}/me/passkeys", made)


def new_device() -> Device:
    """A device that holds nothing yet."""
    return Device(raw(ids.token()))


def with_app(email: str = "mara.lind@nordwerk.example") -> Secured:
    """A customer with an authenticator app."""
    account = make_person(clock.now(), email=email)
    browser = browser_of(account)
    answer, secret = add_app(browser)
    return Secured(account, browser, answer.json["recovery_codes"], secret)


def with_passkey(email: str = "mara.lind@nordwerk.example") -> Secured:
    """A customer with a passkey."""
    account = make_person(clock.now(), email=email)
    browser, device = browser_of(account), new_device()
    codes = add_passkey(browser, device).json["recovery_codes"]
    return Secured(account, browser, codes, device=device)


def bare_staff() -> tuple[Account, Client]:
    """A member of staff who has no second factor yet."""
    account = make_staff(clock.now())
    account.totp_secret = None
    account.save()
    return account, browser_of(account)
