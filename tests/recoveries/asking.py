"""A company whose owner has left, and people who ask to own it."""

from dataclasses import dataclass
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.accounts.store.accounts import STAFF, find_by_email
from chalicelib.base import clock
from chalicelib.base.actor import Right, StaffRole
from chalicelib.entry.call import STAFF_COOKIE
from chalicelib.recoveries import telling
from local.testing import Cloud
from tests.builders import actor_for, make_colleague, make_cookie, make_person, make_staff
from tests.checks.full import let_pass
from tests.client import Answer, Client
from tests.journeys.leaving import browser_of
from tests.mailbox import letters_to, link_in
from tests.tickets.builders import accept_statement, make_desk
from tests.tickets.files import send_file

CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
OWNER = "mara.lind@nordwerk.example"
EMAIL = "jonas@nordwerk.example"
MANAGER = "anna@nordwerk.example"
OUTSIDER = "ole@nordwerk.example"


@dataclass(frozen=True)
class Stranded:
    """A company with a license: its owner, who is not there, a colleague, a manager of users."""

    owner: Account
    jonas: Account
    manager: Account

    @property
    def company_id(self) -> str:
        """The company."""
        return str(self.owner.company_id)


def stranded() -> Stranded:
    """As of now."""
    now = clock.now()
    desk = make_desk(now)
    jonas = make_colleague(desk.account, now, email=EMAIL, first_name="Jonas", last_name="Beck")
    manager = make_colleague(desk.account, now, Right.MANAGE_USERS, email=MANAGER)
    return Stranded(desk.account, jonas, manager)


def outsider() -> Account:
    """Somebody in no company."""
    return make_person(clock.now(), email=OUTSIDER, company=None)


def application(account: Account, scan: str | None = "NO_THREATS_FOUND") -> str:
    """The official application, as a file that was sent; answers its key."""
    accept_statement(account, clock.now())
    actor = actor_for(account, clock.now())
    return send_file(actor, b"%PDF-1.7 We want", "application.pdf", clock.now(), scan=scan)


def ask(account: Account, **changed: Any) -> Answer:
    """Somebody asks, with the company's code."""
    wish = {"activation_code": CODE, "file": changed.pop("file", None) or application(account)}
    return browser_of(account).post("/api/recoveries", wish | changed)


def asked(account: Account) -> str:
    """Somebody has asked; answers the recovery's id."""
    answer = ask(account)
    assert answer.status == 202, answer.text
    return str(browser_of(account).get("/api/recoveries").json["recovery"]["id"])


def at_desk(role: StaffRole = StaffRole.LICENSE_DESK) -> Client:
    """A browser of somebody of staff, the same person each time."""
    email = f"{role}@vendor.example"
    account = find_by_email(email, STAFF) or make_staff(clock.now(), role, email=email)
    return Client(cookies={STAFF_COOKIE: make_cookie(account, clock.now())})


def decide(recovery_id: str, *, accept: bool, objections: int = 0) -> Answer:
    """The license desk decides."""
    body = {"accept": accept, "reason": "As the application says.", "objections": objections}
    return at_desk().post(f"/api/staff/recoveries/{recovery_id}/decision", body)


def tell() -> None:
    """The job runs; the letters it writes are not sent yet, and still say what they say."""
    telling.go_on_with_all(clock.now())


def days_over(cloud: Cloud | None = None) -> None:
    """The time to object has passed."""
    let_pass(days=7, seconds=1)
    if cloud:
        cloud.run_jobs()


def register_outsider(code: str = CODE, email: str = OUTSIDER) -> None:
    """Somebody without an account shows a code; where a link comes, they set a password."""
    client = Client()
    config = client.get("/api/config").json
    wish = {
        "first_name": "Ole",
        "last_name": "Kern",
        "company_name": "Nordwerk GmbH",
        "email": email,
        "country": "DE",
        "activation_code": code,
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "language": "de",
    }
    answer = client.post("/api/recovery-registrations", wish)
    assert (answer.status, answer.json) == (202, {})
    for letter in letters_to(email, "recovery_begin"):
        chosen = "Zugvogel#88abend"
        body = {"token": link_in(letter), "password": chosen, "password_repeat": chosen}
        assert client.post("/api/activations", body).status == 200


def account_at(email: str) -> Account:
    """The account of an address."""
    found = find_by_email(email)
    assert found is not None
    return found
