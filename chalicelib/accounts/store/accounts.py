"""Keys, reads and writes of accounts and their addresses."""

from collections.abc import Collection, Sequence
from datetime import datetime

from chalicelib.accounts.errors import AddressTaken, LinkUsed, SignInFailed
from chalicelib.accounts.model import Account, Address
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.aws.wiping import wipe
from chalicelib.base.errors import NotFound

CUSTOMERS = "customer"
STAFF = "staff"


def account_key(account_id: str) -> Key:
    """Where an account stands."""
    return (Account, account_id, "account")


def address_key(email: str, side: str = CUSTOMERS) -> Key:
    """Where the claim to an e-mail address stands; customers and staff are told apart."""
    return (Address, f"address#{side}#{email.lower()}", "address")


def find_account(account_id: str) -> Account | None:
    """The account, or None."""
    return read_one(Account, account_id, "account")


def find_accounts(account_ids: Sequence[str]) -> list[Account]:
    """Those of up to 100 accounts that are there, in one round trip; none asked costs none."""
    found = read_many([account_key(one) for one in account_ids]) if account_ids else []
    return [account for account in found if account is not None]


def find_by_email(email: str, side: str = CUSTOMERS) -> Account | None:
    """The account of an address, or None; after the same two reads."""
    _, pk, sk = address_key(email, side)
    address = read_one(Address, pk, sk)
    return find_account(address.account_id if address else "nobody")


def address_is_taken(email: str) -> bool:
    """Whether a customer has an account with this address."""
    _, pk, sk = address_key(email)
    return read_one(Address, pk, sk) is not None


def add_account(change: Transaction, account: Account, side: str = CUSTOMERS) -> None:
    """A new account with its address; AddressTaken when somebody was first."""
    _, pk, sk = address_key(account.email, side)
    change.create(Address(pk=pk, sk=sk, account_id=account.pk), lost=AddressTaken())
    change.create(account)


def demand_password(change: Transaction, account: Account) -> None:
    """Let the change happen only while the password is the one that was checked."""
    change.check(account, Account.password_hash == account.password_hash, lost=SignInFailed())


def set_password(change: Transaction, account: Account, hashed: str) -> None:
    """A new password; every session that began before is over with it, and every other link.

    LinkUsed when another link was faster.
    """
    after = (Account.generation | 0) + 1
    actions = [Account.password_hash.set(hashed), Account.generation.set(after)]
    unchanged = Account.password_hash == account.password_hash
    change.update(account, actions, unchanged, lost=LinkUsed())


def use_totp_step(change: Transaction, account: Account, step: int) -> None:
    """Use up a code of the authenticator app, and all before it.

    SignInFailed when it is used, or when the password is not the one that was checked any more.
    """
    unused = (Account.totp_step < step) & (Account.password_hash == account.password_hash)
    # Whoever has the factor has not lost it.
    actions = [Account.totp_step.set(step), Account.factor_removal.remove()]
    change.update(account, actions, unused, lost=SignInFailed())


def set_person(
    change: Transaction, account: Account, first_name: str, last_name: str, country: str
) -> None:
    """A person's name and country; NotFound when the account is gone."""
    actions = [
        Account.first_name.set(first_name),
        Account.last_name.set(last_name),
        Account.country.set(country),
    ]
    change.update(account, actions, lost=NotFound())


def set_preferences(change: Transaction, account: Account, language: str, zone: str | None) -> None:
    """The language a person reads, and the zone; None is wherever the browser is."""
    kept = Account.zone.set(zone) if zone else Account.zone.remove()
    change.update(account, [Account.language.set(language), kept])


def set_unwanted(change: Transaction, account: Account, topics: Collection[str]) -> None:
    """The topics a person wants no letters about."""
    kept = Account.unwanted.set(set(topics)) if topics else Account.unwanted.remove()
    change.update(account, [kept])


def set_data_statement(change: Transaction, account: Account, version: str, now: datetime) -> None:
    """Which statement on providing data was accepted, and when."""
    accepted = [Account.data_statement_version.set(version), Account.data_statement_at.set(now)]
    change.update(account, accepted)


def demand_no_company(change: Transaction, account_id: str, *, lost: Lost) -> None:
    """Let the change happen only while the person is there, and in no company."""
    alone = Account.pk.exists() & Account.company_id.does_not_exist()
    change.check(Account(pk=account_id, sk="account"), alone, lost=lost)


def put_into_company(change: Transaction, account: Account, company_id: str, *, lost: Lost) -> None:
    """Make somebody who is in no company one of this one, on the password that was checked."""
    free = Account.company_id.does_not_exist() & (Account.password_hash == account.password_hash)
    change.update(account, [Account.company_id.set(company_id)], free, lost=lost)


def leave_company(change: Transaction, account: Account, company_id: str, *, lost: Lost) -> None:
    """The person is in no company from here on, and every session of theirs is over."""
    after = (Account.generation | 0) + 1
    actions = [
        Account.company_id.remove(),
        Account.former_companies.add({company_id}),
        Account.generation.set(after),
    ]
    change.update(account, actions, Account.company_id == company_id, lost=lost)


def remove_account(
    change: Transaction, account: Account, side: str = CUSTOMERS, *, lost: Lost
) -> None:
    """The account goes, and its address is free; `lost` when it went or changed meanwhile.

    A place in a company counts among what may change: who is read in none may have come into one.
    What else stands in its collection opens no door without it (`forget_remains`).
    """
    _, pk, sk = address_key(account.email, side)
    place = Account.company_id
    unmoved = place == account.company_id if account.company_id else place.does_not_exist()
    same = (Account.password_hash == account.password_hash) & unmoved
    change.delete(account, same, lost=lost)
    change.delete(Address(pk=pk, sk=sk), Address.account_id == account.pk)


def forget_remains(account_id: str) -> int:
    """Remove what a person without account left: sessions, factors, choices. Safe to repeat."""
    return wipe(Account.Meta.table_name, account_id)
