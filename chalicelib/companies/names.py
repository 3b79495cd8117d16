"""Names as they are sorted and looked for, whatever letters they are written in."""

import re
import unicodedata

# Letters that are one sign and not a letter with a mark, so that taking marks off leaves them.
_SIGNS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
LAST = "~"
_BETWEEN = re.compile(r"[\W_]+")
_AROUND_AT = re.compile(r"\s+")


def fold(name: str) -> str:
    """The name without marks, case and punctuation: `Müller-Weiß` is `muller weiss`.

    So ä stands with a, as German dictionaries have it (DIN 5007-1) and as people type it who have
    no ä on their keyboard.
    """
    bare = unicodedata.normalize("NFKD", name.casefold()).translate(_SIGNS)
    letters = "".join(char for char in bare if not unicodedata.combining(char))
    return _BETWEEN.sub(" ", letters).strip()


def sorted_by(first: str, second: str) -> str:
    """What two names are sorted by; a space comes before every letter, so `Li` before `Lia`.

    Never empty, as DynamoDB has no such key: names without a single letter come last.
    """
    return f"{fold(first)} {fold(second)}".strip() or LAST


def looked_for(typed: str) -> str:
    """What somebody types who looks for an address: in lower case, without spaces."""
    return _AROUND_AT.sub("", typed).lower()
