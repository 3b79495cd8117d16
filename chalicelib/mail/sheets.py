"""Finds a letter's template and fills its places.

Templates are files: `chalicelib/texts/<language>/mail/<template>.txt`, in the form of blocks.py.
Besides the letter's own params a place can hold `vendor` and `public_url`, and use the filters
`date` and `moment` (of an RFC 3339 text) and `words("prefix")` (the text under `prefix.<value>`).
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base.texts import DEFAULT_LANGUAGE, languages, say
from chalicelib.mail.blocks import Block, Kind, Sheet, parse

_TEXTS = Path(__file__).parent.parent / "texts"


def tongue_of(language: str) -> str:
    """The language itself, or the default one when there are no texts in it."""
    return language if language in languages() else DEFAULT_LANGUAGE


def fill(template: str, language: str, params: Mapping[str, Any]) -> Sheet:
    """The letter's words; raises when there is no such template or a place has no value."""
    tongue = tongue_of(language)
    values = {name: _value(value) for name, value in params.items()}
    values |= {"vendor": vendor(), "public_url": settings().public_url}
    sheet = _template(template, tongue)
    blocks = (Block(block.kind, _filled(tongue, block, values)) for block in sheet.blocks)
    return Sheet(
        _place(tongue, sheet.subject, values),
        tuple(block for block in blocks if any(block.parts)),
    )


@cache
def _template(name: str, tongue: str) -> Sheet:
    return parse((_TEXTS / tongue / "mail" / f"{name}.txt").read_text(encoding="utf-8"))


def _filled(tongue: str, block: Block, values: Mapping[str, Any]) -> tuple[str, ...]:
    parts = tuple(_place(tongue, part, values) for part in block.parts)
    if block.kind is not Kind.FACTS:
        return parts
    known = (pair for pair in zip(parts[::2], parts[1::2], strict=True) if pair[1])
    return tuple(part for pair in known for part in pair)


def _place(tongue: str, text: str, values: Mapping[str, Any]) -> str:
    return _environment(tongue).from_string(text).render(values).strip()


def _value(value: Any) -> Any:
    """A param as a template sees it: `{"page": path}` and `{"link": id, "page": path}` are URLs."""
    if not isinstance(value, dict) or "page" not in value:
        return value
    url = settings().public_url + value["page"]
    return f"{url}#{token_of(value['link'])}" if "link" in value else url


@cache
def _environment(tongue: str) -> Environment:
    # What is filled here is plain text; the HTML part escapes it where it is set (letters.py).
    made = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701
    made.filters["date"] = lambda text: _date(tongue, datetime.fromisoformat(text))
    made.filters["moment"] = lambda text: _moment(tongue, datetime.fromisoformat(text))
    made.filters["words"] = lambda value, prefix: say(tongue, f"{prefix}.{value}")
    return made


def _date(tongue: str, day: datetime) -> str:
    month = say(tongue, "mail.months").split()[day.month - 1]
    return say(tongue, "mail.date", day=day.day, month=month, year=day.year)


def _moment(tongue: str, time: datetime) -> str:
    return say(tongue, "mail.moment", date=_date(tongue, time), time=f"{time:%H:%M}")
