"""Companies and who is in them. Table `companies`: one collection per company."""

from pynamodb.attributes import ListAttribute, UnicodeAttribute, UnicodeSetAttribute

from chalicelib.aws.tables import Item, TableMeta, Time, table


class Company(Item, discriminator="company"):
    """A customer. `pk` is its id, `sk` is `company`. `owner_id` names its one owner.

    `branches` are the names of its branches, in the order that people read them.
    """

    class Meta(TableMeta):
        table_name = table("companies")

    name = UnicodeAttribute()
    country = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    branches: ListAttribute[str] = ListAttribute(of=UnicodeAttribute, default=list)
    created_at = Time()


class Member(Item, discriminator="member"):
    """A person in a company: `pk` the company's id, `sk` `member#<account id>`.

    `rights` are those granted; the owner has all without a grant. `branch` is where the person
    belongs, `scope` the one branch that their rights are limited to.
    """

    class Meta(TableMeta):
        table_name = table("companies")

    account_id = UnicodeAttribute()
    email = UnicodeAttribute()
    first_name = UnicodeAttribute()
    last_name = UnicodeAttribute()
    country = UnicodeAttribute()
    language = UnicodeAttribute()
    rights = UnicodeSetAttribute(null=True)
    branch = UnicodeAttribute(null=True)
    scope = UnicodeAttribute(null=True)
    joined_at = Time()
