"""The outbox: one item per promised letter."""

from enum import StrEnum

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, KeysOnlyProjection

from chalicelib.aws.tables import Item, TableMeta, Time, table


class LetterState(StrEnum):
    """Where a letter is; `parked` waits for staff."""

    QUEUED = "queued"
    SENT = "sent"
    PARKED = "parked"


class WaitingIndex(GlobalSecondaryIndex["Letter"]):
    """Letters that are not sent, oldest due first; sent ones drop out of it."""

    class Meta:
        index_name = "waiting"
        projection = KeysOnlyProjection()

    waiting = UnicodeAttribute(hash_key=True)
    due_at = Time(range_key=True)


class Letter(Item, discriminator="letter"):
    """One mail to one address. `pk` is its id, from which its Message-ID is made.

    `params` fill the template; a link stands in them as its id, never as its secret.
    `thread` names the conversation that the mail belongs to.
    """

    class Meta(TableMeta):
        table_name = table("outbox")

    to = UnicodeAttribute()
    language = UnicodeAttribute()
    template = UnicodeAttribute()
    params = JSONAttribute()
    thread = UnicodeAttribute(null=True)
    state = UnicodeAttribute(default=LetterState.QUEUED)
    attempts = NumberAttribute(default=0)
    error = UnicodeAttribute(null=True)
    created_at = Time()
    sent_at = Time(null=True)

    waiting = UnicodeAttribute(null=True)
    due_at = Time(null=True)
    waiting_index = WaitingIndex()
