"""Keys, reads and writes of invitations."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from pynamodb.expressions.update import Action

from chalicelib.accounts.model import Account
from chalicelib.accounts.store.accounts import CUSTOMERS, STAFF, account_key, address_key
from chalicelib.aws.conditional import update_if
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, read_many, read_one
from chalicelib.aws.together import read_all
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.base.ids import ulid_named
from chalicelib.invitations.model import PREFIX, Invitation, InvitationState

RUNNING = "running"
# One BatchGet holds 100 keys, and three say what is known of an address.
ADDRESSES_AT_ONCE = 33
NOBODY = ""
CURSOR_KEYS = frozenset({"pk", "sk", "sent_at"})


def invitation_id(company_id: str, email: str) -> str:
    """The id of an address's invitation; it doesn't tell the address."""
    return ulid_named(f"invitation\n{company_id}\n{email.lower()}")


def invitation_key(company_id: str, invitation_id: str) -> Key:
    """Where an invitation stands."""
    return (Invitation, company_id, f"{PREFIX}{invitation_id}")


def find_invitation(company_id: str, invitation_id: str) -> Invitation | None:
    """The invitation, or None."""
    return read_one(Invitation, company_id, f"{PREFIX}{invitation_id}")


def find_invitations(company_id: str, ids: Sequence[str]) -> list[Invitation]:
    """Those of the invitations that are there."""
    found = read_many([invitation_key(company_id, each) for each in ids])
    return [invitation for invitation in found if invitation is not None]


@dataclass(frozen=True, slots=True)
class About:
    """What is kept of an address: whose it is, and the invitation that it has, if any."""

    staff: bool = False
    account: Account | None = None
    invitation: Invitation | None = None


def read_about(company_id: str, emails: Sequence[str]) -> dict[str, About]:
    """What is kept of each address; two round trips, however many there are."""
    found: dict[str, About] = {}
    for part in read_all([_reader(company_id, part) for part in _parts(emails)]):
        found |= part
    return found


def _parts(emails: Sequence[str]) -> Iterator[Sequence[str]]:
    for place in range(0, len(emails), ADDRESSES_AT_ONCE):
        yield emails[place : place + ADDRESSES_AT_ONCE]


def _reader(company_id: str, emails: Sequence[str]) -> Callable[[], dict[str, About]]:
    def read() -> dict[str, About]:
        keys = [key for email in emails for key in _keys_about(company_id, email)]
        answers = iter(read_many(keys))
        rows = [(email, next(answers), next(answers), next(answers)) for email in emails]
        owners = [address.account_id for _, address, _, _ in rows if address]
        accounts = read_many([account_key(each) for each in owners]) if owners else []
        by_id = {account.pk: account for account in accounts if account}
        return {
            email: About(
                staff is not None, by_id.get(address.account_id) if address else None, invitation
            )
            for email, address, staff, invitation in rows
        }

    return read


def _keys_about(company_id: str, email: str) -> tuple[Key, Key, Key]:
    return (
        address_key(email, CUSTOMERS),
        address_key(email, STAFF),
        invitation_key(company_id, invitation_id(company_id, email)),
    )


def send(
    change: Transaction,
    invitation: Invitation,
    from_states: Collection[str],
    now: datetime,
    *,
    lost: Lost,
) -> None:
    """Write an invitation that goes out, over the one that the address may have had."""
    over = (Invitation.state == InvitationState.PENDING) & (Invitation.ends_at <= now)
    free = Invitation.pk.does_not_exist() | Invitation.state.is_in(*sorted(from_states)) | over
    _open(invitation)
    change.put(invitation, free, lost=lost)


def resend(
    change: Transaction,
    invitation: Invitation,
    from_states: Collection[str],
    read_link: str,
    *,
    lost: Lost,
) -> None:
    """Write an invitation that goes out again; `read_link` is the link that it had."""
    unmoved = Invitation.state.is_in(*sorted(from_states)) & (Invitation.link_id == read_link)
    _open(invitation)
    change.put(invitation, unmoved, lost=lost)


def _open(invitation: Invitation) -> None:
    invitation.state = InvitationState.PENDING
    invitation.account_id = None
    invitation.open = invitation.pk
    branch = invitation.branch
    invitation.open_in_branch = f"{invitation.pk}#{branch}" if branch else None
    invitation.running = RUNNING
    invitation.cleanup = invitation.ends_at + timedelta(days=settings().invitation_keep_days)


def accept(
    change: Transaction, invitation: Invitation, account_id: str, now: datetime, *, lost: Lost
) -> None:
    """Close it for good: the account stands in the address's place."""
    living = (
        (Invitation.state == InvitationState.PENDING)
        & (Invitation.link_id == invitation.link_id)
        & (Invitation.ends_at > now)
    )
    actions = [
        Invitation.state.set(InvitationState.ACCEPTED),
        Invitation.account_id.set(account_id),
        *_forgetting(),
    ]
    change.update(invitation, actions, living, lost=lost)


def withdraw(
    change: Transaction, invitation: Invitation, from_states: Collection[str], *, lost: Lost
) -> None:
    """Take it back; nothing is kept of the address."""
    unmoved = Invitation.state.is_in(*sorted(from_states))
    actions = [Invitation.state.set(InvitationState.WITHDRAWN), *_forgetting()]
    change.update(invitation, actions, unmoved, lost=lost)


def _forgetting() -> list[Action]:
    gone = (Invitation.email, Invitation.open, Invitation.open_in_branch, Invitation.running)
    return [attribute.remove() for attribute in gone]


def mark_expired(change: Transaction, invitation: Invitation) -> None:
    """Write down that its time was over, once; it stays in the list, to be sent again."""
    unmoved = (Invitation.state == InvitationState.PENDING) & (
        Invitation.ends_at == invitation.ends_at
    )
    actions = [Invitation.state.set(InvitationState.EXPIRED), Invitation.running.remove()]
    change.update(invitation, actions, unmoved)


def list_open(company_id: str, branch: str, cursor: str | None) -> Page[Invitation]:
    """A page of a company's open invitations (of one branch's where named), the last sent first."""
    index: Any = Invitation.in_branch if branch else Invitation.open_invitations
    name = "open_in_branch" if branch else "open"
    value = f"{company_id}#{branch}" if branch else company_id
    size = settings().page_size
    results = index.query(
        value,
        scan_index_forward=False,
        limit=size + 1,
        last_evaluated_key=read_cursor(cursor, {name: value}, CURSOR_KEYS),
    )
    return read_page(results, {name: value}, size)


def run_out(now: datetime, most: int) -> list[Invitation]:
    """Up to `most` invitations whose time is over and whose inviters don't know yet."""
    return list(Invitation.running_out.query(RUNNING, Invitation.ends_at <= now, limit=most))


def name_inviter(company_id: str, account_id: str, name: str) -> int:
    """Let who sent them go by this name in a company's invitations; answers how many had another.

    A name that was taken out (NOBODY) does not come back.
    """
    kept = Invitation.inviter_name
    otherwise = (Invitation.invited_by == account_id) & (kept != NOBODY) & (kept != name)
    found = list(Invitation.query(company_id, filter_condition=otherwise, consistent_read=True))
    for invitation in found:
        update_if(invitation, [kept.set(name)], kept == invitation.inviter_name)
    return len(found)
