"""What was carried out already: one item per operation, written inside its transaction."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from pynamodb.attributes import TTLAttribute, UnicodeAttribute

from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Item, TableMeta, read_one, table
from chalicelib.base.operation import Operation


class Done(Item, discriminator="done"):
    """An operation that was carried out, with the answer it gave."""

    class Meta(TableMeta):
        table_name = table("operations")

    fingerprint = UnicodeAttribute()
    answer = UnicodeAttribute()
    ends = TTLAttribute()

    @classmethod
    def made(cls, operation: Operation, answer: Mapping[str, Any], now: datetime) -> "Done":
        """The mark of an operation; it is kept for `operation_days`."""
        return cls(
            pk=operation.key,
            sk="done",
            fingerprint=operation.fingerprint,
            answer=json.dumps(answer, separators=(",", ":")),
            ends=now + timedelta(days=settings().operation_days),
        )


def find_done(operation: Operation) -> Done | None:
    """The operation's mark, or None when it was not carried out."""
    return read_one(Done, operation.key, "done")
