"""Invented names, the same ones for the same seed."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

DATA = Path(__file__).parent / "data"
LANGUAGES = ("de", "de", "en")
Words = dict[str, list[str]]


@cache
def _words() -> dict[str, Words]:
    words: dict[str, Words] = json.loads((DATA / "words.json").read_text(encoding="utf-8"))
    return words


@dataclass(frozen=True, slots=True)
class Buyer:
    """A company that buys licenses; `partner` is who sells to it, if anybody."""

    name: str
    language: str
    partner: str


def invent_buyer(chance: Random) -> Buyer:
    """A company in Germany or in England."""
    language = chance.choice(LANGUAGES)
    words = _words()[language]
    first, second, trade, form = (
        chance.choice(words[part]) for part in ("first", "second", "trade", "form")
    )
    partner = chance.choice(words["partner"]) if chance.random() < 0.6 else ""
    return Buyer(f"{first}{second} {trade} {form}", language, partner)
