"""A company with branches and people, for the tests of who may do what there."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.base.actor import Actor, Right
from chalicelib.companies.model import Company, Member
from chalicelib.companies.store import members as store
from tests.builders import actor_for, make_colleague, make_cookie, make_person
from tests.client import Client

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
BRANCHES = ["Kiel", "Bonn"]


@dataclass
class Firm:
    """The owner's account; everybody else is added by the tests."""

    owner: Account

    @property
    def id(self) -> str:
        return str(self.owner.company_id)

    def add(self, name: str, *rights: Right, **more: Any) -> Account:
        """Somebody called so, as `Anna Weiß`; their address is their first name's."""
        first, last = name.split(" ", 1)
        email = more.pop("email", f"{first.lower()}@nordwerk.example")
        return make_colleague(
            self.owner, NOON, *rights, email=email, first_name=first, last_name=last, **more
        )

    def member(self, account: Account) -> Member:
        """Somebody's place in the company, as it is now."""
        member = store.find_member(self.id, account.pk)
        assert member is not None
        return member


def make_firm(email: str = "mara.lind@nordwerk.example", name: str = "Nordwerk GmbH") -> Firm:
    """A company with two branches and its owner."""
    owner = make_person(NOON, email=email, company=name)
    Company(pk=owner.company_id, sk="company").update([Company.branches.set(BRANCHES)])
    return Firm(owner)


def acting(account: Account) -> Actor:
    """What the person is at their next request."""
    return actor_for(account, NOON)


def browser(account: Account) -> Client:
    """The person, signed in by the clock on the wall."""
    from chalicelib.base import clock
    from chalicelib.entry.call import CUSTOMER_COOKIE

    return Client(cookies={CUSTOMER_COOKIE: make_cookie(account, clock.now())})
