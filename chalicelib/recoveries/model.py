"""Somebody asks to own a company whose owner has left (COM-10). Table `recoveries`."""

from enum import StrEnum

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.constants import STREAM_KEYS_ONLY
from pynamodb.indexes import GlobalSecondaryIndex, IncludeProjection, KeysOnlyProjection

from chalicelib.aws.tables import Item, TableMeta, Time, table

OPEN = "open"


class RecoveryState(StrEnum):
    """Where a recovery is. The moves are one table in rules.py."""

    ASKED = "asked"
    WITHDRAWN = "withdrawn"  # by who asked
    OVERTAKEN = "overtaken"  # another owner, no company, or nobody who asks any more
    ACCEPTED = "accepted"
    REFUSED = "refused"


class Work(StrEnum):
    """What the job has to do about one."""

    TELL = "tell"  # the company's people: that it was asked for, or how it ended
    FORGET = "forget"  # what was kept of it


class ByOpen(GlobalSecondaryIndex["Recovery"]):
    """Recoveries that staff have to decide, the oldest first: `open`."""

    class Meta:
        index_name = "open_recoveries"
        projection = IncludeProjection(
            ["kind", "company_id", "asker_id", "ends_at", "objections", "owner_objected"]
        )

    open = UnicodeAttribute(hash_key=True)
    asked_at = Time(range_key=True)


class ByWork(GlobalSecondaryIndex["Recovery"]):
    """What is to be done, the longest due first."""

    class Meta:
        index_name = "recoveries_due"
        projection = IncludeProjection(["kind"])

    due = UnicodeAttribute(hash_key=True)
    due_at = Time(range_key=True)


class ByAsker(GlobalSecondaryIndex["Recovery"]):
    """What somebody asked for, by age."""

    class Meta:
        index_name = "recoveries_by_asker"
        projection = KeysOnlyProjection()

    asker_id = UnicodeAttribute(hash_key=True)
    pk = UnicodeAttribute(range_key=True)


class RecoveryPart(Item):
    """What stands in a recovery's collection."""

    class Meta(TableMeta):
        table_name = table("recoveries")
        stream_view_type = STREAM_KEYS_ONLY


class Recovery(RecoveryPart, discriminator="recovery"):
    """One wish to own a company: `pk` its id, `sk` is `recovery`.

    While it is open, the company's head names it, so a company has one at most. `owner_id` is who
    owned the company then; `license_code` the first group of the license's code then. `outside`:
    who asked was in no company. `shown` says whether it was the code or the key file. A decision
    names the number of `objections` that it had seen. `told` is how far the telling got along the
    company's people.
    """

    class Meta(RecoveryPart.Meta):
        pass

    company_id = UnicodeAttribute()
    asker_id = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    outside = BooleanAttribute(default=False)
    license_id = UnicodeAttribute()
    license_public_id = UnicodeAttribute()
    license_code = UnicodeAttribute()
    shown = UnicodeAttribute()
    file_key = UnicodeAttribute()
    file_name = UnicodeAttribute()
    file_size = NumberAttribute()
    words = UnicodeAttribute(null=True)
    state = UnicodeAttribute(default=RecoveryState.ASKED)
    asked_at = Time()
    ends_at = Time()
    objections = NumberAttribute(default=0)
    owner_objected = BooleanAttribute(default=False)
    ended_at = Time(null=True)
    decided_by = UnicodeAttribute(null=True)
    reason = UnicodeAttribute(null=True)
    told = UnicodeAttribute(null=True)

    open = UnicodeAttribute(null=True)
    due = UnicodeAttribute(null=True)
    due_at = Time(null=True)
    by_open = ByOpen()
    by_work = ByWork()
    by_asker = ByAsker()


class Objection(RecoveryPart, discriminator="objection"):
    """What one person says against it: `pk` the recovery's id, `sk` `objection#<account id>`."""

    class Meta(RecoveryPart.Meta):
        pass

    account_id = UnicodeAttribute()
    owner = BooleanAttribute(default=False)
    words = UnicodeAttribute(null=True)
    at = Time()
