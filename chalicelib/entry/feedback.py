"""What SES puts on the event bus about mail that it had taken: it came back, or was complained of.

Nothing here says to whom: the letter does, and that is ours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

FEEDBACK_RULE = {
    "source": ["aws.ses"],
    "detail-type": ["Email Bounced", "Email Complaint Received"],
}
LETTER_HEADER = "x-kontor-letter"
ANSWER_CHARS = 300


class FeedbackKind(StrEnum):
    """How SES calls it."""

    BOUNCE = "Bounce"
    COMPLAINT = "Complaint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """One word about one mail.

    `id` is SES's and the same whenever the event comes again; `letter_id` is empty for a mail that
    is no letter of ours. `reason` is SES's: of a bounce its type (Permanent, Transient,
    Undetermined), of a complaint what the recipient's provider called it (abuse, not-spam, …; often
    empty). `answer` is what the other server said.
    """

    id: str
    kind: FeedbackKind
    letter_id: str
    reason: str
    answer: str = ""


def read_feedback(detail: Mapping[str, Any]) -> Feedback:
    """What an event's detail says."""
    kind = FeedbackKind(detail["eventType"])
    told: Mapping[str, Any] = detail[kind.value.lower()]
    reason = "bounceType" if kind is FeedbackKind.BOUNCE else "complaintFeedbackType"
    return Feedback(
        id=told["feedbackId"],
        kind=kind,
        letter_id=_letter_id(detail["mail"]),
        reason=told.get(reason) or "",
        answer=_answer(told)[:ANSWER_CHARS],
    )


def _letter_id(mail: Mapping[str, Any]) -> str:
    headers = mail.get("headers") or ()
    found = (each["value"] for each in headers if each["name"].lower() == LETTER_HEADER)
    return str(next(found, ""))


def _answer(told: Mapping[str, Any]) -> str:
    recipients: Sequence[Mapping[str, Any]] = told.get("bouncedRecipients") or ({},)
    return str(recipients[0].get("diagnosticCode") or "").removeprefix("smtp; ")
