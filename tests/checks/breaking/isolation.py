"""1 and 2: things that cross from one company to another, and companies without an owner."""

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.companies.model import Company, Member
from chalicelib.mail.model import Letter
from chalicelib.tickets.model.message import File, Message
from chalicelib.tickets.model.ticket import Number, Ticket
from chalicelib.tickets.model.upload import Upload
from tests.checks import isolation, owners
from tests.checks.breaking.acts import Breakage, again, alter, find, remove
from tests.checks.full import STRANGER, Full

OTHER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _stranger(full: Full) -> str:
    return str(find(full, Account, lambda account: account.email == STRANGER).pk)


def _strangers_company(full: Full) -> str:
    return str(find(full, Company, lambda company: company.name == "Südwerk AG").pk)


def _threaded(letter: Letter) -> bool:
    return bool(letter.thread)


def _by_customer(message: Message) -> bool:
    return message.by == "customer"


def _mail_elsewhere(full: Full) -> None:
    letter = find(full, Letter)
    raw = f"To: x\r\nX-Kontor-Letter: {letter.pk}\r\n\r\n".encode()
    full.cloud.mails.deliver(raw, ["outsider@example.com"])


ISOLATION_BROKEN = (
    Breakage(
        isolation.requests_stay_inside,
        "has an author of another company",
        alter(Ticket, author_id=_stranger),
    ),
    Breakage(
        isolation.requests_stay_inside,
        "stands in another company's list",
        alter(Ticket, company_status=lambda full: f"{_strangers_company(full)}#closed"),
    ),
    Breakage(
        isolation.requests_stay_inside, "names a license that is not", alter(Ticket, license_id="x")
    ),
    Breakage(isolation.requests_stay_inside, "request as related", alter(Ticket, related_id=OTHER)),
    Breakage(isolation.requests_stay_inside, "is of no company", alter(Ticket, company_id=OTHER)),
    Breakage(
        isolation.numbers_tell_only_their_own,
        "to others",
        alter(Number, company_id=_strangers_company),
    ),
    Breakage(
        isolation.talk_stays_inside,
        "is by another company's person",
        alter(Message, _by_customer, author_id=_stranger),
    ),
    Breakage(
        isolation.talk_stays_inside,
        "stands in another request",
        again(File, pk=lambda full: full.over_id),
    ),
    Breakage(
        isolation.talk_stays_inside,
        "is another company's",
        alter(
            Upload,
            lambda upload: upload.ticket_id is not None,
            company_id=_strangers_company,
        ),
    ),
    Breakage(
        isolation.letters_reach_only_participants,
        "goes to an outsider",
        alter(Letter, _threaded, to=STRANGER),
    ),
    Breakage(isolation.mails_go_where_their_letters_say, "went to", _mail_elsewhere),
    Breakage(
        isolation.entries_stand_with_their_company,
        "is about another company's request",
        again(
            Entry,
            lambda entry: entry.action == "ticket.opened",
            pk=_strangers_company,
            actor_id=_stranger,
        ),
    ),
    Breakage(
        isolation.entries_stand_with_their_company,
        "is by another company's person",
        again(Entry, lambda entry: entry.action == "ticket.opened", actor_id=_stranger),
    ),
    Breakage(
        isolation.members_are_where_their_account_says,
        "does not list it",
        alter(Account, lambda account: account.email == STRANGER, company_id=OTHER),
    ),
)

OWNERS_BROKEN = (
    Breakage(
        owners.every_company_has_its_owner, "who has no account", alter(Company, owner_id=OTHER)
    ),
    Breakage(owners.every_company_has_its_owner, "who is not in it", remove(Member)),
    Breakage(
        owners.every_company_has_its_owner,
        "is owned by a member of staff",
        alter(Account, lambda account: account.email == STRANGER, role="supervisor"),
    ),
    Breakage(
        owners.nobody_is_in_two_companies,
        " and in ",
        again(Member, lambda member: member.email != STRANGER, pk=_strangers_company),
    ),
)
