"""The form of a letter's text: from one source come its HTML and its plain-text part.

A template starts with `Subject: …`; then come blocks, parted by blank lines:

    A paragraph.                 Lines of one block run together.
    Product :: {{ product }}     Facts: a label and a value on each line.
    -> Sign in | {{ url }}       A button.
    > {{ text }}                 What a person wrote, line by line as they wrote it.
    stars {{ url }}              Ratings from 1 to 5, each a link.
    ~ Only you can see this.     Small print.

Places are filled after the blocks are told apart, so nobody's words can become a button.
A block whose places all came out empty is left out.
"""

from dataclasses import dataclass
from enum import StrEnum

SUBJECT = "Subject: "


class Kind(StrEnum):
    """How a block looks."""

    PARAGRAPH = "paragraph"
    FACTS = "facts"
    BUTTON = "button"
    QUOTE = "quote"
    STARS = "stars"
    SMALL = "small"


_MARKS = {"-> ": Kind.BUTTON, "> ": Kind.QUOTE, "stars ": Kind.STARS, "~ ": Kind.SMALL}


@dataclass(frozen=True, slots=True)
class Block:
    """One block; `parts` are its texts: of facts and buttons label and value in turn."""

    kind: Kind
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter's subject and blocks: of a template with its places open, of a letter filled."""

    subject: str
    blocks: tuple[Block, ...]


class UnreadableTemplate(ValueError):
    """A template that has not the form above."""


def parse(source: str) -> Sheet:
    """Read a template."""
    head, _, body = source.strip().partition("\n")
    if not head.startswith(SUBJECT):
        raise UnreadableTemplate(head)
    blocks = tuple(_block(text.strip()) for text in body.split("\n\n") if text.strip())
    return Sheet(head.removeprefix(SUBJECT).strip(), blocks)


def _block(text: str) -> Block:
    for mark, kind in _MARKS.items():
        if text.startswith(mark):
            return Block(kind, _parts(kind, text.removeprefix(mark)))
    if all(" :: " in line for line in text.splitlines()):
        pairs = (line.split(" :: ", 1) for line in text.splitlines())
        return Block(Kind.FACTS, tuple(part.strip() for pair in pairs for part in pair))
    return Block(Kind.PARAGRAPH, (" ".join(text.split()),))


def _parts(kind: Kind, text: str) -> tuple[str, ...]:
    if kind is not Kind.BUTTON:
        return (" ".join(text.split()),)
    label, bar, url = text.rpartition(" | ")
    if not bar:
        raise UnreadableTemplate(text)
    return (label.strip(), url.strip())
