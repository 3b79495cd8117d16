"""Companies and who is in them. Table `companies`: one collection per company."""

from pynamodb.attributes import (
    ListAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.indexes import GlobalSecondaryIndex, IncludeProjection

from chalicelib.aws.attributes import Bytes
from chalicelib.aws.tables import Item, TableMeta, Time, table
from chalicelib.companies.indexes import (
    ByAddress,
    ByFirstName,
    ByLastName,
    InBoth,
    InBranch,
    InCountry,
    LicenseManagers,
    RightHolders,
    UserManagers,
)

LISTED = "company"


class ByName(GlobalSecondaryIndex["Company"]):
    """Every living company by its folded name, for staff: `company`."""

    class Meta:
        index_name = "by_name"
        projection = IncludeProjection(["kind", "name", "country", "created_at"])

    listed = UnicodeAttribute(hash_key=True)
    sort_name = UnicodeAttribute(range_key=True)


class Company(Item, discriminator="company"):
    """A customer. `pk` is its id, `sk` is `company`. `owner_id` names its one owner.

    `branches` are the names of its branches, in the order that people read them.
    `logo` names the present version of its logo. `sort_name` is the name as it is sorted and
    found (names.py). `recovery` names the open wish of somebody to own it (COM-10). `version`
    counts the changes of name, branches and owner, so that two who change it at once notice.
    """

    class Meta(TableMeta):
        table_name = table("companies")

    name = UnicodeAttribute()
    country = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    branches: ListAttribute[str] = ListAttribute(default=list)
    created_at = Time()
    version = NumberAttribute(default=0)

    logo = UnicodeAttribute(null=True)
    recovery = UnicodeAttribute(null=True)

    listed = UnicodeAttribute(default=LISTED)
    sort_name = UnicodeAttribute()
    by_name = ByName()


class Logo(Item, discriminator="logo"):
    """A company's logo: `pk` the company's id, `sk` is `logo`. Drawn anew as a PNG, some KB."""

    class Meta(TableMeta):
        table_name = table("companies")

    version = UnicodeAttribute()
    content = Bytes()


class Member(Item, discriminator="member"):
    """A person in a company: `pk` the company's id, `sk` `member#<account id>`.

    `rights` are those granted; the owner has all without a grant. `branch` is where the person
    belongs, `scope` the one branch that their rights are limited to. `version` counts the changes
    that others make, so that two who edit at once notice. What follows `joined_at` is computed
    from the rest (`store.place`), for the lists.
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
    version = NumberAttribute(default=0)
    unwanted = UnicodeSetAttribute(null=True)
    joined_at = Time()

    last_first = UnicodeAttribute(null=True)
    first_last = UnicodeAttribute(null=True)
    address = UnicodeAttribute(null=True)
    in_country = UnicodeAttribute(null=True)
    in_branch = UnicodeAttribute(null=True)
    in_both = UnicodeAttribute(null=True)
    manages_users_of = UnicodeAttribute(null=True)
    manages_licenses_of = UnicodeAttribute(null=True)
    holds_rights_in = UnicodeAttribute(null=True)

    by_last_name = ByLastName()
    by_country = InCountry()
    by_branch = InBranch()
    by_both = InBoth()
    by_first_name = ByFirstName()
    by_address = ByAddress()
    user_managers = UserManagers()
    license_managers = LicenseManagers()
    right_holders = RightHolders()

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"
