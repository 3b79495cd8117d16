"""One item per thing that somebody did."""

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table


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
