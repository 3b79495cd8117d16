"""3: a company's people stand in the lists that their data put them into, and in no other."""

from collections.abc import Iterator

from chalicelib.companies.model import Member
from chalicelib.companies.store.members import place
from tests.checks.store import Store

LISTS = (
    "last_first", "first_last", "address", "in_country", "in_branch", "in_both",
    "manages_users_of", "manages_licenses_of", "holds_rights_in",
)  # fmt: skip


def people_stand_where_their_data_say(store: Store) -> Iterator[str]:
    """Who is looked for by a name, country or branch is found by what is shown."""
    for member in store.of(Member):
        again = Member.from_raw_data(member.to_dynamodb_dict())
        place(again)
        for name in LISTS:
            stands, belongs = getattr(member, name), getattr(again, name)
            if stands != belongs:
                yield f"{member.account_id} has {name} {stands}, not {belongs}"


PEOPLE_LISTED = (people_stand_where_their_data_say,)
