"""Invitations whose time is over: marked, and their inviters told, once (SCH-1).

Loaded by a job: no pydantic here. That they are over is so by the clock, whenever this runs.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.ids import digest
from chalicelib.base.operation import Operation
from chalicelib.companies.service import find_person
from chalicelib.entry.each import do_each
from chalicelib.invitations import store
from chalicelib.invitations.letters import tell_of_end
from chalicelib.invitations.model import Invitation
from chalicelib.invitations.rules.moves import Move, may

SYSTEM = Actor(account_id="system")
# Each is two items (itself, entry), and a transaction takes 100.
AT_ONCE = 45


def mark_expired(now: datetime) -> int:
    """Mark what has run out; each inviter gets one letter for all that did together."""
    groups = dict(_groups(store.run_out(now, settings().job_items)))
    return do_each(groups, lambda name: _mark(groups[name], now))


def _groups(found: Sequence[Invitation]) -> Iterator[tuple[str, list[Invitation]]]:
    """By company and inviter, in parts that fit into one change; each part with a name."""
    by_inviter: dict[tuple[str, str], list[Invitation]] = {}
    for invitation in found:
        by_inviter.setdefault((invitation.pk, invitation.invited_by), []).append(invitation)
    for (company_id, _), invitations in by_inviter.items():
        for place in range(0, len(invitations), AT_ONCE):
            part = invitations[place : place + AT_ONCE]
            yield f"{company_id} {part[0].id}", part


def _mark(part: Sequence[Invitation], now: datetime) -> bool:
    company_id, invited_by = part[0].pk, part[0].invited_by
    read = store.find_invitations(company_id, [each.id for each in part])
    ended = [each for each in read if may(each, Move.RUN_OUT, now)]
    if not ended:
        return False
    inviter = find_person(company_id, invited_by)
    change = Transaction(_operation(ended), now)
    for invitation in ended:
        store.mark_expired(change, invitation)
        record(change, SYSTEM, "invitation.expired", invitation.id, now, company_id=company_id)
    if inviter.company_id:
        tell_of_end(change, inviter, ended, now)
    try:
        change.commit()
    except (Repeated, Conflict):
        # Another run did it, or somebody moved one of them: the next run looks again.
        return False
    return True


def _operation(ended: Sequence[Invitation]) -> Operation:
    return Operation.of("job", digest(" ".join(f"{each.id} {each.link_id}" for each in ended)))
