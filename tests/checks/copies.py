"""9: what is kept twice so that one read does, is the same in both places."""

from collections.abc import Iterator

from chalicelib.accounts.model import Account
from chalicelib.base.ids import digest
from chalicelib.companies.model import Company, Member
from chalicelib.invitations.model import Invitation
from chalicelib.journeys.model import Renaming
from chalicelib.mail.model import ReadersZone, Unwanted
from chalicelib.mail.topics import can_choose, topics_for
from chalicelib.tickets.model.message import Message
from chalicelib.tickets.model.ticket import Ticket
from tests.checks.store import Store

SHARED = ("email", "first_name", "last_name", "country", "language", "unwanted")


def members_are_as_their_accounts(store: Store) -> Iterator[str]:
    """A member's name, country, language and choices are the account's (ACC-8, ACC-9, NOT-4)."""
    for member in store.of(Member):
        account = store.find(Account, member.account_id, "account")
        if account is None:
            continue
        for name in SHARED:
            ours, theirs = getattr(member, name), getattr(account, name)
            if ours != theirs:
                yield f"member {account.pk} has {name} {ours}, the account {theirs}"


def choices_reach_the_outbox(store: Store) -> Iterator[str]:
    """What a person does without is known where letters go out; what always comes is not in it."""
    for account in store.of(Account):
        staff = account.role is not None
        side = "staff" if staff else "customer"
        place = f"to#{digest(account.email.lower())}"
        kept = store.find(Unwanted, place, f"unwanted#{side}")
        known = set((kept.topics if kept else None) or ())
        if known != set(account.unwanted or ()):
            yield f"account {account.pk} does without {account.unwanted}, the outbox knows {known}"
        choosable = {topic.value for topic in topics_for(staff=staff) if can_choose(topic)}
        if known - choosable:
            yield f"account {account.pk} does without {known - choosable}, which always come"


def zones_reach_the_outbox(store: Store) -> Iterator[str]:
    """The zone that letters are written in is the one that was chosen (ACC-8)."""
    for account in store.of(Account):
        side = "staff" if account.role is not None else "customer"
        kept = store.find(ReadersZone, f"to#{digest(account.email.lower())}", f"zone#{side}")
        known = kept.name if kept else None
        if known != account.zone:
            yield f"account {account.pk} reads in zone {account.zone}, its letters in {known}"


def requests_have_their_companys_name(store: Store) -> Iterator[str]:
    """A request has the name that its company has now, once nothing is left to do (STF-8)."""
    unfinished = {renaming.pk for renaming in store.of(Renaming)}
    for ticket in store.of(Ticket):
        company = store.find(Company, ticket.company_id, "company")
        if company is None or company.pk in unfinished:
            continue
        if ticket.company_name != company.name:
            yield f"request {ticket.pk} is of {ticket.company_name}, the company is {company.name}"


def people_go_by_the_name_they_have(store: Store) -> Iterator[str]:
    """On requests, messages and invitations, once nothing is left to do (ACC-9, COM-6)."""
    unfinished = {renaming.pk for renaming in store.of(Renaming)}
    names = {one.pk: one.name for one in store.of(Account) if one.pk not in unfinished}
    named = [
        *((one.author_id, one.card.author_name, one) for one in store.of(Ticket)),
        *((one.author_id, one.author_name, one) for one in store.of(Message)),
        *((one.invited_by, one.inviter_name, one) for one in store.of(Invitation)),
    ]
    for account_id, shown, item in named:
        name = names.get(account_id or "", shown)
        if shown != name:
            yield f"{item.sk} of {item.pk} is by {shown}, who is called {name}"


COPIES = (
    members_are_as_their_accounts,
    choices_reach_the_outbox,
    zones_reach_the_outbox,
    requests_have_their_companys_name,
    people_go_by_the_name_they_have,
)
