"""Answers that are files and not JSON: text that goes out as it is."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file to answer with; what kind of file is said by the class that a route `gives`.

    With an `etag` it may be kept for `max_age` seconds, by anybody, and whoever has it already
    gets 304 and no body. With a `file_name` browsers save it.
    `next_cursor` goes out as a header, where the file is a part of something longer.
    """

    media_type: ClassVar[str] = "text/plain"

    text: str
    etag: str = ""
    max_age: int = 0
    file_name: str = ""
    next_cursor: str | None = None

    def headers(self) -> dict[str, str]:
        """What goes with it; it takes the place of what every answer carries."""
        found = {"Content-Type": f"{self.media_type}; charset=utf-8"}
        if self.etag:
            found |= {"ETag": self.etag, "Cache-Control": f"public, max-age={self.max_age}"}
        if self.file_name:
            found["Content-Disposition"] = f'attachment; filename="{self.file_name}"'
        if self.next_cursor:
            found["X-Next-Cursor"] = self.next_cursor
        return found

    def is_known_to(self, if_none_match: str) -> bool:
        """Whether the asker has it: one of their tags is ours, weak or not (RFC 9110)."""
        tags = (tag.strip().removeprefix("W/") for tag in if_none_match.split(","))
        return bool(self.etag) and any(tag in {"*", self.etag} for tag in tags)


class TextFile(Document):
    """Plain text."""

    __slots__ = ()


class CsvFile(Document):
    """A table, by RFC 4180."""

    __slots__ = ()
    media_type = "text/csv"
