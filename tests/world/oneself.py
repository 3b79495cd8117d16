"""Sample requests about one's own account: sessions and second factors, on both sides."""

from collections.abc import Mapping
from datetime import timedelta

from pyotp import TOTP

from chalicelib.accounts import links
from chalicelib.accounts.model import Account, Purpose
from chalicelib.aws.factor_secrets import totp_secret_of
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.factors import store
from chalicelib.factors.model import Passkey
from tests.builders import PASSWORD, TOTP_SECRET, make_cookie
from tests.factors.device import Device, raw
from tests.tickets.builders import anew
from tests.world.people import STAFF, Who
from tests.world.sample import Make, Sample, body, plain
from tests.world.world import World

CONFIRMED = {"password": PASSWORD}
SET_ID = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def own_of(world: World, staff: bool) -> Account:
    """Whose things the samples are about."""
    return world.people.accounts[Who.AGENT if staff else Who.AUTHOR]


def link_for(world: World, purpose: Purpose, account: Account, **data: object) -> str:
    now = world.clock.moment
    change = Transaction(anew(), now)
    link_id = links.issue(change, purpose, account.pk, now, timedelta(minutes=5), data)
    change.commit()
    return link_id


def _unprotect(world: World) -> None:
    for who in STAFF:
        account = world.people.accounts[who]
        Account(pk=account.pk, sk="account").update([Account.totp_secret.remove()])


def _protect_twice(world: World) -> None:
    for who in STAFF:
        account = world.people.accounts[who]
        Account(pk=account.pk, sk="account").update([Account.passkeys.set(1)])


def give_passkey(account: Account, now: object) -> Device:
    """A passkey, as if it had been added."""
    from tests.factors.device import text_of

    device = Device(raw(ids.token()), user_handle=account.pk)
    passkey = Passkey(
        pk=account.pk,
        credential_id=device.id,
        public_key=text_of(device.public_key()),
        uses=0,
        name="Key",
        created_at=now,
    )
    change = Transaction(anew(), now)  # type: ignore[arg-type]
    store.add_passkey(change, passkey)
    change.commit()
    Account(pk=account.pk, sk="account").update([Account.passkeys.add(1)])
    return device


def _unprotected(make: Make) -> Make:
    def made(world: World) -> Sample:
        _unprotect(world)
        return make(world)

    return made


def _app(staff: bool) -> Make:
    def make(world: World) -> Sample:
        if staff:
            _unprotect(world)
        link_id = link_for(world, Purpose.AUTHENTICATOR, own_of(world, staff))
        code = TOTP(totp_secret_of(link_id)).at(world.clock.moment)
        return Sample(body={"token": token_of(link_id), "code": code})

    return make


def _take_app_off(staff: bool) -> Make:
    def make(world: World) -> Sample:
        if staff:
            _protect_twice(world)
        return Sample(body=CONFIRMED)

    return make


def _new_passkey(staff: bool) -> Make:
    def make(world: World) -> Sample:
        account = own_of(world, staff)
        token = token_of(link_for(world, Purpose.ADD_PASSKEY, account))
        made = Device(raw(ids.token())).make({"token": token, "user_id": account.pk})
        return Sample(body={"token": token, "name": "Laptop", "credential": made})

    return make


def _own_passkey(staff: bool) -> Make:
    def make(world: World) -> Sample:
        device = give_passkey(own_of(world, staff), world.clock.moment)
        return Sample({"passkey_id": ids.digest(device.id)}, body=CONFIRMED)

    return make


def _codes(staff: bool) -> Make:
    def make(world: World) -> Sample:
        if not staff:
            own = own_of(world, staff)
            Account(pk=own.pk, sk="account").update([Account.totp_secret.set(TOTP_SECRET)])
        return Sample(body=CONFIRMED)

    return make


def _session(staff: bool) -> Make:
    def make(world: World) -> Sample:
        cookie = make_cookie(own_of(world, staff), world.clock.moment)
        return Sample({"session_id": cookie.split(".")[2]})

    return make


def _own_objection(world: World) -> Sample:
    account = own_of(world, staff=False)
    Account(pk=account.pk, sk="account").update([Account.factor_removal.set(SET_ID)])
    return Sample()


def _of_side(base: str, staff: bool) -> dict[str, Make]:
    confirm = body(**CONFIRMED)
    return {
        f"GET {base}/me/sessions": plain,
        f"DELETE {base}/me/sessions": plain,
        f"DELETE {base}/me/sessions/{{session_id}}": _session(staff),
        f"POST {base}/me/password-link": plain,
        f"GET {base}/me/factors": plain,
        f"POST {base}/me/authenticator/offer": _unprotected(confirm) if staff else confirm,
        f"POST {base}/me/authenticator": _app(staff),
        f"POST {base}/me/authenticator/removal": _take_app_off(staff),
        f"POST {base}/me/passkeys/options": confirm,
        f"POST {base}/me/passkeys": _new_passkey(staff),
        f"POST {base}/me/passkeys/{{passkey_id}}/removal": _own_passkey(staff),
        f"POST {base}/me/recovery-codes": _codes(staff),
    }


ONESELF: Mapping[str, Make] = {
    **_of_side("/api", staff=False),
    **_of_side("/api/staff", staff=True),
    "POST /api/me/factors/objection": _own_objection,
    "GET /api/me/data": plain,
    "PUT /api/me/data": body(first_name="Mara", last_name="Lindt", country="AT", branch=None),
}
