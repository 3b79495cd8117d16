"""Who tries what. Table `trials`. Addresses and companies stand in it as digests alone."""

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.aws.attributes import Day
from chalicelib.aws.tables import Item, TableMeta, table


class Trial(Item, discriminator="trial"):
    """The trial that an address has, or had last, of an application.

    `pk` is `address#<digest>`, `sk` is `trial#<application>`. `ends_on` is the last day.
    """

    class Meta(TableMeta):
        table_name = table("trials")

    license_id = UnicodeAttribute()
    ends_on = Day()


class CompanyTrials(Item, discriminator="company_trials"):
    """The trials of a company: `pk` is `company#<digest>`, `sk` is `trials`.

    `ends` holds the last day of each by its license; those that are over leave it.
    """

    class Meta(TableMeta):
        table_name = table("trials")

    ends = JSONAttribute()
    revision = NumberAttribute()
