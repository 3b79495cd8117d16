"""How some values of a request stand in the table: lists are paid for by their bytes."""

import json
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import Any

from pynamodb.attributes import Attribute
from pynamodb.constants import LIST, NUMBER, STRING


class Millis(Attribute[datetime]):
    """A moment to the millisecond, as a number: 8 bytes where text takes 27."""

    attr_type = NUMBER

    def serialize(self, value: datetime) -> str:
        """Milliseconds since 1970."""
        return str(int(value.timestamp() * 1000))

    def deserialize(self, value: str) -> datetime:
        """The moment that `serialize` wrote."""
        return datetime.fromtimestamp(int(value) / 1000, UTC)


class Words(Attribute[dict[str, Any]]):
    """JSON with letters of every script as they are: escaped they take three times the bytes."""

    attr_type = STRING

    def serialize(self, value: dict[str, Any]) -> str:
        """Without spaces."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def deserialize(self, value: str) -> dict[str, Any]:
        """What `serialize` wrote."""
        found: dict[str, Any] = json.loads(value)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What every list shows of a request and hardly anything changes.

    It is one attribute, because all indexes of a table together hold at most 100 projected ones.
    """

    number: str
    subject: str
    category: str
    product_name: str
    author_name: str


class CardAttribute(Attribute[Card]):
    """A card as a list, in the order of its fields. A new field goes to the end."""

    attr_type = LIST

    def serialize(self, value: Card) -> list[dict[str, str]]:
        """As DynamoDB has lists of strings."""
        return [{"S": text} for text in astuple(value)]

    def deserialize(self, value: list[dict[str, str]]) -> Card:
        """The card that `serialize` wrote."""
        number, subject, category, product_name, author_name = (text["S"] for text in value)
        return Card(
            number=number,
            subject=subject,
            category=category,
            product_name=product_name,
            author_name=author_name,
        )
