"""Activation codes: reading what somebody typed, showing what they may see, and new ones."""

import re
import unicodedata

GROUPS = 4
GROUP_CHARS = 5
CODE_CHARS = GROUPS * GROUP_CHARS
MOST_CHARS = 100
DOT = "•"

# What new codes are made of: 31 symbols, without those that pass for others (0 O, 1 I L).
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
DRAWN = CODE_CHARS - 1

# Symbols that one reads for another, and how many characters an answer repeats.
_LIKE_OTHERS = frozenset("0O1IL")
MOST_NAMED = 5

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
    plain = _without_noise(typed)
    # Only then: the capital of a foreign letter can be ASCII, as that of the dotless i.
    code = plain.upper() if plain.isascii() else plain
    return code if _PLAIN.fullmatch(code) else None


def _without_noise(typed: str) -> str:
    return "".join(
        char
        for char in unicodedata.normalize("NFKC", typed)
        if unicodedata.category(char) not in _FORGIVEN and char != _MINUS
    )


def strange_in(typed: str) -> str:
    """What of a typed code is in no code, such as a Cyrillic letter that looks like ours; or ""."""
    strange = [c for c in _without_noise(typed[:MOST_CHARS]) if not (c.isascii() and c.isalnum())]
    return " ".join(list(dict.fromkeys(strange))[:MOST_NAMED])


def mistakable_in(code: str) -> str:
    """Which symbols of a code are easily read for others, or "": no code that we draw has any."""
    return " ".join(dict.fromkeys(symbol for symbol in code if symbol in _LIKE_OTHERS))


def show_code(code: str) -> str:
    """The code as people read it, in groups."""
    return "-".join(code[start : start + GROUP_CHARS] for start in range(0, len(code), GROUP_CHARS))


def mask_code(code_start: str) -> str:
    """The code for those who may not see it: its first group and dots."""
    return "-".join([code_start, *[DOT * GROUP_CHARS] * (GROUPS - 1)])


def code_start(code: str) -> str:
    """The group that everybody in the company may see."""
    return code[:GROUP_CHARS]


def complete_code(drawn: str) -> str:
    """A new code: 19 symbols drawn at random (94 bits), and the one that checks them."""
    if len(drawn) != DRAWN:
        raise ValueError(len(drawn))
    return drawn + ALPHABET[-_weighed(drawn) * pow(CODE_CHARS, -1, len(ALPHABET)) % len(ALPHABET)]


def checks_out(code: str) -> bool:
    """Whether the last symbol fits the others, as in every code that Kontor made.

    One wrong symbol, or two that changed places, never fit: the places' weights, 1 to 20, all
    differ, and 31 is a prime. Codes that the vendor brought along may have no such symbol.
    """
    return set(code) <= set(ALPHABET) and _weighed(code) % len(ALPHABET) == 0


def _weighed(symbols: str) -> int:
    return sum(place * ALPHABET.index(symbol) for place, symbol in enumerate(symbols, 1))
