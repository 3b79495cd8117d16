"""A language that nobody speaks, made out of the English texts: accented, and 40 % longer.

Whatever is read without accents on a page or in a letter is data, or was never translated.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

PSEUDO = "en-XA"
"""As CLDR calls English with accents; so dates and numbers have a form."""

LONGER = 0.4
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀçðéƒĝĥíĵķļɱñóþʠŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
# What is filled in, decided or linked by the text is no word of it.
_PLACES = re.compile(r"{{.*?}}|{%.*?%}|{[^{}]*}|</?\w+\s*/?>|\$t\([^)]*\)|https?://\S+")
_WORD = re.compile(r"[A-Za-z]+")
_MARK = re.compile(r"^(Subject: |-> |stars |> |~ )?(.*)$", re.DOTALL)


def accented(text: str) -> str:
    """A text in the language, with its places as they were."""
    parts, at = [], 0
    for place in _PLACES.finditer(text):
        parts += [_WORD.sub(_longer, text[at : place.start()]), place[0]]
        at = place.end()
    return "".join([*parts, _WORD.sub(_longer, text[at:])])


def _longer(word: re.Match[str]) -> str:
    letters = word[0].translate(_ACCENTS)
    more = max(1, round(len(letters) * LONGER))
    # Each letter that is said twice stands where it stood: the first more than the last.
    return "".join(letter * (2 if place < more else 1) for place, letter in enumerate(letters))


def plain_words(text: str) -> list[str]:
    """Words of two letters and more in which no letter has an accent."""
    return re.findall(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])", text)


def speak(source: Path, target: Path) -> None:
    """Write a folder of texts in the language, beside or instead of its original."""
    for file in sorted(source.rglob("*")):
        to = target / file.relative_to(source)
        if file.suffix in _SPOKEN:
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(_SPOKEN[file.suffix](file.read_text("utf-8")), "utf-8")


def _json(text: str) -> str:
    return json.dumps(_said(json.loads(text)), ensure_ascii=False)


def _said(texts: Any) -> Any:
    if isinstance(texts, dict):
        return {key: _said(value) for key, value in texts.items()}
    return accented(texts)


def _letter(text: str) -> str:
    """Blocks keep their marks."""
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    found = _MARK.match(line)
    assert found
    return (found[1] or "") + accented(found[2])


_SPOKEN: dict[str, Callable[[str], str]] = {".json": _json, ".txt": _letter}
