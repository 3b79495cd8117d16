"""Who holds the seats of a license. All of it stands in the license's own collection."""

from pynamodb.attributes import TTLAttribute, UnicodeAttribute, UnicodeSetAttribute

from chalicelib.aws.attributes import Day
from chalicelib.aws.tables import Item, TableMeta, Time, table

DEVICE = "device#"
LEASE = "lease#"
RELEASED = "released#"
REFUSED = "refused#"


class Device(Item, discriminator="device"):
    """A device that holds a seat: `sk` is `device#<keyed hash of its fingerprint>`.

    An offline lease is a device with `lease_id`, that holds its seat until `held_until` or until
    it is returned; `public_key` is what its receipt will be signed with. `seen_on` is no more
    precise than a day: so a device is written to once a day at most.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    name = UnicodeAttribute(null=True)
    since = Time()
    seen_on = Day()
    lease_id = UnicodeAttribute(null=True)
    lease_ends = Day(null=True)
    held_until = Time(null=True)
    public_key = UnicodeAttribute(null=True)


class Lease(Item, discriminator="lease"):
    """Finds leases that are over: `sk` is `lease#<held until>#<device>`."""

    class Meta(TableMeta):
        table_name = table("licenses")

    lease_id = UnicodeAttribute()


class Released(Item, discriminator="released"):
    """Says for a while that a device gave its seat back: `sk` is `released#<device>`.

    Where it held the seat by a lease, it remembers which and whose receipt returned it.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    at = Time()
    lease_id = UnicodeAttribute(null=True)
    public_key = UnicodeAttribute(null=True)
    cleanup = TTLAttribute()


class Refused(Item, discriminator="refused"):
    """Devices that were refused because all seats were taken: `sk` is `refused#<day>`.

    No more than `overuse_recorded` of a day.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    devices = UnicodeSetAttribute()
    cleanup = TTLAttribute()
