"""As many people in a company as a test wants, written past the services: only the lists count."""

from collections.abc import Iterator
from datetime import datetime

from chalicelib.companies.model import Member
from chalicelib.companies.store.members import place
from tests.filling import write_all

FIRST = ("Anna", "Bülent", "Çiğdem", "Dörte", "Emil", "Fatma", "Günter", "Hanna", "Ömer", "Zoë")
LAST = ("Müller", "Schäfer", "Özdemir", "Weiß", "Lindqvist", "Nguyen", "Kowalski", "Ødegård")
COUNTRIES = ("DE", "AT", "CH", "FR", "PL")


def fill(company_id: str, since: int, until: int, branches: list[str], now: datetime) -> None:
    """People number `since` up to `until`; nobody of them can sign in."""
    write_all(_people(company_id, since, until, branches, now))


def _people(
    company_id: str, since: int, until: int, branches: list[str], now: datetime
) -> Iterator[Member]:
    for number in range(since, until):
        account_id = f"person-{number:05}"
        member = Member(
            pk=company_id,
            sk=f"member#{account_id}",
            account_id=account_id,
            email=f"person{number}@nordwerk.example",
            first_name=FIRST[number % len(FIRST)],
            last_name=f"{LAST[number // 7 % len(LAST)]}-{number}",
            country=COUNTRIES[number % len(COUNTRIES)],
            language="de",
            branch=branches[number % len(branches)],
            joined_at=now,
        )
        place(member)
        yield member
