"""What a session's secret is computed from: its id and the deployment's key.

So somebody who signs in and never hears the answer gets the same cookie on the repeat, and the
secret stands nowhere.
"""

import base64
import hashlib
import hmac

from chalicelib.aws.secrets import secret


def secret_of(session_id: str) -> str:
    """The session's 256 bits that only the deployment can make."""
    # A key of its own: what a link's secret is good for, a session's is not.
    key = hmac.digest(secret("links"), b"sessions", hashlib.sha256)
    mac = hmac.digest(key, session_id.encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac).decode().rstrip("=")
