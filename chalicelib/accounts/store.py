"""Keys, reads and writes of accounts, sessions and attempts."""

from datetime import UTC, datetime, timedelta

from chalicelib.accounts.errors import AddressTaken
from chalicelib.accounts.model import Account, Address, Attempts, Session
from chalicelib.aws.tables import Key, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids

CUSTOMERS = "customer"
STAFF = "staff"
CLEANUP = timedelta(days=1)


def account_key(account_id: str) -> Key:
    """Where an account stands."""
    return (Account, account_id, "account")


def session_key(account_id: str, session_id: str) -> Key:
    """Where a session stands."""
    return (Session, account_id, f"session#{session_id}")


def address_key(email: str, side: str = CUSTOMERS) -> Key:
    """Where the claim to an e-mail address stands; customers and staff are told apart."""
    return (Address, f"address#{side}#{email.lower()}", "address")


def find_account(account_id: str) -> Account | None:
    """The account, or None."""
    return read_one(Account, account_id, "account")


def find_by_email(email: str, side: str = CUSTOMERS) -> Account | None:
    """The account of an address, or None."""
    _, pk, sk = address_key(email, side)
    address = read_one(Address, pk, sk)
    return find_account(address.account_id) if address else None


def address_is_taken(email: str) -> bool:
    """Whether a customer has an account with this address."""
    _, pk, sk = address_key(email)
    return read_one(Address, pk, sk) is not None


def add_account(change: Transaction, account: Account, side: str = CUSTOMERS) -> None:
    """A new account with its address; AddressTaken when somebody was first."""
    _, pk, sk = address_key(account.email, side)
    change.create(Address(pk=pk, sk=sk, account_id=account.pk), lost=AddressTaken())
    change.create(account)


def add_session(
    change: Transaction, account_id: str, secret: str, device: str, now: datetime, ends_at: datetime
) -> str:
    """A new session; answers its id."""
    session_id = ids.ulid(now)
    session = Session(
        pk=account_id,
        sk=f"session#{session_id}",
        secret_hash=ids.digest(secret),
        device=device,
        created_at=now,
        ends_at=ends_at,
        cleanup=ends_at + CLEANUP,
    )
    change.create(session)
    return session_id


def end_session(change: Transaction, account_id: str, session_id: str) -> None:
    """Sign one browser out; nothing happens when it is out already."""
    change.delete(Session(pk=account_id, sk=f"session#{session_id}"))


def sessions_of(account_id: str) -> list[Session]:
    """Every session of an account, the oldest first."""
    return list(Session.query(account_id, Session.sk.startswith("session#")))


def count_attempt(what: str, now: datetime, window: timedelta) -> tuple[int, int]:
    """Count one try; answers how many there were in this window and the seconds until it ends."""
    seconds = int(window.total_seconds())
    began = int(now.timestamp()) // seconds * seconds
    ends = datetime.fromtimestamp(began + seconds, UTC)
    attempts = Attempts(pk=f"attempts#{ids.digest(what)}", sk=str(began))
    attempts.update([Attempts.tries.add(1), Attempts.cleanup.set(ends + CLEANUP)])
    return int(attempts.tries), began + seconds - int(now.timestamp())
