"""3: role, company, quota and status change only by their one operation.

Here is what one look at the store can tell; `guarded.py` compares two.
"""

from collections import Counter
from collections.abc import Iterator

from chalicelib.accounts.model import Account, Address
from chalicelib.accounts.store.accounts import CUSTOMERS, STAFF, address_key
from chalicelib.audit.model import Entry
from chalicelib.base.actor import Right
from chalicelib.companies.model import Member
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.tickets.model.message import FILE, File, Message, Scan
from chalicelib.tickets.model.ticket import Status, Ticket
from chalicelib.tickets.model.upload import PREFIX, Upload, UploadState
from chalicelib.tickets.rules.lists import place
from chalicelib.tickets.rules.moves import MOVES
from chalicelib.tickets.service.changing import patience
from tests.checks.store import Store

PLACED = (
    *("company_status", "company_inactive", "author", "author_status", "author_inactive"),
    *("queue", "open", "waiting", "due", "due_at"),
)


def statuses_came_by_allowed_moves(store: Store) -> Iterator[str]:
    """The moves that a conversation shows lead from the beginning to the status that stands.

    Told by counting, not by order: two messages of one millisecond have none.
    """
    by_ticket: dict[str, list[Message]] = {}
    for message in store.of(Message):
        if message.moved_to:
            by_ticket.setdefault(message.pk, []).append(message)
    for ticket in store.of(Ticket):
        moves = by_ticket.get(ticket.pk, [])
        balance = Counter(message.moved_to for message in moves)
        balance.subtract(Counter(message.moved_from for message in moves))
        if {status: n for status, n in balance.items() if n} != {None: -1, ticket.status: 1}:
            yield f"request {ticket.pk} is {ticket.status}, and its history does not lead there"
        for message in moves:
            if message.moved_from and not _is_a_move(message):
                yield (
                    f"request {ticket.pk} went from {message.moved_from} to {message.moved_to}"
                    f" by {message.by}"
                )


def _is_a_move(message: Message) -> bool:
    return any(
        move.by == message.by and message.moved_from in move.from_ and message.moved_to == move.to
        for move in MOVES.values()
    )


def lists_show_the_status(store: Store) -> Iterator[str]:
    """A request stands in the lists that its facts put it into, and waits for the right job."""
    for ticket in store.of(Ticket):
        stands = {name: getattr(ticket, name) for name in PLACED}
        again = Ticket.from_raw_data(ticket.to_dynamodb_dict())
        place(again, patience())
        belongs = {name: getattr(again, name) for name in PLACED}
        for name in PLACED:
            if stands[name] != belongs[name]:
                yield f"request {ticket.pk} has {name} {stands[name]}, not {belongs[name]}"
        if ticket.reminded_at and ticket.status != Status.AWAITING_ANSWER:
            yield f"request {ticket.pk} was reminded and is {ticket.status}"


def roles_stand_on_their_side(store: Store) -> Iterator[str]:
    """Staff sign in at staff's door and are in no company; customers at theirs."""
    for account in store.of(Account):
        side = STAFF if account.role else CUSTOMERS
        _, pk, sk = address_key(account.email, side)
        if store.find(Address, pk, sk) is None:
            yield f"account {account.pk} with role {account.role} has no address as {side}"
        if account.role and account.company_id:
            yield f"account {account.pk} is staff and in company {account.company_id}"
    for member in store.of(Member):
        unknown = set(member.rights or ()) - set(Right)
        if unknown:
            yield f"{member.account_id} holds {unknown} in {member.pk}"


def claims_are_whole(store: Store) -> Iterator[str]:
    """Who holds a license got it by adding it: state, company, time and person go together."""
    added = {
        (entry.subject, entry.pk) for entry in store.of(Entry) if entry.action == "license.added"
    }
    for license_ in store.of(License):
        parts = (license_.company_id, license_.claim, license_.claimed_at, license_.claimed_by)
        if not any(parts):
            continue
        if not all(parts) or license_.claim not in set(ClaimState):
            yield f"license {license_.pk} is claimed by halves: {parts}"
        if (license_.claim == ClaimState.PENDING) != (license_.check is not None):
            yield f"license {license_.pk} is {license_.claim}, and the check's list says otherwise"
        if (license_.pk, license_.company_id) not in added:
            yield f"license {license_.pk} is held by {license_.company_id}, which never added it"


def uploads_are_where_their_state_says(store: Store) -> Iterator[str]:
    """Attached means: the file of a message; loose and due only while nothing took it."""
    files = {file.sk.removeprefix(FILE): file for file in store.of(File)}
    for upload in store.of(Upload):
        attached = upload.state == UploadState.ATTACHED
        where = f"upload {upload.key} is {upload.state}"
        if (attached and not upload.kept_for) != (upload.key in files):
            yield f"{where}, and a message {'lacks' if attached else 'has'} it"
        if attached and (upload.loose or upload.due):
            yield f"{where} and still waits for something"
        if not attached and upload.due is None:
            yield f"{where}, and no job would ever find it"
        if attached and files.get(upload.key) and files[upload.key].verdict != upload.verdict:
            yield f"{where} and {upload.verdict}, its file is {files[upload.key].verdict}"
        if upload.verdict not in set(Scan):
            yield f"{where} and {upload.verdict}, which no scan says"
    for key in files.keys() - {upload.pk.removeprefix(PREFIX) for upload in store.of(Upload)}:
        yield f"file {key} was never uploaded"


MOVES_HELD = (
    statuses_came_by_allowed_moves,
    lists_show_the_status,
    roles_stand_on_their_side,
    claims_are_whole,
    uploads_are_where_their_state_says,
)
