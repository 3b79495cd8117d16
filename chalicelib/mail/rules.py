"""When a letter is tried again, when it is given up, and what stops mail to an address (NOT-3)."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from chalicelib.mail.model import StopReason

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


def next_attempt(now: datetime, attempts: int) -> datetime:
    """When to try again if the attempt with this number (from 1) comes to nothing.

    The pause doubles each time.
    """
    # Bounded before it is computed: 2 to the power of a large number is no span of time.
    pause: timedelta = FIRST_PAUSE * 2 ** min(attempts - 1, 16)
    return now + min(pause, LONGEST_PAUSE)


def is_hopeless(attempts: int, most: int) -> bool:
    """Whether the attempts made so far were all that a letter gets."""
    return attempts >= most


PERMANENT = "Permanent"
NO_COMPLAINTS = frozenset({"not-spam", "auth-failure"})
"""What providers report in the same form: that it is no spam, and that a signature was bad."""

_ASKED_THEMSELVES = frozenset(
    {
        *("account_activate", "password_reset", "address_check"),
        *("account_deletion", "company_deletion"),
    }
)
STILL_TRIED: Mapping[StopReason, frozenset[str]] = {
    StopReason.BOUNCE: _ASKED_THEMSELVES | {"invitation", "staff_invited"},
    StopReason.COMPLAINT: _ASKED_THEMSELVES,
}
"""Letters that go to a stopped address all the same, few a day: each carries a link whose use
proves that the mailbox is there and wants them. Who complained gets only what they ask for."""


def stop_for(reason: str, *, bounced: bool) -> StopReason | None:
    """What SES's word (its bounce type, or the kind of complaint) stops mail for; None: nothing."""
    if bounced:
        return StopReason.BOUNCE if reason == PERMANENT else None
    return None if reason in NO_COMPLAINTS else StopReason.COMPLAINT


def stops(
    reason: StopReason, before: StopReason | None, sent_at: datetime, reopened_at: datetime | None
) -> bool:
    """Whether it stops mail, or changes why mail is stopped; `before` is why it is already.

    A bounce of what was sent before the address was opened again comes late and says nothing.
    """
    if reason is StopReason.COMPLAINT:
        return before is not StopReason.COMPLAINT
    return before is None and (reopened_at is None or sent_at > reopened_at)


def may_try(template: str, reason: StopReason) -> bool:
    """Whether a letter goes to an address that is stopped for this reason."""
    return template in STILL_TRIED[reason]
