"""Judges a password (ACC-4) by the rules that are declared in `data/password_rules.json`.

The browser reads the same file (`frontend/features/accounts/password/rules.ts`), and both are held
to the same cases (`tests/vectors/passwords.json`). What the file says:

    rules         in the order people read them, each with its code and one condition:
                  shorter_than, longer_than   a length in characters, by its name
                  lacks, holds                general categories of Unicode (L: all letters)
                  is                          a text, by its name; upper and lower case are the same
                  core_among                  words, by their name, that no core may be one of
    letters       what a core is made of: anything else is stripped off its ends
    leet          which sign can stand for which letter; a 1 or ! for i or for l
    name_letters  how long a part of a name must be to be looked for

A password is judged in Unicode's composed form, as it is hashed.
"""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

Declared = Mapping[str, Any]


def composed(password: str) -> str:
    """The same password however a keyboard or a manager spells its accents."""
    return unicodedata.normalize("NFC", password)


def broken_rules(
    password: str,
    declared: Declared,
    *,
    email: str,
    names: Iterable[str],
    common: Collection[str],
    limits: Mapping[str, int],
) -> list[str]:
    """The codes of every rule that the password breaks, in the order people read them."""
    text = composed(password)
    found = cores(text, declared)
    words = {"names": name_words(names, declared), "common": common}
    checks: Mapping[str, Callable[[Any], bool]] = {
        "shorter_than": lambda name: len(text) < limits[name],
        "longer_than": lambda name: len(text) > limits[name],
        "lacks": lambda kinds: not _holds(text, kinds),
        "holds": lambda kinds: _holds(text, kinds),
        "is": lambda _: text.lower() == email.lower(),
        "core_among": lambda name: any(core in words[name] for core in found),
    }
    return [
        rule["code"]
        for rule in declared["rules"]
        if any(broken(rule[name]) for name, broken in checks.items() if name in rule)
    ]


def cores(password: str, declared: Declared) -> set[str]:
    """What is left when the dressing is taken off: ends stripped, leet undone, lower case.

    `P@ssw0rd1!` leaves `password`.
    """
    folded = composed(password).lower()
    bare = _strip(folded, declared)
    undone = {
        text.translate(str.maketrans(leet)) for text in (bare, folded) for leet in declared["leet"]
    }
    return {bare, *(_strip(text, declared) for text in undone)}


def name_words(names: Iterable[str], declared: Declared) -> set[str]:
    """The words of names that are long enough to be looked for, and each name run together."""
    words: set[str] = set()
    for name in names:
        parts = _letters(composed(name).lower(), declared)
        words.update([*parts, "".join(parts)])
    return {word for word in words if len(word) >= declared["name_letters"]}


def _is(char: str, kinds: Sequence[str]) -> bool:
    return unicodedata.category(char).startswith(tuple(kinds))


def _holds(text: str, kinds: Sequence[str]) -> bool:
    return any(_is(char, kinds) for char in text)


def _letters(text: str, declared: Declared) -> list[str]:
    """The runs of letters in a text."""
    runs = groupby(text, key=lambda char: _is(char, declared["letters"]))
    return ["".join(run) for is_letters, run in runs if is_letters]


def _strip(text: str, declared: Declared) -> str:
    """The text from its first letter to its last."""
    places = [place for place, char in enumerate(text) if _is(char, declared["letters"])]
    return text[places[0] : places[-1] + 1] if places else ""
