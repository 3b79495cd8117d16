"""Sample requests about one's own account: sessions and second factors, on both sides."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from pyotp import TOTP

from chalicelib.accounts import links, service
from chalicelib.accounts.model import Account, Purpose
from chalicelib.accounts.store import find_account
from chalicelib.aws.factor_secrets import recovery_codes_of, totp_secret_of
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.factors import store
from chalicelib.factors.model import Passkey
from tests.builders import PASSWORD, TOTP_SECRET, make_cookie
from tests.factors.device import Device, raw
from tests.tickets.builders import anew
from tests.world.people import STAFF, Who
from tests.world.sample import Make, Sample, body, plain
from tests.world.world import World

Answering = Callable[[World, str], Sample]
CONFIRMED = {"password": PASSWORD}
SET_ID = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _own(world: World, staff: bool) -> Account:
    """Whose things the samples are about."""
    return world.people.accounts[Who.AGENT if staff else Who.AUTHOR]


def _link(world: World, purpose: Purpose, account: Account, **data: object) -> str:
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
        link_id = _link(world, Purpose.AUTHENTICATOR, _own(world, staff))
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
        account = _own(world, staff)
        token = token_of(_link(world, Purpose.ADD_PASSKEY, account))
        made = Device(raw(ids.token())).make({"token": token, "user_id": account.pk})
        return Sample(body={"token": token, "name": "Laptop", "credential": made})

    return make


def _own_passkey(staff: bool) -> Make:
    def make(world: World) -> Sample:
        device = give_passkey(_own(world, staff), world.clock.moment)
        return Sample({"passkey_id": ids.digest(device.id)}, body=CONFIRMED)

    return make


def _codes(staff: bool) -> Make:
    def make(world: World) -> Sample:
        if not staff:
            own = _own(world, staff)
            Account(pk=own.pk, sk="account").update([Account.totp_secret.set(TOTP_SECRET)])
        return Sample(body=CONFIRMED)

    return make


def _session(staff: bool) -> Make:
    def make(world: World) -> Sample:
        cookie = make_cookie(_own(world, staff), world.clock.moment)
        return Sample({"session_id": cookie.split(".")[2]})

    return make


def _challenge(world: World, staff: bool) -> tuple[Account, str]:
    account = _own(world, staff) if staff else world.things.second_factor_account
    fresh = find_account(account.pk) or account
    return fresh, service.ask_second_factor(fresh, world.clock.moment, Operation(ids.token()))


def _challenged(staff: bool) -> Make:
    return lambda world: Sample(body={"challenge": _challenge(world, staff)[1]})


def _shown(staff: bool) -> Make:
    def make(world: World) -> Sample:
        account, challenge = _challenge(world, staff)
        device = give_passkey(account, world.clock.moment)
        return Sample(body={"challenge": challenge, "credential": device.show(challenge)})

    return make


def _recovery_code(staff: bool) -> Make:
    def make(world: World) -> Sample:
        account, challenge = _challenge(world, staff)
        codes = recovery_codes_of(SET_ID, 10)
        change = Transaction(anew(), world.clock.moment)
        store.put_recovery_codes(change, account.pk, codes, world.clock.moment)
        change.commit()
        return Sample(body={"challenge": challenge, "code": codes[0]})

    return make


def _alone(staff: bool) -> Make:
    def make(world: World) -> Sample:
        account = _own(world, staff)
        device = give_passkey(account, world.clock.moment)
        token = token_of(_link(world, Purpose.PASSKEY_SIGN_IN, account))
        return Sample(body={"challenge": token, "credential": device.show(token)})

    return make


def _asked_for_removal(world: World) -> tuple[Account, str]:
    account = world.things.second_factor_account
    began = (world.clock.moment - timedelta(hours=1)).isoformat()
    generation = int(account.generation)
    known = {"generation": generation, "from": began}
    removal = _link(world, Purpose.DROP_FACTOR, account, **known)
    Account(pk=account.pk, sk="account").update([Account.factor_removal.set(removal)])
    return account, removal


def _removal(world: World) -> Sample:
    return Sample(body={"token": token_of(_asked_for_removal(world)[1])})


def _redeemed(world: World) -> Sample:
    return Sample(body={"token": token_of(_asked_for_removal(world)[1]), **CONFIRMED})


def _objection(world: World) -> Sample:
    account, removal = _asked_for_removal(world)
    return Sample(
        body={"token": token_of(_link(world, Purpose.KEEP_FACTOR, account, removal=removal))}
    )


def _reshown(staff: bool, alone: bool) -> Answering:
    """The same passkey answers another challenge."""

    def answer(world: World, token: str) -> Sample:
        second = _own(world, staff) if staff or alone else world.things.second_factor_account
        device = give_passkey(find_account(second.pk) or second, world.clock.moment)
        return Sample(body={"challenge": token, "credential": device.show(token)})

    return answer


ANSWERING: Mapping[str, Answering] = {
    "POST /api/sessions/second-factor/passkey": _reshown(staff=False, alone=False),
    "POST /api/staff/sessions/second-factor/passkey": _reshown(staff=True, alone=False),
    "POST /api/sessions/passkey": _reshown(staff=False, alone=True),
    "POST /api/staff/sessions/passkey": _reshown(staff=True, alone=True),
    "POST /api/factor-removals/inspect": lambda _, token: Sample(body={"token": token}),
    "POST /api/factor-removals/redeem": lambda _, token: Sample(body={"token": token, **CONFIRMED}),
    "POST /api/factor-removals/objection": lambda _, token: Sample(body={"token": token}),
}
"""Doors where the rest of a request depends on the secret that is brought."""


def _own_objection(world: World) -> Sample:
    account = _own(world, staff=False)
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
        f"POST {base}/sessions/second-factor/passkeys": _challenged(staff),
        f"POST {base}/sessions/second-factor/passkey": _shown(staff),
        f"POST {base}/sessions/second-factor/recovery": _recovery_code(staff),
        f"POST {base}/sessions/passkey/options": plain,
        f"POST {base}/sessions/passkey": _alone(staff),
    }


ONESELF: Mapping[str, Make] = {
    **_of_side("/api", staff=False),
    **_of_side("/api/staff", staff=True),
    "POST /api/me/factors/objection": _own_objection,
    "POST /api/sessions/second-factor/lost": _challenged(staff=False),
    "POST /api/factor-removals/inspect": _removal,
    "POST /api/factor-removals/redeem": _redeemed,
    "POST /api/factor-removals/objection": _objection,
}
