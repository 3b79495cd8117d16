"""What every body shares: strict fields, and text that is safe to keep and show."""

import re
import unicodedata
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Schema(BaseModel):
    """A body or an answer. Unknown fields are refused; building waits for the first use."""

    model_config = ConfigDict(extra="forbid", defer_build=True, frozen=True, strict=True)


class Nothing(Schema):
    """An empty object."""


# Direction overrides can make a text read as what it isn't. They are dropped; other controls
# than tab and newline are refused; the joiners that emoji and some scripts need stay.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Text:
    """Marks a required text of at most `max_length` characters: trimmed, normalised (NFC)."""

    def __init__(self, max_length: int) -> None:
        self._max_length = max_length

    def __get_pydantic_core_schema__(
        self, _source: Any, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        raw = core_schema.str_schema(strict=True, max_length=self._max_length, min_length=1)
        return core_schema.no_info_after_validator_function(self.clean, raw)

    def clean(self, text: str) -> str:
        """The text as it is kept; raises when it is empty or holds control characters."""
        text = unicodedata.normalize("NFC", _OVERRIDES.sub("", text.replace("\r\n", "\n"))).strip()
        if any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in text):
            raise PydanticCustomError("control_characters", "control characters")
        if not text:
            raise PydanticCustomError("empty", "empty")
        return text


class Line(Text):
    """Marks a required text on a single line."""

    def clean(self, text: str) -> str:
        """As Text; raises for a text of several lines."""
        text = super().clean(text)
        if "\n" in text or "\t" in text:
            raise PydanticCustomError("one_line", "one line only")
        return text


Name = Annotated[str, Line(100)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Id = Annotated[str, StringConstraints(min_length=1, max_length=64)]
Cursor = Annotated[str, StringConstraints(max_length=1000)]
