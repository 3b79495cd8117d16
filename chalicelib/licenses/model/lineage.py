"""Which activation codes a license has had, and which came out of which (LIC-12, LIC-14)."""

from enum import StrEnum

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table
from chalicelib.licenses.model.license import ByDue

RECORD = "code#"
FIRST = "0" * 26
"""The id of a license's first code. Its record is written when a second one comes."""


class Why(StrEnum):
    """What a code was issued for."""

    ORDER = "order"
    REISSUED = "reissued"
    SEATS = "seats"
    MERGED = "merged"


class CodeRecord(Item, discriminator="code_record"):
    """A code in the graph of codes: `pk` is its license's id, `sk` is `code#<its id>`.

    `parents` are the codes that it took the place of, each as [license id, code id]: several
    where licenses were merged. The code itself is not here; `start` is its first group.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    start = UnicodeAttribute()
    why = UnicodeAttribute()
    nodes = NumberAttribute()
    parents = JSONAttribute(default=list)
    issued_at = Time()
    replaced_at = Time(null=True)


class Removal(Item, discriminator="removal"):
    """A company took a license off its list (LIC-7): `pk` is the license's id, `sk` `removal#…`.

    It stays until the company's open requests that stood on the license are dealt with, which
    begins at `due_at`.
    """

    class Meta(TableMeta):
        table_name = table("licenses")

    company_id = UnicodeAttribute()
    public_id = UnicodeAttribute()
    due = UnicodeAttribute()
    due_at = Time()
    removals_due = ByDue()
