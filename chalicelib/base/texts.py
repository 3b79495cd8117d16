"""Words for people: one folder per language, `chalicelib/texts/<language>/*.json`.

Each file is a flat object from key to text; the files of a language are read as one. A text may
hold `{name}` places. A language is its folder: nothing else in the code names one.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DEFAULT_LANGUAGE = "en"
FOLDER = Path(__file__).parent.parent / "texts"


@cache
def languages() -> tuple[str, ...]:
    """The languages there are, the default first."""
    found = {folder.name for folder in FOLDER.iterdir() if folder.is_dir()}
    return (DEFAULT_LANGUAGE, *sorted(found - {DEFAULT_LANGUAGE}))


def tongue_of(language: str) -> str:
    """The language itself, or the default one when there are no texts in it."""
    return language if language in languages() else DEFAULT_LANGUAGE


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of one language."""
    merged: dict[str, str] = {}
    for file in sorted((FOLDER / language).glob("*.json")):
        merged.update(json.loads(file.read_text(encoding="utf-8")))
    return merged


def say(language: str, key: str, **params: object) -> str:
    """The text under `key`, filled; the key itself when no language knows it.

    Whole numbers are written as the language does.
    """
    for tongue in (tongue_of(language), DEFAULT_LANGUAGE):
        if key in texts(tongue):
            filled = {name: written(tongue, value) for name, value in params.items()}
            return texts(tongue)[key].format_map(filled)
    return key


def written(language: str, value: object) -> object:
    """A whole number in the language's form, `1,048,576`; anything else as it is."""
    if type(value) is not int:
        return value
    return f"{value:,}".replace(",", texts(tongue_of(language)).get("number.group", ","))
