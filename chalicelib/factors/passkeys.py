"""Passkeys: added by their owner, and taken off again (ACC-5)."""

from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.sessions import account_of
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.factors import store
from chalicelib.factors.ceremony import judge_made, relying_party
from chalicelib.factors.errors import TooManyPasskeys
from chalicelib.factors.model import Passkey
from chalicelib.factors.repeating import once
from chalicelib.factors.schemas import NewPasskey, PasskeyWanted, RecoveryCodesOut
from chalicelib.factors.service import add_factor, demand_confirmed, remove_factor, shown


def want(actor: Actor, password: str | None, now: datetime, operation: Operation) -> PasskeyWanted:
    """A challenge for the browser to make a passkey with."""

    def do() -> PasskeyWanted:
        account = account_of(actor)
        if account.passkeys >= settings().passkeys_per_account:
            raise TooManyPasskeys(max=settings().passkeys_per_account)
        demand_confirmed(actor, account, password, now)
        change = Transaction(operation, now)
        lifetime = timedelta(seconds=settings().enrolment_seconds)
        link_id = links.issue(change, Purpose.ADD_PASSKEY, account.pk, now, lifetime)
        change.commit({"link": link_id})
        return _wanted(actor, link_id)

    return once(operation, do, lambda answer: _wanted(actor, answer["link"]))


def _wanted(actor: Actor, link_id: str) -> PasskeyWanted:
    return PasskeyWanted(
        token=token_of(link_id),
        rp_id=relying_party(),
        user_id=actor.account_id,
        user_name=actor.email,
        display_name=actor.name,
        known=[passkey.credential_id for passkey in store.passkeys_of(actor.account_id)],
    )


def add(actor: Actor, data: NewPasskey, now: datetime, operation: Operation) -> RecoveryCodesOut:
    """Keep a passkey that the browser made. With the first factor come recovery codes.

    Raises PasskeyRefused, TooManyPasskeys, Conflict for one that is there, and what `links.find`
    raises.
    """
    return once(
        operation,
        lambda: _add(actor, data, now, operation),
        lambda answer: shown(answer["set"]),
    )


def _add(actor: Actor, data: NewPasskey, now: datetime, operation: Operation) -> RecoveryCodesOut:
    link = links.find(data.token, Purpose.ADD_PASSKEY, now)
    if link.subject != actor.account_id:
        raise NotFound
    account = account_of(actor)
    if account.passkeys >= settings().passkeys_per_account:
        raise TooManyPasskeys(max=settings().passkeys_per_account)
    made = judge_made(data.credential, data.token)
    passkey = Passkey(
        pk=account.pk,
        credential_id=made.credential_id,
        public_key=made.public_key,
        uses=made.uses,
        name=data.name,
        transports=set(data.credential.transports) or None,
        created_at=now,
    )
    change = Transaction(operation, now)
    links.spend(change, link, now)
    store.add_passkey(change, passkey)
    set_id = add_factor(change, actor, account, now, name=data.name)
    change.commit({"set": set_id})
    return shown(set_id)


def remove(
    actor: Actor, passkey_id: str, password: str | None, now: datetime, operation: Operation
) -> None:
    """Take a passkey off; NotFound when the account has none of that id."""
    account = account_of(actor)
    passkey = store.find_passkey_by_id(account.pk, passkey_id)
    if passkey is None:
        raise NotFound
    demand_confirmed(actor, account, password, now)
    change = Transaction(operation, now)
    store.remove_passkey(change, passkey)
    remove_factor(change, actor, account, now, name=passkey.name)
    change.commit()
