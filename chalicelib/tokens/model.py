"""Tokens of the vendor's own systems. They stand in the table `accounts`, in one collection."""

from pynamodb.attributes import UnicodeAttribute, UnicodeSetAttribute

from chalicelib.aws.attributes import Day
from chalicelib.aws.tables import Item, TableMeta, Time, table


class ApiToken(Item, discriminator="api_token"):
    """A token: `pk` is `tokens`, `sk` is `token#<id>`. Its secret is kept as a hash.

    It is good to the end of `ends_on`, by UTC, unless it was revoked before. `last_used_on` is a
    day and no moment: it is written once a day, however much the token is used.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    name = UnicodeAttribute()
    scopes = UnicodeSetAttribute()
    secret_hash = UnicodeAttribute()
    created_at = Time()
    created_by = UnicodeAttribute()
    ends_on = Day()
    revoked_at = Time(null=True)
    last_used_on = Day(null=True)

    @property
    def id(self) -> str:
        """The token's own id."""
        return self.sk.partition("#")[2]
