"""Licenses. Table `licenses`: one collection per license, and the items that make names unique."""

from datetime import timedelta
from enum import StrEnum

from pynamodb.attributes import BooleanAttribute, JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, IncludeProjection

from chalicelib.aws.attributes import Bytes, Day
from chalicelib.aws.tables import Item, TableMeta, Time, table

EARLY = timedelta(days=1)
"""How long before its first day a license activates: as its key files do, somewhere it is begun."""

TELL = "tell"
"""What is due on a license whose holder has to be told something."""


class Status(StrEnum):
    """What a license is at a moment; computed from its facts, never stored (LIC-0)."""

    ACTIVE = "active"
    EXPIRED = "expired"
    NOT_ACTIVATED = "not_activated"
    BLOCKED = "blocked"


class ClaimState(StrEnum):
    """How far a company's hold on a license is; `pending` waits for the vendor's check (LIC-3)."""

    PENDING = "pending"
    ACTIVE = "active"
    REFUSED = "refused"


class Withdrawn(StrEnum):
    """How a license's sale was taken back."""

    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class ByExpiry(GlobalSecondaryIndex["License"]):
    """A company's licenses by the day they end.

    It holds what the list shows and nothing else: so 25 licenses are under 8 KB, one unit.
    """

    class Meta:
        index_name = "by_expiry"
        projection = IncludeProjection(
            [
                "kind",
                "public_id",
                "products",
                "nodes",
                "activated_on",
                "blocked_at",
                "claim",
                "claimed_at",
                "code_start",
                "sealed_code",
            ]
        )

    company_id = UnicodeAttribute(hash_key=True)
    expires_on = Day(range_key=True)


class ByCheck(GlobalSecondaryIndex["License"]):
    """Claims that wait for the vendor's check, the oldest first: what staff's list shows of them.

    Sparse: only a pending claim has `check`.
    """

    class Meta:
        index_name = "license_checks"
        projection = IncludeProjection(
            [
                "kind",
                "public_id",
                "products",
                "end_user",
                "order_number",
                "company_id",
            ]
        )

    check = UnicodeAttribute(hash_key=True)
    claimed_at = Time(range_key=True)


class ByOrder(GlobalSecondaryIndex["License"]):
    """Licenses by their order number. Keys only: whoever finds one reads it whole."""

    class Meta:
        index_name = "licenses_by_order"
        projection = IncludeProjection(["kind"])

    order_number = UnicodeAttribute(hash_key=True)


class BySerial(GlobalSecondaryIndex["License"]):
    """Licenses by their serial number. Keys only."""

    class Meta:
        index_name = "licenses_by_serial"
        projection = IncludeProjection(["kind"])

    serial_number = UnicodeAttribute(hash_key=True)


class ByDue(GlobalSecondaryIndex["License"]):
    """Licenses, and removals of some, that a job has something to do with at `due_at`. Sparse."""

    class Meta:
        index_name = "licenses_due"
        projection = IncludeProjection(["kind", "company_id"])

    due = UnicodeAttribute(hash_key=True)
    due_at = Time(range_key=True)


class ByOveruse(GlobalSecondaryIndex["License"]):
    """Licenses that more devices wanted than there are seats, until staff look. Keys only."""

    class Meta:
        index_name = "licenses_overused"
        projection = IncludeProjection(["kind"])

    overused = UnicodeAttribute(hash_key=True)
    overused_at = Time(range_key=True)


class License(Item, discriminator="license"):
    """A license as the vendor sold it, and the one company that holds it, if any.

    `pk` is its id, `sk` is `license`. `public_id` may stand in mails; the code may not: it is kept
    sealed, its first group beside it for those who may not see more. The last day is
    `expires_on`, by UTC. `withdrawn` says that the sale was taken back (cancelled or refunded);
    such a license is blocked from then on. The claim is `company_id` with `claim`: one at most,
    because it is one attribute of one item. `seats_used` counts the devices in its collection
    (model/devices.py) and in those of `absorbed`, the licenses that were merged into it.

    `checked_for` is the company whose claim the vendor accepted once. `block_reason` goes with a
    block that staff made. `block_told` is the planned block whose effect was told of; for the end
    on `expiry_told_for` notice was given `expiry_told` days before. `code_id` is its present
    code's record, once it has had two. `merged_into` is the license that took its place (LIC-14).
    `overused` is there from `overused_at` on until staff have looked, on `overuse_seen_on`.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    public_id = UnicodeAttribute()
    products = JSONAttribute()
    edition = UnicodeAttribute()
    nodes = NumberAttribute()
    end_user = UnicodeAttribute()
    serial_number = UnicodeAttribute()
    order_number = UnicodeAttribute()
    partner = UnicodeAttribute(null=True)
    issued_on = Day()
    starts_on = Day()
    expires_on = Day()
    activated_on = Day(null=True)
    blocked_at = Time(null=True)
    needs_check = BooleanAttribute(default=False)
    code_start = UnicodeAttribute()
    sealed_code = Bytes()
    trial = BooleanAttribute(default=False)
    withdrawn = UnicodeAttribute(null=True)
    withdrawn_at = Time(null=True)

    company_id = UnicodeAttribute(null=True)
    claim = UnicodeAttribute(null=True)
    claimed_at = Time(null=True)
    claimed_by = UnicodeAttribute(null=True)
    by_expiry = ByExpiry()
    by_order = ByOrder()
    by_serial = BySerial()

    check = UnicodeAttribute(null=True)
    refused_because = UnicodeAttribute(null=True)
    checked_for = UnicodeAttribute(null=True)
    by_check = ByCheck()

    block_reason = UnicodeAttribute(null=True)
    block_told = Time(null=True)
    expiry_told = NumberAttribute(null=True)
    expiry_told_for = Day(null=True)
    due = UnicodeAttribute(null=True)
    due_at = Time(null=True)
    by_due = ByDue()

    code_id = UnicodeAttribute(null=True)
    merged_into = UnicodeAttribute(null=True)
    absorbed = JSONAttribute(null=True)
    seats_used = NumberAttribute(null=True)
    overused = UnicodeAttribute(null=True)
    overused_at = Time(null=True)
    overuse_seen_on = Day(null=True)
    by_overuse = ByOveruse()


class Code(Item, discriminator="code"):
    """Finds a license by its activation code: `pk` is `code#<keyed hash>`, `sk` is `code`.

    `replaced_at` is when another code took its place (LIC-12): from then on it adds nothing, and
    activates no further device. `absorbed` is the license's, while the code is its present one.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    license_id = UnicodeAttribute()
    replaced_at = Time(null=True)
    absorbed = JSONAttribute(null=True)


class PublicId(Item, discriminator="public_id"):
    """Makes a public id unique, and finds its license: `pk` is `public#<id>`, `sk` is `public`."""

    class Meta(TableMeta):
        table_name = table("licenses")

    license_id = UnicodeAttribute()
