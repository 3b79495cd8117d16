"""When a token is good, and how one is written."""

import hmac
from datetime import datetime

from chalicelib.base import ids
from chalicelib.tokens.model import ApiToken

PREFIX = "kontor"
ID_CHARS = 26


def is_good(token: ApiToken, secret: str, now: datetime) -> bool:
    """Whether this is the token's secret, and the token neither revoked nor over."""
    matches = hmac.compare_digest(token.secret_hash, ids.digest(secret))
    return matches and is_living(token, now)


def is_living(token: ApiToken, now: datetime) -> bool:
    """Whether the token is neither revoked nor over."""
    return token.revoked_at is None and now.date() <= token.ends_on


def write(token_id: str, secret: str) -> str:
    """The token as a system carries it: `kontor_<id>_<secret>`, found by scanners of leaks."""
    return f"{PREFIX}_{token_id}_{secret}"


def read(text: str) -> tuple[str, str] | None:
    """Id and secret of what `write` wrote; None for anything else."""
    prefix, _, rest = text.partition("_")
    token_id, _, secret = rest.partition("_")
    if prefix != PREFIX or len(token_id) != ID_CHARS or not token_id.isalnum() or not secret:
        return None
    return token_id, secret
