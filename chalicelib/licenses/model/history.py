"""What happened to a license. Stands in the license's own collection, one item per event."""

from datetime import datetime
from enum import StrEnum

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from chalicelib.aws.tables import Item, TableMeta, table
from chalicelib.base import ids

EVENT = "event#"


class What(StrEnum):
    """What can happen to a license."""

    ISSUED = "issued"
    ACTIVATED = "activated"
    CLAIMED = "claimed"
    CHECK_PASSED = "check_passed"
    CHECK_REFUSED = "check_refused"
    REMOVED = "removed"
    KEY_FILE_SIGNED = "key_file_signed"
    KEY_FILES_MAILED = "key_files_mailed"
    BLOCK_REQUESTED = "block_requested"
    BLOCK_PLANNED = "block_planned"
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    CODE_REISSUED = "code_reissued"
    SEATS_ADDED = "seats_added"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    SEATS_WITHDRAWN = "seats_withdrawn"
    MERGED = "merged"
    MERGED_AWAY = "merged_away"
    LEASE_SIGNED = "lease_signed"
    LEASE_RETURNED = "lease_returned"
    DEVICE_DROPPED = "device_dropped"
    OVERUSED = "overused"
    OVERUSE_REVIEWED = "overuse_reviewed"


class Side(StrEnum):
    """Who made it happen: the customer, the vendor, or the system by itself."""

    CUSTOMER = "customer"
    STAFF = "staff"
    SYSTEM = "system"


class Event(Item, discriminator="event"):
    """One thing that happened: `pk` is the license's id, `sk` is `event#<ulid>`.

    Written once, in the transaction of what it tells of, and never changed. `by` is an account
    and never a name: names are looked up when somebody reads, so that who is deleted is gone from
    here, too. `company_id` is who held the license at that moment. `text` is a reason that
    somebody wrote, for that company and for staff.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    what = UnicodeAttribute()
    side = UnicodeAttribute()
    by = UnicodeAttribute(null=True)
    company_id = UnicodeAttribute(null=True)
    text = UnicodeAttribute(null=True)
    details = JSONAttribute(null=True)

    @property
    def at(self) -> datetime:
        """When it happened, to the millisecond: its key says so."""
        return ids.made_at(self.sk.removeprefix(EVENT))
