"""What the vendor's own systems send in place of a browser's cookie and origin."""

from chalice.app import Request

from chalicelib.base.errors import BadRequest

SCHEME = "bearer"
MOST_CHARS = 200


class KeyMissing(BadRequest):
    """A machine's write names no operation, so a repeat of it could not be told from another."""

    code = "idempotency_key_missing"


def bearer_of(request: Request) -> str:
    """The token of the Authorization header; empty without one, or with one of another kind."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip()[:MOST_CHARS] if scheme.lower() == SCHEME else ""


def demand_key(request: Request) -> None:
    """Raise KeyMissing: who retries by program must say what is a repeat."""
    if not request.headers.get("idempotency-key", "").strip():
        raise KeyMissing
