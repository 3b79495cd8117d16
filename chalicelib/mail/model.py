"""The outbox: one item per promised letter."""

from enum import StrEnum

from pynamodb.attributes import (
    JSONAttribute,
    NumberAttribute,
    TTLAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.constants import STREAM_NEW_IMAGE
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, IncludeProjection

from chalicelib.aws.tables import Item, TableMeta, Time, table


class LetterState(StrEnum):
    """Where a letter is; `parked` waits for staff, the last three will never go out.

    `unwanted` was declined by its recipient, `held` was for an address that gets no mail, `dropped`
    was given up by staff.
    """

    QUEUED = "queued"
    SENT = "sent"
    PARKED = "parked"
    UNWANTED = "unwanted"
    HELD = "held"
    DROPPED = "dropped"


class WaitingIndex(GlobalSecondaryIndex["Letter"]):
    """Letters that are not sent, by state, oldest due first; sent ones drop out of it."""

    class Meta:
        index_name = "waiting_letters"
        projection = IncludeProjection(["kind"])

    waiting = UnicodeAttribute(hash_key=True)
    due_at = Time(range_key=True)


class Letter(Item, discriminator="letter"):
    """One mail to one address. `pk` is its id, from which its Message-ID is made.

    `params` fill the template; a link stands in them as its id, never as its secret. They are
    erased once the letter is sent or found unwanted. `thread` names the conversation that the mail
    belongs to. `enclosure` says what is made for it at its delivery (enclosing.py). `due_at` is
    when the sweeper takes it up, if it is not sent by then.
    """

    class Meta(TableMeta):
        table_name = table("outbox")
        stream_view_type = STREAM_NEW_IMAGE

    to = UnicodeAttribute()
    language = UnicodeAttribute()
    template = UnicodeAttribute()
    params = JSONAttribute()
    enclosure = JSONAttribute(null=True)
    thread = UnicodeAttribute(null=True)
    state = UnicodeAttribute(default=LetterState.QUEUED)
    attempts = NumberAttribute(default=0)
    error = UnicodeAttribute(null=True)
    created_at = Time()
    sent_at = Time(null=True)
    cleanup = TTLAttribute(null=True)

    waiting = UnicodeAttribute(null=True)
    due_at = Time(null=True)
    waiting_index = WaitingIndex()


class DayCount(Item, discriminator="day_count"):
    """Which letters went to an address on a day: `pk` is `to#<digest>`, `sk` the date.

    Their ids and not their number, so that counting one again changes nothing.
    """

    class Meta(TableMeta):
        table_name = table("outbox")

    letter_ids = UnicodeSetAttribute()
    cleanup = TTLAttribute()


class Unwanted(Item, discriminator="unwanted"):
    """The topics that an address does without (NOT-4).

    `pk` is `to#<digest>`, `sk` `unwanted#customer` or `unwanted#staff`: one address can be both.
    """

    class Meta(TableMeta):
        table_name = table("outbox")

    topics = UnicodeSetAttribute(null=True)


class StopReason(StrEnum):
    """Why an address gets no mail (NOT-3)."""

    BOUNCE = "bounce"  # there is no such mailbox, or it takes nothing from us
    COMPLAINT = "complaint"  # its owner called a letter of ours spam


class StoppedIndex(GlobalSecondaryIndex["Reach"]):
    """Addresses that get no mail, by when that began."""

    class Meta:
        index_name = "stopped_addresses"
        projection = AllProjection()

    stopped = UnicodeAttribute(hash_key=True)
    stopped_at = Time(range_key=True)


class Reach(Item, discriminator="reach"):
    """Whether mail arrives at an address, as far as is known.

    `pk` is `address#<keyed hash>`, `sk` `reach`: the hash is the one that audit entries know an
    address by, which say so as long as this is kept, and nothing once it is gone.

    `reason` and `stopped_at` stand here while the address gets no mail, `template` is the letter
    that it came of, and `held` are up to `letters_held` ids of letters that did not go out
    since. `soft` counts letters that came back for now. `answer` is what the other server said
    last. `reopened_at` is when staff or the person saw to it that mail may go there again: what
    becomes of letters sent before that says nothing any more.
    """

    class Meta(TableMeta):
        table_name = table("outbox")

    email = UnicodeAttribute()
    stopped = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    stopped_at = Time(null=True)
    template = UnicodeAttribute(null=True)
    held = UnicodeSetAttribute(null=True)
    soft = NumberAttribute(default=0)
    soft_at = Time(null=True)
    answer = UnicodeAttribute(null=True)
    reopened_at = Time(null=True)
    cleanup = TTLAttribute(null=True)
    stopped_index = StoppedIndex()


class ReadersZone(Item, discriminator="readers_zone"):
    """The zone in which an address reads times: `pk` is `to#<digest>`.

    `sk` is `zone#customer` or `zone#staff`.
    """

    class Meta(TableMeta):
        table_name = table("outbox")

    name = UnicodeAttribute()
