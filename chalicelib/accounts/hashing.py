"""Hashing and judging passwords."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from chalicelib.accounts.rules import Declared, broken_rules, composed
from chalicelib.aws.settings import settings
from chalicelib.base.errors import FieldError, Invalid

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_DATA = Path(__file__).parent / "data"

# Argon2id as OWASP's password storage cheat sheet has it: 19 MiB, two passes, one lane.
MEMORY_KIB = 19456
PASSES = 2
LANES = 1


@cache
def _hasher() -> "PasswordHasher":
    # argon2 takes its time to load, and most requests need no password.
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


@cache
def common_passwords() -> frozenset[str]:
    """The cores of common passwords, see `rules.cores`."""
    text = (_DATA / "common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(text.splitlines())


@cache
def password_rules() -> Declared:
    """The rules of ACC-4 as they are declared."""
    declared: Declared = json.loads((_DATA / "password_rules.json").read_text(encoding="utf-8"))
    return declared


def hash_password(password: str) -> str:
    """The hash that is stored, with its parameters and salt."""
    return _hasher().hash(composed(password))


# The hash of random bytes that nobody kept, by the same parameters: as much work as a real one.
NOBODYS_HASH = (
    "$argon2id$v=19$m=19456,t=2,p=1$"
    "oZGr9A3H64ZQYJtuyNLTvw$o9JjN3eKPpU1okYtHGf5j6vhLwCOHDjyfzpKm9n87iw"
)


def password_matches(stored: str | None, password: str) -> bool:
    """Whether the password is right. With no stored hash it is wrong, after the same work."""
    from argon2.exceptions import VerificationError

    try:
        _hasher().verify(stored or NOBODYS_HASH, composed(password))
    except VerificationError:
        return False
    return stored is not None


def demand_good_password(password: str, repeat: str, email: str, names: Iterable[str]) -> None:
    """Raise Invalid, naming every rule of ACC-4 that is broken."""
    bounds = {"min": settings().password_min, "max": settings().password_max}
    codes = broken_rules(
        password,
        password_rules(),
        email=email,
        names=names,
        common=common_passwords(),
        limits=bounds,
    )
    fields = [FieldError("password", code, bounds) for code in codes]
    if password != repeat:
        fields.append(FieldError("password_repeat", "mismatch"))
    if fields:
        raise Invalid(*fields)
