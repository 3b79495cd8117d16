"""The two bodies of a letter, HTML and plain text, out of its filled sheet."""

import textwrap
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base.texts import say, tongue_of
from chalicelib.mail.blocks import Block, Kind, Sheet

WIDTH = 76
RATINGS = range(1, 6)


@dataclass(frozen=True, slots=True)
class Written:
    """What a person gets to read."""

    subject: str
    text: str
    html: str


def write(sheet: Sheet, language: str, name: str) -> Written:
    """Put a sheet into the vendor's layout, with a greeting by name."""
    tongue = tongue_of(language)
    greeting = say(tongue, "mail.greeting", name=name) if name else say(tongue, "mail.greeting_all")
    closing = say(tongue, "mail.closing", vendor=vendor().name)
    footer = say(tongue, "mail.footer", vendor=vendor().name, website=vendor().website)
    html = _layout().render(
        sheet=sheet,
        language=tongue,
        greeting=greeting,
        closing=closing,
        footer=footer,
        vendor=vendor(),
        logo=_absolute(vendor().logo_url),
        on_primary=_legible_on(vendor().colours["primary"]),
        ratings=RATINGS,
    )
    blocks = [
        _wrapped(greeting),
        *(_plain(block) for block in sheet.blocks),
        closing,
        "-- ",
        footer,
    ]
    return Written(sheet.subject, "\n\n".join(blocks).replace("-- \n\n", "-- \n") + "\n", html)


@cache
def _layout() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    made = Environment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return made.get_template("layout.html")


def _absolute(url: str) -> str:
    return settings().public_url + url if url.startswith("/") else url


def _legible_on(colour: str) -> str:
    """Black or white, whichever reads better on a `#rrggbb` colour (WCAG's contrast)."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    light = 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
    return "#000000" if (light + 0.05) ** 2 > 0.05 * 1.05 else "#ffffff"


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _plain(block: Block) -> str:
    match block.kind:
        case Kind.FACTS:
            pairs = zip(block.parts[::2], block.parts[1::2], strict=True)
            return "\n".join(f"{label}: {value}" for label, value in pairs)
        case Kind.BUTTON:
            return f"{block.parts[0]}:\n{block.parts[1]}"
        case Kind.QUOTE:
            return textwrap.indent(block.parts[0], "    ", lambda _: True)
        case Kind.STARS:
            return "\n".join(f"{rating}: {block.parts[0]}.{rating}" for rating in RATINGS)
        case Kind.PARAGRAPH | Kind.SMALL:
            return _wrapped(block.parts[0])


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
