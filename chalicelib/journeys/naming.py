"""Changing somebody's data; where that is their name, what holds a copy follows (ACC-9)."""

from datetime import datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.companies import members, own_data
from chalicelib.companies.schemas import EditMember, MemberOut, OwnData, OwnDataOut
from chalicelib.journeys.model import Work
from chalicelib.journeys.store import put_renaming


def change_own_data(actor: Actor, data: OwnData, now: datetime, operation: Operation) -> OwnDataOut:
    """Change the actor's own name, country and branch; raises what own_data.py does."""
    change = Transaction(operation, now)
    answer, renamed = own_data.change_own_data(change, actor, data, now)
    if renamed:
        put_renaming(change, Work.RENAME_PERSON, actor.account_id, now)
    change.commit(answer.model_dump(mode="json"))
    return answer


def edit_member(
    actor: Actor, account_id: str, data: EditMember, now: datetime, operation: Operation
) -> MemberOut:
    """Change somebody else's, for those who manage users; raises what members.py does."""
    change = Transaction(operation, now)
    answer, renamed = members.edit_member(change, actor, account_id, data, now)
    if renamed:
        put_renaming(change, Work.RENAME_PERSON, account_id, now)
    change.commit(answer.model_dump(mode="json"))
    return answer
