"""Keys, reads and writes of second factors, those on the account included."""

from collections.abc import Collection
from datetime import datetime

from chalicelib.accounts.errors import LinkUsed, SignInFailed
from chalicelib.accounts.model import Account, Session
from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict, NotFound, NotSignedIn
from chalicelib.base.ids import digest
from chalicelib.factors.model import Passkey, RecoveryCodes

PASSKEY = "passkey#"
RECOVERY = "recovery"


def passkeys_of(account_id: str) -> list[Passkey]:
    """All of an account, the eldest name first by key; ten at most."""
    return list(Passkey.query(account_id, Passkey.sk.startswith(PASSKEY), consistent_read=True))


def find_passkey(account_id: str, credential_id: str) -> Passkey | None:
    """One by what the browser calls it, or None."""
    return read_one(Passkey, account_id, _place_of(credential_id))


def find_passkey_by_id(account_id: str, passkey_id: str) -> Passkey | None:
    """One by the id that lists show, or None."""
    return read_one(Passkey, account_id, PASSKEY + passkey_id)


def add_passkey(change: Transaction, passkey: Passkey) -> None:
    """A new passkey; Conflict when the account has it."""
    passkey.sk = _place_of(passkey.credential_id)
    change.create(passkey, lost=Conflict())


def _place_of(credential_id: str) -> str:
    # The browser's id can be longer than a key of ours may be.
    return PASSKEY + digest(credential_id)


def use_passkey(change: Transaction, passkey: Passkey, uses: int, day: str) -> None:
    """Note a use; SignInFailed when another one came first, or the passkey has gone."""
    unchanged = Passkey.uses == passkey.uses
    actions = [Passkey.uses.set(uses), Passkey.used_on.set(day)]
    change.update(passkey, actions, unchanged, lost=SignInFailed())


def remove_passkey(change: Transaction, passkey: Passkey) -> None:
    """Take a passkey away; NotFound when it is away already."""
    change.delete(passkey, Passkey.pk.exists(), lost=NotFound())


def find_recovery_codes(account_id: str) -> RecoveryCodes | None:
    """The account's codes, or None."""
    return read_one(RecoveryCodes, account_id, RECOVERY)


def put_recovery_codes(
    change: Transaction, account_id: str, codes: Collection[str], now: datetime
) -> None:
    """New codes in place of all former ones."""
    hashes = {digest(code) for code in codes}
    change.put(RecoveryCodes(pk=account_id, sk=RECOVERY, hashes=hashes, made_at=now))


def use_recovery_code(change: Transaction, codes: RecoveryCodes, used: str) -> None:
    """Use one up by its hash; SignInFailed when it is used already."""
    there = RecoveryCodes.hashes.contains(used)
    change.update(codes, [RecoveryCodes.hashes.delete({used})], there, lost=SignInFailed())


def remove_recovery_codes(change: Transaction, account_id: str) -> None:
    """Forget them; nothing happens when there are none."""
    change.delete(RecoveryCodes(pk=account_id, sk=RECOVERY))


def set_factors(
    change: Transaction,
    account: Account,
    *,
    totp_secret: str | None,
    totp_step: int,
    passkeys: int,
    generation: int,
) -> None:
    """What the second factors are from now on; Conflict when they changed since they were read.

    A wish to have a lost one removed is over with that.
    """
    had = Account.totp_secret == account.totp_secret
    unchanged = (
        (had if account.totp_secret else Account.totp_secret.does_not_exist())
        & (Account.passkeys == account.passkeys)
        & (Account.generation == account.generation)
    )
    secret = Account.totp_secret
    actions = [
        secret.set(totp_secret) if totp_secret else secret.remove(),
        Account.totp_step.set(totp_step),
        Account.passkeys.set(passkeys),
        Account.generation.set(generation),
        Account.factor_removal.remove(),
    ]
    change.update(account, actions, unchanged)


def keep_session(change: Transaction, actor: Actor, generation: int) -> None:
    """Let the browser that asks stay signed in while all others are signed out."""
    session = Session(pk=actor.account_id, sk=f"session#{actor.session_id}")
    change.update(session, [Session.generation.set(generation)], lost=NotSignedIn())


def set_factor_removal(
    change: Transaction, account: Account, link_id: str | None, *, instead_of: str | None
) -> None:
    """Which link may remove the second factor, or none; LinkUsed when that changed meanwhile."""
    removal = Account.factor_removal
    action = removal.set(link_id) if link_id else removal.remove()
    unchanged = removal == instead_of if instead_of else removal.does_not_exist()
    change.update(account, [action], unchanged, lost=LinkUsed())


def note_factor_used(change: Transaction, account: Account) -> None:
    """A factor that is no code was shown: it is not lost. SignInFailed as `demand_password`."""
    unchanged = (Account.password_hash == account.password_hash) & (
        Account.generation == account.generation
    )
    change.update(account, [Account.factor_removal.remove()], unchanged, lost=SignInFailed())
