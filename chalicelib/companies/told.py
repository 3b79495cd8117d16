"""Who is told of what happens to a company's people (COM-4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.companies.model import Company
from chalicelib.companies.service import recipient_of
from chalicelib.companies.store import companies, members, rights
from chalicelib.mail.service import Recipient, post


@dataclass(frozen=True, slots=True)
class Told:
    """`first` are told because of who they are, `managers` (nobody of them) by their right."""

    first: list[Recipient]
    managers: list[Recipient]


def readers_of(
    company: Company, branch: str | None, *, first: Iterable[str] = (), but: str = ""
) -> Told:
    """Who is told of somebody of this branch (None: of no branch's, which concerns all of them).

    First those accounts named and the owner, once each; then those who manage users there, of
    whom there are at most `managers_told`. Nobody is told who has left, or is `but`.
    """
    ids = dict.fromkeys([*first, company.owner_id])
    keys = [members.member_key(company.pk, account_id) for account_id in ids]
    named = companies.read(keys)
    managers = rights.user_managers(company.pk, settings().managers_told)
    rest = [
        member
        for member in managers
        if member.account_id not in {*ids, but}
        and (branch is None or member.scope in {None, branch})
    ]
    return Told(
        [recipient_of(member) for member in named if member and member.account_id != but],
        [recipient_of(member) for member in rest],
    )


def tell_managers(
    change: Transaction,
    told: Told,
    template: str,
    params: Mapping[str, object],
    now: datetime,
) -> None:
    """The same letter to each of those who manage users."""
    for reader in told.managers:
        post(change, reader, template, params, now)
