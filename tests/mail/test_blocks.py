"""How a template is read."""

import pytest

from chalicelib.mail.blocks import Block, Kind, UnreadableTemplate, parse

SOURCE = """Subject: A letter

First line
second line.

Number :: {{ number }}
Name :: a :: b

-> Open | it | https://example.com

> {{ text }}

stars {{ url }}

~ Small print.
"""


def test_each_block_is_known_by_its_form() -> None:
    sheet = parse(SOURCE)
    assert sheet.subject == "A letter"
    assert sheet.blocks == (
        Block(Kind.PARAGRAPH, ("First line second line.",)),
        Block(Kind.FACTS, ("Number", "{{ number }}", "Name", "a :: b")),
        Block(Kind.BUTTON, ("Open | it", "https://example.com")),
        Block(Kind.QUOTE, ("{{ text }}",)),
        Block(Kind.STARS, ("{{ url }}",)),
        Block(Kind.SMALL, ("Small print.",)),
    )


@pytest.mark.parametrize("source", ["No subject", "Subject: x\n\n-> a button without a link"])
def test_a_template_of_another_form_is_refused(source: str) -> None:
    with pytest.raises(UnreadableTemplate):
        parse(source)
