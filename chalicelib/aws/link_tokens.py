"""What a one-time link's secret is computed from: its id and the deployment's key.

So it stands nowhere: not in the table, not in the outbox. The accounts check it, the mail
writes it.
"""

import base64
import hashlib
import hmac

from chalicelib.aws.secrets import secret

TOKEN_BYTES = 24


def token_of(link_id: str) -> str:
    """What stands in the URL's fragment: the id and 192 bits that only the deployment can make."""
    mac = hmac.digest(secret("links"), link_id.encode(), hashlib.sha256)[:TOKEN_BYTES]
    return f"{link_id}.{base64.urlsafe_b64encode(mac).decode()}"
