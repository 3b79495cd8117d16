"""The deny list (LIC-11): what is to stand on it from when on, and the list as it is published.

All of it is the collection `deny-list`: `head`, `part#<first hex digit>`, `change#<serial>` and
`pending#<entry>`.
"""

from pynamodb.attributes import BooleanAttribute, NumberAttribute, TTLAttribute, UnicodeAttribute

from chalicelib.aws.attributes import Bytes
from chalicelib.aws.tables import Item, TableMeta, Time, table

DENY_LIST = "deny-list"
HEAD = "head"
PART = "part#"
CHANGE = "change#"
PENDING = "pending#"


class Denial(Item, discriminator="denial"):
    """What is to become of one entry: `sk` is `pending#<entry in hex>`.

    Denied from `denied_from` on, or allowed without one. `stamp` is another one after each
    change. `applied`: the published list says already what holds until `denied_from`. Gone when
    the published list says all of it.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    license_id = UnicodeAttribute()
    denied_from = Time(null=True)
    stamp = UnicodeAttribute()
    applied = BooleanAttribute(default=False)


class DenyHead(Item, discriminator="deny_head"):
    """The published list: its serial, and when it changed last.

    `digest` is the XOR of the SHA-256 of each of its `entries` entries, in hex.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    serial = NumberAttribute()
    changed_at = Time()
    entries = NumberAttribute()
    digest = UnicodeAttribute()


class DenyPart(Item, discriminator="deny_part"):
    """The published entries that begin with one hex digit: eight bytes each, in order."""

    class Meta(TableMeta):
        table_name = table("licenses")

    packed = Bytes()


class DenyChange(Item, discriminator="deny_change"):
    """What one serial added and took off, for those who hold the list before it."""

    class Meta(TableMeta):
        table_name = table("licenses")

    added = Bytes(null=True)
    removed = Bytes(null=True)
    cleanup = TTLAttribute()
