"""What a letter brings along that must not stand in the outbox: made when it is delivered.

A letter names a feature, one of its makers, and what to make: `{"feature": "licenses", "what":
"key_files", …}`. The maker stands in `chalicelib/<feature>/enclosures.py` under `ENCLOSURES`; only
a letter that wants it loads it, and the facts are read anew at each attempt.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Any

from chalicelib.mail.model import Letter


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file in a mail. Its name is ASCII; `subtype` is that of its media type `application/…`."""

    name: str
    content: bytes
    subtype: str = "octet-stream"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """More params for the template, and files."""

    params: Mapping[str, object] = field(default_factory=dict)
    files: Sequence[Attachment] = ()


NOTHING = Enclosure()


def enclosure_of(letter: Letter, now: datetime) -> Enclosure:
    """What to put into the letter; raises whatever its maker does."""
    wanted: Mapping[str, Any] | None = letter.enclosure
    if not wanted:
        return NOTHING
    package = __name__.partition(".")[0]
    makers = import_module(f"{package}.{wanted['feature']}.enclosures").ENCLOSURES
    made: Enclosure = makers[wanted["what"]](wanted, letter.language, now)
    return made
