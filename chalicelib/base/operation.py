"""The identity of one change, so that a repeat of it is recognised."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operation:
    """One change that somebody asked for.

    `key` is unique per asker and intent: a repeat carries the same key and gets the first
    answer. `fingerprint` is a hash of what was asked: the same key with another fingerprint
    is refused.
    """

    key: str
    fingerprint: str = ""

    @classmethod
    def of(cls, asker: str, key: str, asked: bytes = b"") -> "Operation":
        """The operation that `asker` (an account, a job, an address) names by `key`."""
        scoped = hashlib.sha256(f"{asker}\n{key}".encode()).hexdigest()
        return cls(scoped, hashlib.sha256(asked).hexdigest())
