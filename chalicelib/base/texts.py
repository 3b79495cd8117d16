"""Words for people: one folder per language, `chalicelib/texts/<language>/*.json`.

Each file is a flat object from key to text; the files of a language are read as one. A text may
hold `{name}` places.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

DEFAULT_LANGUAGE = "en"
_FOLDER = Path(__file__).parent.parent / "texts"


@cache
def languages() -> tuple[str, ...]:
    """The languages there are, the default first."""
    found = {folder.name for folder in _FOLDER.iterdir() if folder.is_dir()}
    return (DEFAULT_LANGUAGE, *sorted(found - {DEFAULT_LANGUAGE}))


@cache
def texts(language: str) -> Mapping[str, str]:
    """Every text of one language."""
    merged: dict[str, str] = {}
    for file in sorted((_FOLDER / language).glob("*.json")):
        merged.update(json.loads(file.read_text(encoding="utf-8")))
    return merged


def say(language: str, key: str, **params: object) -> str:
    """The text under `key`, filled; the key itself when no language knows it."""
    for tongue in (language if language in languages() else DEFAULT_LANGUAGE, DEFAULT_LANGUAGE):
        if key in texts(tongue):
            return texts(tongue)[key].format_map(params)
    return key


def choose_language(accepted: str) -> str:
    """The best language for an Accept-Language header; its order decides, its weights don't."""
    for part in accepted.split(","):
        tongue = part.split(";")[0].strip().lower()[:2]
        if tongue in languages():
            return tongue
    return DEFAULT_LANGUAGE
