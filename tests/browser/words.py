"""The words on the pages, from the same files that the product reads them from.

Keys name file and place: `accounts:signIn.submit` of the frontends, `server:error.invalid` of the
API.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.base.texts import say

LOCALES = Path(__file__).resolve().parents[2] / "frontend" / "locales"
LETTERS = Path(__file__).resolve().parents[2] / "chalicelib" / "texts"

_PLACE = re.compile(r"{{(\w+)}}")
_FILLED = re.compile(r"{{ (\w+).*?}}")
_TAG = re.compile(r"</?\w+/?>")


@cache
def _file(language: str, name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((LOCALES / language / f"{name}.json").read_text("utf-8"))
    return content


class Words:
    """`words("accounts:signIn.submit")` as a person reads it in their language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """With every place filled, and `count` choosing between one and many."""
        if key.startswith("server:"):
            return say(self.language, key.removeprefix("server:"), **values)
        return _PLACE.sub(lambda place: str(values[place[1]]), self._find(key, values))

    def pattern(self, key: str, **values: object) -> re.Pattern[str]:
        """Matches the text whatever stands in the places that have no value here."""
        text = self._find(key, values)
        parts: list[str] = []
        for number, part in enumerate(_PLACE.split(text)):
            if number % 2 == 0:
                parts.append(re.escape(part))
            else:
                parts.append(re.escape(str(values[part])) if part in values else ".+")
        return re.compile("".join(parts))

    def subject(self, letter: str, *, number: str = "", status: str = "") -> re.Pattern[str]:
        """Matches the subjects of one kind of letter, about one request where that is given."""
        text = (LETTERS / self.language / "mail" / f"{letter}.txt").read_text("utf-8")
        subject = text.partition("\n")[0].removeprefix("Subject: ")
        shown = say(self.language, f"mail.status.{status}") if status else ""
        known = {"number": number, "status": shown}
        parts = _FILLED.split(subject)
        for at in range(1, len(parts), 2):
            value = known.get(parts[at], "")
            parts[at] = re.escape(value) if value else ".+"
        parts[::2] = [re.escape(part) for part in parts[::2]]
        return re.compile("".join(parts) + "$")

    def _find(self, key: str, values: dict[str, object]) -> str:
        name, _, path = key.partition(":")
        found: Any = _file(self.language, name)
        *folders, last = path.split(".")
        for folder in folders:
            found = found[folder]
        if last not in found:
            last += "_one" if values["count"] == 1 else "_other"
        return _TAG.sub("", found[last])
