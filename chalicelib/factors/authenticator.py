"""An authenticator app (TOTP): offered, confirmed by a code, taken off again (ACC-5)."""

from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.second_step import step_of
from chalicelib.accounts.sessions import account_of
from chalicelib.accounts.throttling import guessing, throttle_at
from chalicelib.aws.factor_secrets import totp_secret_of
from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.aws.vendor import vendor
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.factors.errors import FactorThere
from chalicelib.factors.repeating import once
from chalicelib.factors.schemas import AuthenticatorOffer, RecoveryCodesOut
from chalicelib.factors.service import add_factor, demand_confirmed, remove_factor, shown


def offer(
    actor: Actor, password: str | None, now: datetime, operation: Operation
) -> AuthenticatorOffer:
    """A secret for an app; it is computed from the link's id, and kept once a code confirms it."""

    def do() -> AuthenticatorOffer:
        account = account_of(actor)
        if account.totp_secret:
            raise FactorThere
        demand_confirmed(actor, account, password, now)
        change = Transaction(operation, now)
        lifetime = timedelta(seconds=settings().enrolment_seconds)
        link_id = links.issue(change, Purpose.AUTHENTICATOR, account.pk, now, lifetime)
        change.commit({"link": link_id})
        return _offer(link_id, account.email)

    return once(operation, do, lambda answer: _offer(answer["link"], actor.email))


def _offer(link_id: str, email: str) -> AuthenticatorOffer:
    from pyotp import TOTP

    secret = totp_secret_of(link_id)
    uri = TOTP(secret).provisioning_uri(name=email, issuer_name=vendor().name)
    return AuthenticatorOffer(token=token_of(link_id), secret=secret, uri=uri)


def confirm(
    actor: Actor, token: str, code: str, now: datetime, operation: Operation
) -> RecoveryCodesOut:
    """Keep the app whose code it is. With the first factor come recovery codes.

    Raises Invalid on `code`; FactorThere when there is an app by now; what `links.find` raises.
    """
    return once(
        operation,
        lambda: _confirm(actor, token, code, now, operation),
        lambda answer: shown(answer["set"]),
    )


def _confirm(
    actor: Actor, token: str, code: str, now: datetime, operation: Operation
) -> RecoveryCodesOut:
    link = links.find(token, Purpose.AUTHENTICATOR, now)
    if link.subject != actor.account_id:
        raise NotFound
    throttle_at(actor.account_id, "enrol", actor.address, guessing(), now)
    account = account_of(actor)
    if account.totp_secret:
        raise FactorThere
    secret = totp_secret_of(token.partition(".")[0])
    step = step_of(secret, code.replace(" ", ""), now)
    if step is None:
        raise Invalid(FieldError("code", "code_wrong"))
    change = Transaction(operation, now)
    links.spend(change, link, now)
    set_id = add_factor(change, actor, account, now, totp=(secret, step))
    change.commit({"set": set_id})
    return shown(set_id)


def remove(actor: Actor, password: str | None, now: datetime, operation: Operation) -> None:
    """Take the app off; nothing to do where there is none."""
    account = account_of(actor)
    demand_confirmed(actor, account, password, now)
    if not account.totp_secret:
        return
    change = Transaction(operation, now)
    remove_factor(change, actor, account, now, authenticator=True)
    change.commit()
