"""4: a one-time link works at most once, for one purpose and one account, never after its end.

That no GET spends one is proven where routes are called (tests/proof).
"""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

from chalicelib.accounts.links import NOBODYS
from chalicelib.accounts.model import Link, Purpose
from chalicelib.audit.model import Entry
from chalicelib.aws.settings import settings
from tests.checks.store import Store

SPENT_BY = {
    Purpose.ACTIVATE: "account.activated",
    Purpose.RESET_PASSWORD: "password.changed",
    Purpose.SECOND_FACTOR: "session.opened",
    Purpose.INVITATION: "invitation.accepted",
    Purpose.PASSKEY_SIGN_IN: "session.opened",
    Purpose.AUTHENTICATOR: "factor.added",
    Purpose.ADD_PASSKEY: "factor.added",
    Purpose.DROP_FACTOR: "factors.dropped",
    Purpose.KEEP_FACTOR: "factor.removal_objected",
    Purpose.DELETE_ACCOUNT: "account.deleted",
    Purpose.DELETE_COMPANY: "company.deleted",
    Purpose.OBJECT: "recovery.objected",
    Purpose.JOIN_STAFF: "staff.joined",
    Purpose.CONFIRM_ADDRESS: "address.confirmed",
}
"""What the one use of a link is; a survey's link is never used up."""

BY_LINK_ONLY = frozenset(
    {
        *("account.activated", "password.changed", "account.deleted", "company.deleted"),
        "invitation.accepted",
    }
)
"""What happens by a link only; colleagues may delete an account, too."""


def _lifetime(purpose: Purpose) -> timedelta:
    limits = settings()
    match purpose:
        case Purpose.SECOND_FACTOR | Purpose.PASSKEY_SIGN_IN:
            return timedelta(seconds=limits.challenge_seconds)
        case Purpose.AUTHENTICATOR | Purpose.ADD_PASSKEY:
            return timedelta(seconds=limits.enrolment_seconds)
        case Purpose.DROP_FACTOR | Purpose.KEEP_FACTOR:
            return timedelta(hours=limits.factor_removal_hours, days=limits.link_days)
        case Purpose.SURVEY:
            return timedelta(days=limits.survey_days)
        case _:
            return timedelta(days=limits.link_days)


def links_live_as_long_as_promised(store: Store) -> Iterator[str]:
    """Each has a purpose and its lifetime, and was not used at or after its end."""
    for link in store.of(Link):
        if link.purpose not in set(Purpose):
            yield f"{link.pk} is for {link.purpose}, which is no purpose"
            continue
        purpose = Purpose(link.purpose)
        if link.ends_at - link.created_at > _lifetime(purpose):
            yield f"{link.pk} to {purpose} lives for {link.ends_at - link.created_at}"
        if link.spent_at and not link.created_at <= link.spent_at < link.ends_at:
            yield f"{link.pk} was used at {link.spent_at}, and ended at {link.ends_at}"
        if link.spent_at and purpose not in SPENT_BY:
            yield f"{link.pk} to {purpose} was used up"
        if link.spent_at and link.data:
            yield f"{link.pk} was used and still holds what it carried"


def each_use_did_its_one_thing(store: Store) -> Iterator[str]:
    """A used link has exactly one effect, of its purpose, for its account."""
    effects = Counter((entry.action, _whose(entry), entry.at) for entry in store.of(Entry))
    for link in store.of(Link):
        if not link.spent_at or link.purpose not in SPENT_BY:
            continue
        action = SPENT_BY[Purpose(link.purpose)]
        found = effects[action, link.subject, link.spent_at]
        if link.subject == NOBODYS:  # whoever had a passkey for it
            found = sum(
                n for (what, _, at), n in effects.items() if (what, at) == (action, link.spent_at)
            )
        if found != 1:
            yield f"{link.pk} was used once and led to {found} × {action} for {link.subject}"


def _whose(entry: Entry) -> str:
    """Whom a link names for this effect: an invitation, or the account."""
    return entry.subject if entry.action == SPENT_BY[Purpose.INVITATION] else entry.actor_id


def each_effect_had_its_link(store: Store) -> Iterator[str]:
    """Accounts are activated and passwords set by a link only, and who leaves has one, too."""
    used = {
        (SPENT_BY[Purpose(link.purpose)], link.subject, link.spent_at)
        for link in store.of(Link)
        if link.spent_at and link.purpose in SPENT_BY
    }
    for entry in store.of(Entry):
        by_themselves = entry.action != "account.deleted" or entry.actor_id == entry.subject
        if entry.action not in BY_LINK_ONLY or not by_themselves:
            continue
        if (entry.action, _whose(entry), entry.at) not in used:
            yield f"{entry.action} for {_whose(entry)} at {entry.at} without a link"


LINKS = (links_live_as_long_as_promised, each_use_did_its_one_thing, each_effect_had_its_link)
