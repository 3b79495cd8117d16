"""What a journey leaves behind that takes time to finish. Table `journeys`.

Each item stands for one decision that was made at once, and for the work that follows from it;
`due` and `due_at` put it on the jobs' list until that is done.
"""

from enum import StrEnum

from pynamodb.attributes import TTLAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.constants import STREAM_KEYS_ONLY
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex, IncludeProjection

from chalicelib.aws.tables import Item, TableMeta, Time, table


class Work(StrEnum):
    """What the jobs have to do."""

    FORGET_PERSON = "forget_person"
    CLOSE_COMPANY = "close_company"
    MOVE_HISTORY = "move_history"
    RENAME_COMPANY = "rename_company"
    RENAME_PERSON = "rename_person"


class ByWork(GlobalSecondaryIndex["Journey"]):
    """What is to be done, the longest due first."""

    class Meta:
        index_name = "journeys_due"
        projection = IncludeProjection(["kind"])

    due = UnicodeAttribute(hash_key=True)
    due_at = Time(range_key=True)


class Journey(Item):
    """What all of them share.

    `after` is how far the present round of work got, where it walks along a list.
    """

    class Meta(TableMeta):
        table_name = table("journeys")
        stream_view_type = STREAM_KEYS_ONLY

    due = UnicodeAttribute(null=True)
    due_at = Time(null=True)
    after = UnicodeAttribute(null=True)
    done_at = Time(null=True)
    by_work = ByWork()


class ByFormerAddress(GlobalSecondaryIndex["Departure"]):
    """Departures of people who had an e-mail address, by its keyed hash."""

    class Meta:
        index_name = "former_address"
        projection = AllProjection()

    address_hash = UnicodeAttribute(hash_key=True)
    pk = UnicodeAttribute(range_key=True)


class Departure(Journey, discriminator="departure"):
    """Somebody who left: `pk` is the account's id, `sk` is `departure`.

    It says nothing of who they were, but for `email`, which goes when the work is done. Their
    history is found by the id, which requests keep, and by `address_hash`, which only the
    deployment can make; both end with the item itself (`cleanup`). `companies` are those where
    their name may stand.
    """

    class Meta(TableMeta):
        table_name = table("journeys")

    companies = UnicodeSetAttribute(null=True)
    email = UnicodeAttribute(null=True)
    address_hash = UnicodeAttribute()
    departed_at = Time()
    moved_to = UnicodeAttribute(null=True)
    cleanup = TTLAttribute()
    by_former_address = ByFormerAddress()


class Closure(Journey, discriminator="closure"):
    """A company that was deleted: `pk` is its id, `sk` is `closure`."""

    class Meta(TableMeta):
        table_name = table("journeys")

    name = UnicodeAttribute()
    closed_at = Time()
    closed_by = UnicodeAttribute()


class Transfer(Journey, discriminator="transfer"):
    """Requests that go from one author to another (STF-9): `pk` its id, `sk` is `transfer`.

    `companies` are those whose requests move; they end up in the company `to_company`.
    """

    class Meta(TableMeta):
        table_name = table("journeys")

    from_account = UnicodeAttribute()
    to_account = UnicodeAttribute()
    companies = UnicodeSetAttribute()
    to_company = UnicodeAttribute()
    asked_at = Time()
    asked_by = UnicodeAttribute()


class Renaming(Journey, discriminator="renaming"):
    """A company or a person with another name: `pk` is the id, `sk` `renaming`, `due` says which.

    Requests hold a copy of the name. It goes when all of them have the new one.
    """

    class Meta(TableMeta):
        table_name = table("journeys")

    renamed_at = Time()
