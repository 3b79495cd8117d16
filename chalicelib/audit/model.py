"""One item per thing that somebody did."""

from pynamodb.attributes import JSONAttribute, UnicodeAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex

from chalicelib.aws.tables import Item, TableMeta, Time, table

EVERY = "every"


class AllIndex(GlobalSecondaryIndex["Entry"]):
    """All entries, by time."""

    class Meta:
        index_name = "audit_all"
        projection = AllProjection()

    every = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)


class ActorIndex(GlobalSecondaryIndex["Entry"]):
    """What one person did, by time."""

    class Meta:
        index_name = "audit_by_actor"
        projection = AllProjection()

    actor_id = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)


class ActionIndex(GlobalSecondaryIndex["Entry"]):
    """Everything of one kind, by time."""

    class Meta:
        index_name = "audit_by_action"
        projection = AllProjection()

    action = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)


class Entry(Item, discriminator="entry"):
    """Who did what, when, from where (STF-12). Written once, never changed.

    `pk` is the company concerned, or `vendor`; `sk` a ULID, so a query reads in time order. Who it
    was stands here as an id alone: names are looked up by whoever shows it, so that who left is
    gone from here, too.
    """

    class Meta(TableMeta):
        table_name = table("audit")

    action = UnicodeAttribute()
    subject = UnicodeAttribute()
    actor_id = UnicodeAttribute()
    address = UnicodeAttribute()
    at = Time()
    details = JSONAttribute(null=True)
    every = UnicodeAttribute(default=EVERY)
    all_of_them = AllIndex()
    by_actor = ActorIndex()
    by_action = ActionIndex()
