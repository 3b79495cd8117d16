"""What the vendor's shop and ERP ordered. Table `orders`: one collection per order."""

from enum import StrEnum

from pynamodb.attributes import NumberAttribute, UnicodeAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table


class What(StrEnum):
    """What a line of an order asked for."""

    LICENSE = "license"
    EXTENSION = "extension"
    SEATS = "seats"


class Withdrawal(StrEnum):
    """How a sale was taken back."""

    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class OrderLine(Item, discriminator="order_line"):
    """A line that was carried out: `pk` is `order#<number>`, `sk` is `line#<number>`.

    It is what makes a line happen once: it is written in the transaction of its effect.
    `fingerprint` is a hash of what was asked.
    """

    class Meta(TableMeta):
        table_name = table("orders")

    what = UnicodeAttribute()
    line = NumberAttribute()
    license_id = UnicodeAttribute()
    public_id = UnicodeAttribute()
    fingerprint = UnicodeAttribute()
    asked_by = UnicodeAttribute()
    made_at = Time()
    withdrawn = UnicodeAttribute(null=True)
    withdrawn_at = Time(null=True)

    @property
    def order_number(self) -> str:
        """The order's number."""
        return self.pk.partition("#")[2]
