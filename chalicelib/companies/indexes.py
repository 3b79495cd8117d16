"""The lists of a company's people. Each holds what a row shows, and nothing else.

Three orders (last name, first name, address) because people are looked for by each. The list by
last name is there once more for each filter of the page, so that a filter costs nothing extra.
"""

from typing import TYPE_CHECKING

from pynamodb.attributes import UnicodeAttribute
from pynamodb.indexes import GlobalSecondaryIndex, IncludeProjection

if TYPE_CHECKING:
    from chalicelib.companies.model import Member  # noqa: F401 - named in text

ROW = [
    "kind", "account_id", "email", "first_name", "last_name", "country", "branch", "rights",
    "scope", "joined_at", "version",
]  # fmt: skip


class ByLastName(GlobalSecondaryIndex["Member"]):
    """Everybody in a company."""

    class Meta:
        index_name = "by_last_name"
        projection = IncludeProjection(ROW)

    pk = UnicodeAttribute(hash_key=True)
    last_first = UnicodeAttribute(range_key=True)


class InCountry(GlobalSecondaryIndex["Member"]):
    """Those in one country: `<company>#<country>`."""

    class Meta:
        index_name = "in_country"
        projection = IncludeProjection(ROW)

    in_country = UnicodeAttribute(hash_key=True)
    last_first = UnicodeAttribute(range_key=True)


class InBranch(GlobalSecondaryIndex["Member"]):
    """Those of one branch: `<company>#<branch>`."""

    class Meta:
        index_name = "in_branch"
        projection = IncludeProjection(ROW)

    in_branch = UnicodeAttribute(hash_key=True)
    last_first = UnicodeAttribute(range_key=True)


class InBoth(GlobalSecondaryIndex["Member"]):
    """Those of one branch in one country: `<company>#<country>#<branch>`."""

    class Meta:
        index_name = "in_country_and_branch"
        projection = IncludeProjection(ROW)

    in_both = UnicodeAttribute(hash_key=True)
    last_first = UnicodeAttribute(range_key=True)


class ByFirstName(GlobalSecondaryIndex["Member"]):
    """Everybody in a company, to be found by the first name."""

    class Meta:
        index_name = "by_first_name"
        projection = IncludeProjection(ROW)

    pk = UnicodeAttribute(hash_key=True)
    first_last = UnicodeAttribute(range_key=True)


class ByAddress(GlobalSecondaryIndex["Member"]):
    """Everybody in a company, to be found by the e-mail address."""

    class Meta:
        index_name = "by_address"
        projection = IncludeProjection(ROW)

    pk = UnicodeAttribute(hash_key=True)
    address = UnicodeAttribute(range_key=True)


TOLD = [
    *("kind", "account_id", "email", "first_name", "last_name", "language", "scope"),
    "unwanted",
]


class UserManagers(GlobalSecondaryIndex["Member"]):
    """Those who hold the right to manage users: whom letters about accounts go to."""

    class Meta:
        index_name = "user_managers"
        projection = IncludeProjection(TOLD)

    manages_users_of = UnicodeAttribute(hash_key=True)
    last_first = UnicodeAttribute(range_key=True)


class LicenseManagers(GlobalSecondaryIndex["Member"]):
    """Those who hold the right to manage licenses: whom letters about licenses go to."""

    class Meta:
        index_name = "license_managers"
        projection = IncludeProjection(TOLD)

    manages_licenses_of = UnicodeAttribute(hash_key=True)
    last_first = UnicodeAttribute(range_key=True)


class RightHolders(GlobalSecondaryIndex["Member"]):
    """Those who hold any right, by account: who is told when the company itself is at stake."""

    class Meta:
        index_name = "right_holders"
        projection = IncludeProjection(
            ["kind", "account_id", "email", "first_name", "last_name", "language", "unwanted"]
        )

    holds_rights_in = UnicodeAttribute(hash_key=True)
    sk = UnicodeAttribute(range_key=True)
