"""A store with some of everything in it, made as people and jobs make it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chalicelib.base import clock, ids
from chalicelib.base.actor import StaffRole
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from local.testing import Cloud
from tests.builders import (
    PASSWORD,
    actor_for,
    make_catalog,
    make_cookie,
    make_license,
    make_person,
    make_staff,
)
from tests.checks.store import Raw, read_store
from tests.client import Client
from tests.factors.device import Device, raw
from tests.invitations.guests import accept, invitation_link, invite, open_ones
from tests.mail.feedback import promised, tell
from tests.mailbox import letters_to, link_in
from tests.tickets.browsers import form
from tests.tickets.builders import accept_statement
from tests.tickets.files import send_file

CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
BLOCKED = "9BLKQ-9XDM2-B8WZ4-RT6YH"
SEATS_ADDED = "4SEAT-9XDM2-B8WZ4-RT6YH"
MERGED = {"5MRGA-9XDM2-B8WZ4-RT6YH": "2026-01-18", "6MRGB-9XDM2-B8WZ4-RT6YH": "2026-01-19"}
EMAIL = "mara.lind@nordwerk.example"
STRANGER = "eve@suedwerk.example"


@dataclass(frozen=True)
class Full:
    """The store's account at the engine, and ids of what is in it."""

    cloud: Cloud
    ticket_id: str
    over_id: str
    file_key: str
    license_id: str


def let_pass(**span: float) -> None:
    """Move the clock on from where it is."""
    apart = clock.now() - datetime.now(UTC) + timedelta(**span)
    clock.shift_by(lambda: apart)


def register_and_activate(client: Client) -> None:
    """Nordwerk's owner, from the code to the password."""
    config = client.get("/api/config").json
    wish = {
        "first_name": "Mara",
        "last_name": "Lind",
        "company_name": "Nordwerk GmbH",
        "email": EMAIL,
        "country": "DE",
        "activation_code": CODE,
        "accept_terms": config["terms"]["version"],
        "accept_privacy": config["privacy"]["version"],
        "language": "de",
    }
    assert client.post("/api/registrations", wish).status == 202
    token = link_in(letters_to(EMAIL, "account_activate")[0])
    chosen = {"token": token, "password": PASSWORD, "password_repeat": PASSWORD}
    assert client.post("/api/activations", chosen).status == 200
    signed_in = client.post("/api/sessions", {"email": EMAIL, "password": PASSWORD})
    assert signed_in.json["state"] == "signed_in"
    assert client.post("/api/me/data-statement", {"version": "1"}).status == 200
    assert client.put("/api/me/notices", {"unwanted": ["expiry"]}).status == 200


def protect_by_passkey(desk: Client) -> None:
    """Staff's second second factor, and recovery codes for both."""
    wanted = desk.post("/api/staff/me/passkeys/options", {"password": PASSWORD}).json
    made = Device(raw(ids.token())).make(wanted)
    body = {"token": wanted["token"], "name": "Key", "credential": made}
    assert desk.post("/api/staff/me/passkeys", body).status == 200
    assert desk.post("/api/staff/me/recovery-codes", {"password": PASSWORD}).status == 200


def fill(cloud: Cloud) -> Full:
    """Two companies and an agent; a license; a request in talk and one that is over."""
    now = clock.now()
    make_catalog(now)
    license_ = make_license(CODE)
    make_license(BLOCKED, issued_on="2026-01-16", blocked_at="2026-02-01T12:00:00Z")
    client = Client()
    register_and_activate(client)
    asked = {"product_id": license_.products[0]}
    assert client.get(f"/api/licenses/{license_.pk}/key-file", **asked).status == 200
    _replace_a_code(client)
    _activate_and_lease(client, license_.pk)
    stranger = make_person(now, email=STRANGER, company="Südwerk AG")
    Client(cookies={CUSTOMER_COOKIE: make_cookie(stranger, now)}).get("/api/me")
    agent = make_staff(now)
    desk = Client(cookies={STAFF_COOKIE: make_cookie(agent, now)})
    make_staff(now, StaffRole.SUPERVISOR, email="boss@vendor.example")
    _invite(client)
    protect_by_passkey(desk)
    talked = _talk(client, desk, cloud)
    assert invite(client, "dana@nordwerk.example").json["sent"] == 1
    _come_back(cloud)
    client.post("/api/password-resets", {"email": EMAIL})
    _ask_to_own(client)
    cloud.run_jobs()
    return Full(cloud, *talked, license_.pk)


def _come_back(cloud: Cloud) -> None:
    """The stranger's mailbox is gone: one letter comes back, the next one does not go out."""
    for template in ("survey", "ticket_answer"):
        letter = promised(template, clock.now(), STRANGER)
        cloud.run_jobs()
        tell(letter)


def _invite(client: Client) -> None:
    """One is accepted, one withdrawn, and one will have run out."""
    for name in ("anna", "ben", "cora"):
        assert invite(client, f"{name}@nordwerk.example").json["sent"] == 1
    assert accept(invitation_link("anna@nordwerk.example")).status == 200
    rows = {row["email"]: row["id"] for row in open_ones(client)}
    client.post(f"/api/company/invitations/{rows['ben@nordwerk.example']}/withdrawal")


def _ask_to_own(owner: Client) -> None:
    """A colleague asks to own Nordwerk, and its owner objects."""
    from chalicelib.accounts.store.accounts import find_by_email

    anna = find_by_email("anna@nordwerk.example")
    assert anna is not None
    accept_statement(anna, clock.now())
    file = send_file(actor_for(anna, clock.now()), b"%PDF", "wish.pdf", clock.now(), scan=None)
    browser = Client(cookies={CUSTOMER_COOKIE: make_cookie(anna, clock.now())})
    answer = browser.post("/api/recoveries", {"activation_code": CODE, "file": file})
    assert answer.status == 202, answer.text
    assert owner.post("/api/company/recovery/objection", {"words": "No."}).status == 200


def _replace_a_code(client: Client) -> None:
    """Another license of Nordwerk gets more seats, and so a second code."""
    more = make_license(
        SEATS_ADDED, issued_on="2026-01-17", product_ids="vault-server", serial_number="HG-26-4799"
    )
    added = client.post("/api/licenses", {"activation_code": SEATS_ADDED})
    assert added.status == 201
    desk = make_staff(clock.now(), StaffRole.LICENSE_DESK, email="desk@vendor.example")
    browser = Client(cookies={STAFF_COOKIE: make_cookie(desk, clock.now())})
    answer = browser.post(f"/api/staff/licenses/{more.pk}/seats", {"seats": 5})
    assert answer.status == 200
    _merge_two(client, browser)


def _merge_two(client: Client, desk: Client) -> None:
    """Two more licenses are made one, with a device on the one that goes."""
    soon = (clock.now() + timedelta(days=50)).date()
    stays, goes = (
        make_license(
            code,
            issued_on=issued_on,
            expires_on=soon.isoformat(),
            serial_number=f"HG-26-48{place:02}",
        )
        for place, (code, issued_on) in enumerate(MERGED.items())
    )
    for code in MERGED:
        assert client.post("/api/licenses", {"activation_code": code}).status == 201
    wish = {"code": list(MERGED)[1], "device": "machine-000000009", "product": "guard-business"}
    assert Client().post("/api/activation-service/activate", wish).status == 200
    later = (soon + timedelta(days=365)).isoformat()
    body = {"others": [goes.public_id], "expires_on": later}
    assert desk.post(f"/api/staff/licenses/{stays.pk}/merger", body).status == 200


def _activate_and_lease(client: Client, license_id: str) -> None:
    wish = {"code": CODE, "device": "machine-000000001", "product": "guard-business"}
    assert Client().post("/api/activation-service/activate", wish).status == 200
    lease = {"device": "machine-000000002", "days": 90}
    assert client.post(f"/api/licenses/{license_id}/leases", lease).status == 201


def _talk(client: Client, desk: Client, cloud: Cloud) -> tuple[str, str, str]:
    from chalicelib.accounts.store.accounts import find_by_email

    author = find_by_email(EMAIL)
    assert author is not None
    key = send_file(actor_for(author, clock.now()), now=clock.now(), scan=None)
    going, over = (
        client.post("/api/tickets", form(**more)).json["id"] for more in ({"files": [key]}, {})
    )
    desk.post(f"/api/staff/tickets/{going}/messages", {"kind": "question", "text": "Which?"})
    desk.post(f"/api/staff/tickets/{over}/closure", {"how": "close", "reason": "Done."})
    send_file(actor_for(author, clock.now()), b"another", now=clock.now(), scan=None)
    let_pass(days=7.5)
    cloud.run_jobs()
    send_file(actor_for(author, clock.now()), b"unattached", now=clock.now(), scan=None)
    return going, over, key


@contextmanager
def restored(cloud: Cloud) -> Iterator[None]:
    """Whatever the block writes past the services is undone after it."""
    before = _by_key(cloud)
    yield
    after = _by_key(cloud)
    for (table, pk, sk), row in before.items():
        if after.get((table, pk, sk)) != row:
            cloud.engine.call("PutItem", {"TableName": table, "Item": row})
    for table, pk, sk in after.keys() - before.keys():
        key = {"pk": {"S": pk}, "sk": {"S": sk}}
        cloud.engine.call("DeleteItem", {"TableName": table, "Key": key})
    cloud.mails.clear()


def _by_key(cloud: Cloud) -> dict[tuple[str, str, str], Raw]:
    raw = read_store(cloud).raw
    return {(t, row["pk"]["S"], row["sk"]["S"]): row for t, rows in raw.items() for row in rows}
