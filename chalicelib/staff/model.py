"""The vendor's people, as they are listed. Table `accounts`, in one collection."""

from enum import StrEnum

from pynamodb.attributes import UnicodeAttribute, UnicodeSetAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table


class ColleagueState(StrEnum):
    """Where somebody stands; `left` can come back."""

    INVITED = "invited"
    ACTIVE = "active"
    LEFT = "left"


class Colleague(Item, discriminator="colleague"):
    """A member of staff, from the invitation on: `pk` is `staff`, `sk` `staff#<account id>`.

    The account gets this id once the invitation is accepted; `link_id` and `ends_at` are the
    invitation's while it is open.
    """

    class Meta(TableMeta):
        table_name = table("accounts")

    email = UnicodeAttribute()
    first_name = UnicodeAttribute()
    last_name = UnicodeAttribute()
    language = UnicodeAttribute()
    role = UnicodeAttribute()
    state = UnicodeAttribute()
    link_id = UnicodeAttribute(null=True)
    ends_at = Time(null=True)


class Supervisors(Item, discriminator="supervisors"):
    """Who can manage staff, so that there is always one: `pk` is `staff`, `sk` `supervisors`."""

    class Meta(TableMeta):
        table_name = table("accounts")

    account_ids = UnicodeSetAttribute()
