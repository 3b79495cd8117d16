"""Stands for SES's word about mail that it had taken: what it puts on the event bus."""

import uuid
from enum import StrEnum
from typing import Any

from chalicelib.aws.settings import settings
from chalicelib.base import clock

Event = dict[str, Any]


class Wish(StrEnum):
    """What can become of a mail."""

    NO_MAILBOX = "no_mailbox"
    MAILBOX_FULL = "mailbox_full"
    COMPLAINT = "complaint"


_BOUNCES = {
    Wish.NO_MAILBOX: ("Permanent", "General", "smtp; 550 5.1.1 user unknown"),
    Wish.MAILBOX_FULL: ("Transient", "MailboxFull", "smtp; 452 4.2.2 mailbox full"),
}


def event(letter_id: str, recipient: str, wish: Wish) -> Event:
    """SES's event about a letter of ours, another one at each call."""
    kind, name, told = _told(recipient, wish)
    now = clock.now().isoformat(timespec="milliseconds").replace("+00:00", "Z")
    told |= {"feedbackId": f"0102-{uuid.uuid4()}", "timestamp": now}
    headers = [{"name": "X-Kontor-Letter", "value": letter_id}]
    return {
        "version": "0",
        "id": str(uuid.uuid4()),
        "source": "aws.ses",
        "detail-type": name,
        "region": settings().region,
        "time": now,
        "detail": {
            "eventType": kind,
            kind.lower(): told,
            "mail": {"destination": [recipient], "headersTruncated": False, "headers": headers},
        },
    }


def _told(recipient: str, wish: Wish) -> tuple[str, str, Event]:
    if wish is Wish.COMPLAINT:
        complained = [{"emailAddress": recipient}]
        told = {"complainedRecipients": complained, "complaintFeedbackType": "abuse"}
        return "Complaint", "Email Complaint Received", told
    kind, subtype, answer = _BOUNCES[wish]
    bounced = [{"emailAddress": recipient, "action": "failed", "diagnosticCode": answer}]
    told = {"bounceType": kind, "bounceSubType": subtype, "bouncedRecipients": bounced}
    return "Bounce", "Email Bounced", told
