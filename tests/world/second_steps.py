"""Sample requests for signing in with a second factor, and for the way back without one."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from chalicelib.accounts import second_step
from chalicelib.accounts.model import Account, Purpose
from chalicelib.accounts.store.accounts import find_account
from chalicelib.aws.factor_secrets import recovery_codes_of
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.factors import store
from tests.tickets.builders import anew
from tests.world.oneself import CONFIRMED, SET_ID, give_passkey, link_for, own_of
from tests.world.sample import Make, Sample, plain
from tests.world.world import World

Answering = Callable[[World, str], Sample]


def _challenge(world: World, staff: bool) -> tuple[Account, str]:
    account = own_of(world, staff) if staff else world.things.second_factor_account
    fresh = find_account(account.pk) or account
    return fresh, second_step.ask_second_factor(fresh, world.clock.moment, Operation(ids.token()))


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
        account = own_of(world, staff)
        device = give_passkey(account, world.clock.moment)
        token = token_of(link_for(world, Purpose.PASSKEY_SIGN_IN, account))
        return Sample(body={"challenge": token, "credential": device.show(token)})

    return make


def _asked_for_removal(world: World) -> tuple[Account, str]:
    account = world.things.second_factor_account
    began = (world.clock.moment - timedelta(hours=1)).isoformat()
    generation = int(account.generation)
    known = {"generation": generation, "from": began}
    removal = link_for(world, Purpose.DROP_FACTOR, account, **known)
    Account(pk=account.pk, sk="account").update([Account.factor_removal.set(removal)])
    return account, removal


def _removal(world: World) -> Sample:
    return Sample(body={"token": token_of(_asked_for_removal(world)[1])})


def _redeemed(world: World) -> Sample:
    return Sample(body={"token": token_of(_asked_for_removal(world)[1]), **CONFIRMED})


def _objection(world: World) -> Sample:
    account, removal = _asked_for_removal(world)
    return Sample(
        body={"token": token_of(link_for(world, Purpose.KEEP_FACTOR, account, removal=removal))}
    )


def _reshown(staff: bool, alone: bool) -> Answering:
    """The same passkey answers another challenge."""

    def answer(world: World, token: str) -> Sample:
        second = own_of(world, staff) if staff or alone else world.things.second_factor_account
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


def _of_side(base: str, staff: bool) -> dict[str, Make]:
    return {
        f"POST {base}/sessions/second-factor/passkeys": _challenged(staff),
        f"POST {base}/sessions/second-factor/passkey": _shown(staff),
        f"POST {base}/sessions/second-factor/recovery": _recovery_code(staff),
        f"POST {base}/sessions/passkey/options": plain,
        f"POST {base}/sessions/passkey": _alone(staff),
    }


SECOND_STEPS: Mapping[str, Make] = {
    **_of_side("/api", staff=False),
    **_of_side("/api/staff", staff=True),
    "POST /api/sessions/second-factor/lost": _challenged(staff=False),
    "POST /api/factor-removals/inspect": _removal,
    "POST /api/factor-removals/redeem": _redeemed,
    "POST /api/factor-removals/objection": _objection,
}
