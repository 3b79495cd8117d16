"""1: nobody reads, changes or infers another company's data. What is kept never crosses over."""

from collections.abc import Iterator

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.audit.service import VENDOR
from chalicelib.companies.model import Company, Member
from chalicelib.journeys.model import Closure, Departure
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import Removal
from chalicelib.mail.model import Letter
from chalicelib.mail.store.letters import NOBODY
from chalicelib.tickets.model.message import FILE, File, Message
from chalicelib.tickets.model.ticket import Number, Party, Ticket
from chalicelib.tickets.model.upload import PREFIX, Upload
from chalicelib.tickets.rules.moves import is_over
from tests.checks.store import Store

LISTS = ("company_status", "company_inactive", "author", "author_status", "author_inactive")


def company_of(store: Store, account_id: str | None) -> str | None:
    """The company somebody is in; None for staff, for nobody, and for who is in none."""
    account = store.find(Account, account_id or "", "account")
    return account.company_id if account else None


def belongs(store: Store, account_id: str | None, company_id: str) -> bool:
    """Whether a person may have to do with a company: in it, in none any more, or staff."""
    return company_of(store, account_id) in {None, company_id}


def requests_stay_inside(store: Store) -> Iterator[str]:
    """A request's author, number, license, related request and lists are its company's."""
    for ticket in store.of(Ticket):
        where = f"request {ticket.pk}"
        company = store.find(Company, ticket.company_id, "company")
        if company is None and store.find(Closure, ticket.company_id, "closure") is None:
            yield f"{where} is of no company"
        if not belongs(store, ticket.author_id, ticket.company_id):
            yield f"{where} has an author of another company"
        for name in LISTS:
            listed = getattr(ticket, name)
            if listed and listed.partition("#")[0] != ticket.company_id:
                yield f"{where} stands in another company's list {name}"
        yield from _license_is_the_companys(store, ticket)
        related = store.find(Ticket, ticket.related_id or "", "ticket")
        if ticket.related_id and (related is None or related.company_id != ticket.company_id):
            yield f"{where} names another company's request as related"


def _license_is_the_companys(store: Store, ticket: Ticket) -> Iterator[str]:
    license_ = store.find(License, ticket.license_id, "license")
    if license_ is None or license_.public_id != ticket.license_public_id:
        yield f"request {ticket.pk} names a license that is not there"
    elif not is_over(ticket.status) and license_.company_id != ticket.company_id:
        for removal in store.of(Removal):
            # It goes over to another license, or ends, once the removal's grace is over.
            if (removal.pk, removal.company_id) == (license_.pk, ticket.company_id):
                return
        yield f"request {ticket.pk} stands on another company's license"


def numbers_tell_only_their_own(store: Store) -> Iterator[str]:
    """What decides who may find a request by its number is what the request says."""
    for number in store.of(Number):
        ticket = store.find(Ticket, number.ticket_id, "ticket")
        if ticket is None:
            continue  # wholeness.py
        copied = (number.company_id, number.author_id, number.branch)
        if copied != (ticket.company_id, ticket.author_id, ticket.branch):
            yield f"number {number.pk} opens request {ticket.pk} to others"


def talk_stays_inside(store: Store) -> Iterator[str]:
    """Messages and files in a request come from its company's people or from staff."""
    companies = {ticket.pk: ticket.company_id for ticket in store.of(Ticket)}
    for message in store.of(Message):
        own = companies.get(message.pk, "")
        if message.by == Party.CUSTOMER and not belongs(store, message.author_id, own):
            yield f"message {message.sk} of request {message.pk} is by another company's person"
    for file in store.of(File):
        upload = store.find(Upload, PREFIX + file.sk.removeprefix(FILE), "upload")
        if upload and not upload.staff and upload.company_id != companies.get(file.pk):
            yield f"file {file.sk} of request {file.pk} is another company's"
        if upload and upload.ticket_id != file.pk:
            yield f"file {file.sk} stands in another request than its upload says"
    for upload in store.of(Upload):
        # Who was in no company sent an application, and may be in one by now.
        inside = upload.company_id == "" or belongs(store, upload.owner_id, upload.company_id)
        if not upload.staff and not inside:
            yield f"upload {upload.pk} is of a person of another company"


def letters_reach_only_participants(store: Store) -> Iterator[str]:
    """Mail about a request goes to people of its company, or to staff."""
    readers: dict[str | None, set[str]] = {}
    for account in store.of(Account):
        for company_id in {account.company_id, *(account.former_companies or ())}:
            readers.setdefault(company_id, set()).add(account.email)
    for departure in store.of(Departure):
        # As long as the erasing has not come to it, letters still say whom they went to.
        for company_id in departure.companies or ():
            readers.setdefault(company_id, set()).add(departure.email or NOBODY)
    tickets = {ticket.pk: ticket.company_id for ticket in store.of(Ticket)}
    for letter in store.of(Letter):
        if not letter.thread or letter.to == NOBODY:
            continue
        company_id = tickets.get(letter.thread)
        if company_id is None:
            yield f"letter {letter.pk} is about a request that is not there"
        elif letter.to not in readers.get(company_id, set()) | readers.get(None, set()):
            yield f"letter {letter.pk} about request {letter.thread} goes to an outsider"


def mails_go_where_their_letters_say(store: Store) -> Iterator[str]:
    """What SES was handed went to the letter's one recipient."""
    letters = {letter.pk: letter for letter in store.of(Letter)}
    for mail in store.mails:
        letter = letters.get(mail.letter_id)
        if letter is None or letter.to == NOBODY:
            continue
        if [to.lower() for to in mail.recipients] != [letter.to.lower()]:
            yield f"letter {letter.pk} went to {mail.recipients}"


def entries_stand_with_their_company(store: Store) -> Iterator[str]:
    """A company's audit log holds what its own people, staff and the system did to its things."""
    tickets = {ticket.pk: ticket.company_id for ticket in store.of(Ticket)}
    # Requests of a company that is gone can go to another with their author; what was is not moved.
    gone = {closure.pk for closure in store.of(Closure)}
    for entry in store.of(Entry):
        where = f"entry {entry.sk} {entry.action} of {entry.pk}"
        if entry.pk == VENDOR or entry.pk in gone:
            continue
        if not belongs(store, entry.actor_id, entry.pk):
            yield f"{where} is by another company's person"
        if tickets.get(entry.subject, entry.pk) != entry.pk:
            yield f"{where} is about another company's request"


def members_are_where_their_account_says(store: Store) -> Iterator[str]:
    """A person's place in a company and their account agree, both ways."""
    for member in store.of(Member):
        if company_of(store, member.account_id) != member.pk:
            yield f"{member.account_id} is listed in {member.pk}, and their account says otherwise"
    for account in store.of(Account):
        place = (account.company_id or "", f"member#{account.pk}")
        if account.company_id and store.find(Member, *place) is None:
            yield f"account {account.pk} says company {account.company_id}, which does not list it"


ISOLATION = (
    requests_stay_inside,
    numbers_tell_only_their_own,
    talk_stays_inside,
    letters_reach_only_participants,
    mails_go_where_their_letters_say,
    entries_stand_with_their_company,
    members_are_where_their_account_says,
)
