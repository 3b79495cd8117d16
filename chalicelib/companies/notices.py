"""Which letters somebody wants (NOT-4)."""

from collections.abc import Collection
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotSignedIn
from chalicelib.base.operation import Operation
from chalicelib.companies.store import members as store
from chalicelib.mail.schemas import NoticesOut, TopicOut
from chalicelib.mail.store import addresses as mail
from chalicelib.mail.topics import Topic, can_choose, topics_for


def notices(actor: Actor) -> NoticesOut:
    """What the person chose. No read: the session check has it."""
    return _out(actor, actor.unwanted)


def _out(actor: Actor, unwanted: Collection[str]) -> NoticesOut:
    topics = [
        TopicOut(topic=topic, wanted=topic not in unwanted, always=not can_choose(topic))
        for topic in topics_for(staff=actor.role is not None)
    ]
    return NoticesOut(topics=topics)


def choose_notices(
    actor: Actor, unwanted: Collection[Topic], now: datetime, operation: Operation
) -> NoticesOut:
    """Keep what the person does without: where letters are delivered, and where they are posted.

    Raises Invalid on `unwanted` for a topic that always comes, or that is the other side's.
    """
    staff = actor.role is not None
    _demand_choosable(unwanted, staff=staff)
    account = accounts.find_account(actor.account_id)
    if account is None:
        raise NotSignedIn
    change = Transaction(operation, now)
    chosen = frozenset(topic.value for topic in unwanted)
    mail.set_unwanted(change, account.email, chosen, staff=staff)
    _copy(change, actor, account, chosen)
    before = frozenset(account.unwanted or ())
    details = {"off": sorted(chosen - before), "on": sorted(before - chosen)}
    record(change, actor, "account.notices_chosen", account.pk, now, details=details)
    answer = _out(actor, chosen)
    change.commit(answer.model_dump(mode="json"))
    return answer


def _copy(change: Transaction, actor: Actor, account: Account, chosen: Collection[str]) -> None:
    accounts.set_unwanted(change, account, chosen)
    if actor.company_id:
        store.set_member_unwanted(change, actor.company_id, account.pk, chosen)


def _demand_choosable(unwanted: Collection[Topic], *, staff: bool) -> None:
    choosable = [topic for topic in topics_for(staff=staff) if can_choose(topic)]
    if any(topic not in choosable for topic in unwanted):
        raise Invalid(FieldError("unwanted", "always_sent"))
