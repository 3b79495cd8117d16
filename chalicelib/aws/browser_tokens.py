"""What a browser is known by: a token in a cookie of its own, made once and kept for a year.

It tells nothing and opens nothing. Only the deployment can make one, so nobody can put a token of
their choice into somebody else's browser.
"""

import base64
import hashlib
import hmac

from chalicelib.aws.secrets import secret


def browser_token(name: str) -> str:
    """The token of that name."""
    key = hmac.digest(secret("links"), b"browsers", hashlib.sha256)
    mac = hmac.digest(key, name.encode(), hashlib.sha256)
    return f"{name}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def is_browser_token(token: str) -> bool:
    """Whether the deployment made it."""
    name = token.partition(".")[0]
    return bool(name) and hmac.compare_digest(token.encode(), browser_token(name).encode())
