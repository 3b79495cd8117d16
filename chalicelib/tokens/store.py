"""Keys, reads and writes of tokens."""

from datetime import date, datetime

from chalicelib.aws.conditional import update_if
from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.tokens.model import ApiToken

PK = "tokens"


def key_of(token_id: str) -> str:
    """The sort key of a token."""
    return f"token#{token_id}"


def find_token(token_id: str) -> ApiToken | None:
    """The token, or None."""
    return read_one(ApiToken, PK, key_of(token_id))


def list_tokens() -> list[ApiToken]:
    """Every token there ever was, the newest first: a handful."""
    return list(ApiToken.query(PK, ApiToken.sk.startswith("token#"), scan_index_forward=False))


def add_token(change: Transaction, token: ApiToken) -> None:
    """A new token."""
    change.create(token)


def revoke(change: Transaction, token: ApiToken, now: datetime) -> None:
    """Let it be good for nothing from now on. Conflict when it was revoked meanwhile."""
    change.update(token, [ApiToken.revoked_at.set(now)], ApiToken.revoked_at.does_not_exist())


def note_use(token: ApiToken, today: date) -> None:
    """Keep the day on which it was last used."""
    update_if(token, [ApiToken.last_used_on.set(today)], ApiToken.secret_hash.exists())
