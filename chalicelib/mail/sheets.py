"""Finds a letter's template and fills its places.

Templates are files: `chalicelib/texts/<language>/mail/<template>.txt`, in the form of blocks.py.
Besides the letter's own params a place can hold `vendor` and `public_url`, and use the filters
`date` and `moment` (of an RFC 3339 text) and `words("prefix")` (the text under `prefix.<value>`).
Times are those of the reader's zone, whole numbers have the language's form.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, pass_context
from jinja2.runtime import Context

from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base import texts
from chalicelib.base.texts import say, tongue_of, written
from chalicelib.base.zones import in_zone, offset, short_name
from chalicelib.mail.blocks import Block, Kind, Sheet, parse

Zone = Callable[[], str]


def vendors_zone() -> str:
    """The zone of a reader who has told none."""
    return settings().zone


def fill(
    template: str, language: str, params: Mapping[str, Any], zone: Zone = vendors_zone
) -> Sheet:
    """The letter's words; raises when there is no such template or a place has no value.

    `zone` answers the reader's; it is asked where a time is written.
    """
    tongue = tongue_of(language)
    values = {name: _value(value) for name, value in params.items()}
    values |= {"vendor": vendor(), "public_url": settings().public_url, _ZONE: zone}
    sheet = _template(template, tongue)
    blocks = (Block(block.kind, _filled(tongue, block, values)) for block in sheet.blocks)
    return Sheet(
        _place(tongue, sheet.subject, values),
        tuple(block for block in blocks if any(block.parts)),
    )


@cache
def _template(name: str, tongue: str) -> Sheet:
    return parse((texts.FOLDER / tongue / "mail" / f"{name}.txt").read_text(encoding="utf-8"))


def _filled(tongue: str, block: Block, values: Mapping[str, Any]) -> tuple[str, ...]:
    parts = tuple(_place(tongue, part, values) for part in block.parts)
    if block.kind is not Kind.FACTS:
        return parts
    known = (pair for pair in zip(parts[::2], parts[1::2], strict=True) if pair[1])
    return tuple(part for pair in known for part in pair)


def _place(tongue: str, text: str, values: Mapping[str, Any]) -> str:
    return _compiled(tongue, text).render(values).strip()


@cache
def _compiled(tongue: str, text: str) -> Template:
    return _environment(tongue).from_string(text)


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
    made.finalize = lambda value: written(tongue, value)

    @pass_context
    def date(context: Context, text: str) -> str:
        return _date(tongue, _local(context, text))

    @pass_context
    def moment(context: Context, text: str) -> str:
        return _moment(tongue, _local(context, text))

    made.filters |= {"date": date, "moment": moment}
    made.filters["words"] = lambda value, prefix: say(tongue, f"{prefix}.{value}")
    return made


_ZONE = "zone_of_reader"


def _local(context: Context, text: str) -> datetime:
    """A day stays the day it is; a time is that of the reader's clock."""
    time = datetime.fromisoformat(text)
    return in_zone(time, context[_ZONE]()) if time.tzinfo else time


def _date(tongue: str, day: datetime) -> str:
    month = say(tongue, "mail.months").split()[day.month - 1]
    return say(tongue, "mail.date", day=day.day, month=month, year=str(day.year))


def _moment(tongue: str, time: datetime) -> str:
    date = _date(tongue, time)
    return say(tongue, "mail.moment", date=date, time=f"{time:%H:%M}", zone=_zone(tongue, time))


def _zone(tongue: str, time: datetime) -> str:
    """As the language calls the zone; by its distance where it has no name of its own."""
    return texts.texts(tongue).get(f"mail.zone.{short_name(time)}") or offset(time)
