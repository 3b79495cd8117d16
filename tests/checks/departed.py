"""9 and 11: who left is gone, and so is what was deleted; wholly once the work on it is done."""

from collections.abc import Iterator

from chalicelib.accounts.model import Account, Address, Session
from chalicelib.aws.former_addresses import address_hash
from chalicelib.companies.model import Company, Member
from chalicelib.journeys.model import Closure, Departure, Journey, Renaming, Transfer
from chalicelib.licenses.model.license import License
from chalicelib.mail.model import Letter, LetterState
from chalicelib.tickets.model.message import Message
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.model.upload import Upload
from tests.checks.store import Store


def nothing_opens_for_who_left(store: Store) -> Iterator[str]:
    """No account, no address, no place in a company; of a company no head."""
    left = {departure.pk for departure in store.of(Departure)}
    for account in store.of(Account):
        if account.pk in left:
            yield f"{account.pk} has left and has an account"
    for address in store.of(Address):
        if address.account_id in left:
            yield f"{address.account_id} has left and has {address.pk}"
    for member in store.of(Member):
        if member.account_id in left:
            yield f"{member.account_id} has left and is in {member.pk}"
    for closure in store.of(Closure):
        if store.find(Company, closure.pk, "company"):
            yield f"company {closure.pk} was deleted and is there"


def work_is_on_the_list_until_it_is_done(store: Store) -> Iterator[str]:
    """What a decision entails is found by the jobs, or is done."""
    for kind in (Departure, Closure, Transfer, Renaming):
        for journey in store.of(kind):
            if not _is_due(journey) and journey.done_at is None:
                yield f"{journey.sk} of {journey.pk} is neither due nor done"
            if _is_due(journey) and journey.done_at is not None:
                yield f"{journey.sk} of {journey.pk} is done and due"


def _is_due(journey: Journey) -> bool:
    return bool(journey.due and journey.due_at)


def nothing_is_left_of_who_left(store: Store) -> Iterator[str]:
    """Not a session, not a loose file, not an address, once the work is done."""
    gone = {one.pk: one for one in store.of(Departure) if one.done_at}
    for one in gone.values():
        if one.email:
            yield f"the departure of {one.pk} still holds an address"
    for row in store.raw["kontor-accounts"]:
        if row["pk"]["S"] in gone:
            yield f"{row['sk']['S']} is left of {row['pk']['S']}"
    for upload in store.of(Upload):
        if upload.loose in gone:
            yield f"{upload.pk} is left of {upload.loose}"


def nothing_names_who_left(store: Store) -> Iterator[str]:
    """Neither a request, nor what was said on one, nor a letter that was sent."""
    gone = {one.pk: one for one in store.of(Departure) if one.done_at}
    for ticket in store.of(Ticket):
        if ticket.author_id in gone and ticket.card.author_name:
            yield f"request {ticket.pk} names {ticket.author_id}, who has left"
    for message in store.of(Message):
        if message.author_id in gone and message.author_name:
            yield f"message {message.id} names {message.author_id}, who has left"
    ended = {one.address_hash: one.departed_at for one in gone.values()}
    for letter in store.of(Letter):
        left_at = ended.get(address_hash(letter.to))
        if left_at and letter.state == LetterState.SENT and letter.created_at <= left_at:
            yield f"letter {letter.pk} says who has left"


def nobody_is_left_in_closed_companies(store: Store) -> Iterator[str]:
    """Nobody is in them, and every session of their people is over."""
    closed = _closed(store)
    for row in store.raw["kontor-companies"]:
        if row["pk"]["S"] in closed:
            yield f"{row['sk']['S']} is left of the closed company {row['pk']['S']}"
    for account in store.of(Account):
        if account.company_id in closed:
            yield f"{account.pk} is in the closed company {account.company_id}"
        for session in store.of(Session):
            taken = session.pk == account.pk and session.generation == account.generation
            if taken and _before(store, account, session):
                yield f"{session.sk} outlives its company"


def nothing_goes_on_in_closed_companies(store: Store) -> Iterator[str]:
    """No license is theirs, no request goes on, no file waits."""
    closed = _closed(store)
    for license_ in store.of(License):
        if license_.company_id in closed:
            yield f"license {license_.public_id} is the closed company {license_.company_id}'s"
    for ticket in store.of(Ticket):
        if ticket.company_id in closed and ticket.open:
            yield f"request {ticket.pk} goes on without its company"
    for upload in store.of(Upload):
        if upload.company_id in closed and upload.loose:
            yield f"{upload.pk} waits without its company"


def _closed(store: Store) -> set[str]:
    return {closure.pk for closure in store.of(Closure) if closure.done_at}


def _before(store: Store, account: Account, session: Session) -> bool:
    """Whether a session began before a company of its person was deleted."""
    ends = [store.find(Closure, one, "closure") for one in account.former_companies or ()]
    return any(end and session.created_at < end.closed_at for end in ends)


DEPARTED = (
    work_is_on_the_list_until_it_is_done,
    nothing_is_left_of_who_left,
    nothing_names_who_left,
    nobody_is_left_in_closed_companies,
    nothing_goes_on_in_closed_companies,
)
DOORS = (nothing_opens_for_who_left,)
