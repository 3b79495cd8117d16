"""Kinds of attribute that PynamoDB has no word for."""

import base64
from datetime import date

from pynamodb.attributes import Attribute
from pynamodb.constants import BINARY, STRING


class Day(Attribute[date]):
    """A day of the calendar, stored so that text order is time order: `2026-11-22`."""

    attr_type = STRING

    def serialize(self, value: date) -> str:
        """As ISO 8601 writes it."""
        return value.isoformat()

    def deserialize(self, value: str) -> date:
        """The day that `serialize` wrote."""
        return date.fromisoformat(value)


class Bytes(Attribute[bytes]):
    """Raw bytes. Our transport hands binary values over as the wire has them, in base64."""

    attr_type = BINARY

    def serialize(self, value: bytes) -> bytes:
        """As they are."""
        return value

    def deserialize(self, value: bytes | str) -> bytes:
        """The bytes, whether they come off the wire or were never sent."""
        return value if isinstance(value, bytes) else base64.b64decode(value)
