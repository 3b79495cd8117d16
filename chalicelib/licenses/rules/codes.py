"""Activation codes: reading what somebody typed, and showing what they may see."""

import re
import unicodedata

GROUPS = 4
GROUP_CHARS = 5
CODE_CHARS = GROUPS * GROUP_CHARS
MOST_CHARS = 100
DOT = "•"

_PLAIN = re.compile(rf"[A-Z0-9]{{{CODE_CHARS}}}")
_MINUS = "\u2212"
# Dashes of every kind, spaces, and what is invisible and comes along with a copied text.
_FORGIVEN = frozenset({"Pd", "Pc", "Zs", "Zl", "Zp", "Cc", "Cf"})


def read_code(typed: str) -> str | None:
    """The code in its one form (20 capitals and digits), or None when it can't be one.

    Forgives spaces, lower case, full-width letters, and dashes that are missing, misplaced or
    of another kind. Never guesses at a letter: `O` and `0` are two letters.
    """
    if len(typed) > MOST_CHARS:
        return None
    plain = "".join(
        char
        for char in unicodedata.normalize("NFKC", typed)
        if unicodedata.category(char) not in _FORGIVEN and char != _MINUS
    )
    # Only then: the capital of a foreign letter can be ASCII, as that of the dotless i.
    code = plain.upper() if plain.isascii() else plain
    return code if _PLAIN.fullmatch(code) else None


def show_code(code: str) -> str:
    """The code as people read it, in groups."""
    return "-".join(code[start : start + GROUP_CHARS] for start in range(0, len(code), GROUP_CHARS))


def mask_code(code_start: str) -> str:
    """The code for those who may not see it: its first group and dots."""
    return "-".join([code_start, *[DOT * GROUP_CHARS] * (GROUPS - 1)])


def code_start(code: str) -> str:
    """The group that everybody in the company may see."""
    return code[:GROUP_CHARS]
