"""Keys, reads and writes of the list of staff."""

from datetime import datetime

from pynamodb.expressions.condition import size

from chalicelib.accounts.errors import LinkUsed
from chalicelib.accounts.model import Account
from chalicelib.aws.tables import read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Conflict
from chalicelib.staff.errors import LastSupervisor
from chalicelib.staff.model import Colleague, ColleagueState, Supervisors

STAFF = "staff"
SUPERVISORS = "supervisors"


def colleagues() -> list[Colleague]:
    """All of staff; the vendor has tens of them."""
    return list(Colleague.query(STAFF, Colleague.sk.startswith("staff#"), consistent_read=True))


def find_colleague(account_id: str) -> Colleague | None:
    """One by the account's id, or None."""
    return read_one(Colleague, STAFF, f"staff#{account_id}")


def invite(change: Transaction, account_id: str, colleague: Colleague, *, lost: Lost) -> None:
    """Somebody new in the list, with an invitation that is open; `lost` when somebody was first."""
    colleague.pk, colleague.sk = STAFF, f"staff#{account_id}"
    change.create(colleague, lost=lost)


def renew_invitation(
    change: Transaction, colleague: Colleague, link_id: str, ends_at: datetime
) -> None:
    """Another link in place of the former one; Conflict when they have accepted meanwhile."""
    actions = [Colleague.link_id.set(link_id), Colleague.ends_at.set(ends_at)]
    change.update(colleague, actions, Colleague.link_id == colleague.link_id, lost=Conflict())


def withdraw(change: Transaction, colleague: Colleague) -> None:
    """Take somebody invited off the list; Conflict when they have accepted meanwhile."""
    change.delete(colleague, Colleague.link_id == colleague.link_id, lost=Conflict())


def join(change: Transaction, colleague: Colleague) -> None:
    """The invitation is accepted; LinkUsed when it was withdrawn or renewed meanwhile."""
    actions = [
        Colleague.state.set(ColleagueState.ACTIVE),
        Colleague.link_id.remove(),
        Colleague.ends_at.remove(),
    ]
    change.update(colleague, actions, Colleague.link_id == colleague.link_id, lost=LinkUsed())


def enlist(change: Transaction, account: Account) -> None:
    """Put somebody who has a staff account on the list, without an invitation."""
    colleague = Colleague(
        pk=STAFF,
        sk=f"staff#{account.pk}",
        email=account.email,
        first_name=account.first_name,
        last_name=account.last_name,
        language=account.language,
        role=account.role,
        state=ColleagueState.ACTIVE,
    )
    change.create(colleague)
    if account.role == StaffRole.SUPERVISOR:
        add_supervisor(change, account.pk)


def has_supervisors() -> bool:
    """Whether anybody can manage staff."""
    return read_one(Supervisors, STAFF, SUPERVISORS) is not None


def add_supervisor(change: Transaction, account_id: str) -> None:
    """One more who can manage staff."""
    known = read_one(Supervisors, STAFF, SUPERVISORS)
    if known is None:
        change.create(Supervisors(pk=STAFF, sk=SUPERVISORS, account_ids={account_id}))
    else:
        change.update(known, [Supervisors.account_ids.add({account_id})])


def drop_supervisor(change: Transaction, account_id: str) -> None:
    """One less who can manage staff; LastSupervisor when nobody would be left."""
    ids = Supervisors.account_ids
    others = ids.contains(account_id) & (size(ids) > 1)
    item = Supervisors(pk=STAFF, sk=SUPERVISORS)
    change.update(item, [ids.delete({account_id})], others, lost=LastSupervisor())


def set_role(change: Transaction, account: Account, colleague: Colleague, role: str) -> None:
    """What somebody is from now on; Conflict when that changed meanwhile."""
    change.update(account, [Account.role.set(role)], Account.role == account.role)
    change.update(colleague, [Colleague.role.set(role)])


def deactivate(change: Transaction, account: Account, colleague: Colleague, now: datetime) -> None:
    """No signing in any more; every browser is out. Conflict when that is so already."""
    after = int(account.generation) + 1
    actions = [Account.deactivated_at.set(now), Account.generation.set(after)]
    change.update(account, actions, Account.deactivated_at.does_not_exist())
    change.update(colleague, [Colleague.state.set(ColleagueState.LEFT)])


def reactivate(change: Transaction, account: Account, colleague: Colleague) -> None:
    """They can sign in again; Conflict when they could."""
    change.update(account, [Account.deactivated_at.remove()], Account.deactivated_at.exists())
    change.update(colleague, [Colleague.state.set(ColleagueState.ACTIVE)])
