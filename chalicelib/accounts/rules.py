"""What a password must be (ACC-4), decided from values only.

The browser judges by the same list and the same cases (`tests/vectors/passwords.json`).
"""

import re
import unicodedata
from collections.abc import Collection, Iterable

NAME_LETTERS = 3
_ENDS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LEET = str.maketrans("0134578@$!", "oieastbasi")
_LEET_L = str.maketrans("1!", "ll")


def cores(password: str) -> set[str]:
    """What is left when the dressing is taken off: ends stripped, leet undone, lower case.

    `P@ssw0rd1!` leaves `password`. A `1` or `!` inside can stand for i or for l; both are tried.
    """
    folded = unicodedata.normalize("NFC", password).lower()
    bare = _ENDS.sub("", folded)
    undone = {text.translate(_LEET) for text in (bare, bare.translate(_LEET_L))}
    whole = {text.translate(_LEET) for text in (folded, folded.translate(_LEET_L))}
    return {_ENDS.sub("", text) for text in undone | whole} | {bare}


def name_words(names: Iterable[str]) -> set[str]:
    """The words of names that are long enough to be looked for, and each name run together."""
    words: set[str] = set()
    for name in names:
        parts = [part for part in re.split(r"[\W\d_]+", name.lower()) if part]
        words.update(parts)
        words.add("".join(parts))
    return {word for word in words if len(word) >= NAME_LETTERS}


def broken_rules(
    password: str,
    *,
    email: str,
    names: Iterable[str],
    common: Collection[str],
    min_length: int,
    max_length: int,
) -> list[str]:
    """The codes of every rule that the password breaks, in the order people read them."""
    found = cores(password)
    checks = {
        "too_short": len(password) < min_length,
        "too_long": len(password) > max_length,
        "no_lower": not any(char.islower() for char in password),
        "no_upper": not any(char.isupper() for char in password),
        "no_digit": not any(char.isdigit() for char in password),
        "no_special": all(char.isalnum() or char.isspace() for char in password),
        "has_space": any(char.isspace() for char in password),
        "is_email": password.lower() == email.lower(),
        "too_common": any(core in common for core in found),
        "contains_name": bool(found & name_words(names)),
    }
    return [code for code, broken in checks.items() if broken]
