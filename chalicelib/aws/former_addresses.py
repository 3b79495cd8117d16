"""What is kept of an e-mail address whose owner has left: a hash that only the deployment can make.

With it somebody who comes back under the address can be recognised, and nobody can be looked up
who is not there to say it.
"""

import hashlib
import hmac

from chalicelib.aws.secrets import secret

_PURPOSE = b"former address\n"


def address_hash(email: str) -> str:
    """The keyed hash of an address, whatever its case."""
    return hmac.new(secret("links"), _PURPOSE + email.lower().encode(), hashlib.sha256).hexdigest()
