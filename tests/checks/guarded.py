"""3, over time: between two looks at the store, what is guarded changed only by its operation.

Each change must have left its entry in the audit log meanwhile.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.aws.tables import Item
from chalicelib.companies.model import Company, Member
from chalicelib.invitations.model import Invitation
from chalicelib.licenses.model.history import Event
from chalicelib.licenses.model.license import License
from chalicelib.orders.model import OrderLine
from chalicelib.recoveries.model import Recovery
from chalicelib.tickets.model.ticket import Ticket
from chalicelib.tickets.model.upload import PREFIX, Upload, UploadState
from chalicelib.tokens.model import ApiToken
from tests.checks.store import Store


@dataclass(frozen=True)
class Guarded:
    """Attributes that only these actions change. No action: nothing in the product changes it.

    `subject` is what the entry of such an action names.
    """

    kind: type[Item]
    attributes: tuple[str, ...]
    actions: frozenset[str] = frozenset()
    subject: Callable[[Any], str] = operator.attrgetter("pk")


TOOK_A_FILE = frozenset({"ticket.opened", "ticket.replied", "ticket.answered", "ticket.noted"}) | {
    "recovery.asked"
}
PERSON = operator.attrgetter("account_id")
INVITATION_MOVES = frozenset(
    f"invitation.{what}" for what in ("sent", "resent", "accepted", "withdrawn", "expired")
)
GUARDED = (
    Guarded(Account, ("email",)),
    Guarded(Account, ("role",), frozenset({"staff.role_changed"})),
    Guarded(Account, ("deactivated_at",), frozenset({"staff.deactivated", "staff.reactivated"})),
    Guarded(Account, ("company_id",), frozenset({"member.joined", "member.removed"})),
    Guarded(
        Account,
        ("totp_secret", "passkeys"),
        frozenset({"factor.added", "factor.removed", "factors.dropped"}),
    ),
    Guarded(Account, ("password_hash",), frozenset({"password.changed"})),
    Guarded(Company, ("owner_id",), frozenset({"company.owner_changed"})),
    Guarded(Company, ("name", "branches"), frozenset({"company.changed"})),
    Guarded(Member, ("rights", "scope"), frozenset({"member.rights_changed"}), PERSON),
    Guarded(Member, ("branch",), frozenset({"member.changed"}), PERSON),
    Guarded(Invitation, ("state",), INVITATION_MOVES, operator.attrgetter("id")),
    Guarded(
        Invitation,
        ("rights", "scope", "branch", "invited_by"),
        frozenset({"invitation.sent"}),
        operator.attrgetter("id"),
    ),
    Guarded(
        License,
        ("claim", "company_id"),
        frozenset(
            {
                *("license.added", "license.check_passed", "license.check_refused"),
                *("license.removed", "license.released", "license.merged_away"),
            }
        ),
    ),
    Guarded(
        License,
        ("nodes",),
        frozenset(
            {
                *("license.seats_added", "license.merged"),
                *("license.seats_withdrawn", "license.withdrawn"),
            }
        ),
    ),
    Guarded(License, ("expires_on",), frozenset({"license.extended", "license.merged"})),
    Guarded(
        License,
        ("blocked_at",),
        frozenset(
            {
                *("license.blocked", "license.block_planned", "license.unblocked"),
                "license.withdrawn",
            }
        ),
    ),
    Guarded(
        License,
        ("sealed_code", "code_id"),
        frozenset({"license.code_reissued", "license.seats_added", "license.merged"}),
    ),
    Guarded(License, ("withdrawn",), frozenset({"license.withdrawn"})),
    Guarded(
        License,
        ("merged_into", "absorbed"),
        frozenset({"license.merged", "license.merged_away"}),
    ),
    Guarded(
        License,
        ("overused_at", "overuse_seen_on"),
        frozenset(
            {
                *("license.overused", "license.overuse_reviewed", "license.blocked"),
                *("license.seats_added", "license.merged", "license.merged_away"),
            }
        ),
    ),
    Guarded(License, ("products", "public_id", "trial")),
    Guarded(OrderLine, ("what", "license_id", "fingerprint")),
    Guarded(ApiToken, ("scopes", "secret_hash", "ends_on")),
    Guarded(
        Ticket,
        ("status",),
        frozenset(
            {
                *("ticket.replied", "ticket.cancelled", "ticket.answered", "ticket.ended"),
                *("ticket.unanswered", "ticket.settled", "ticket.support_ended"),
                "ticket.company_closed",
            }
        ),
    ),
    Guarded(Ticket, ("company_id", "author_id"), frozenset({"history.moved"})),
    Guarded(Ticket, ("related_id",)),
    Guarded(Ticket, ("license_id",), frozenset({"ticket.license_changed"})),
    Guarded(Ticket, ("assignee_id",), frozenset({"ticket.assigned"})),
    Guarded(Upload, ("owner_id", "company_id", "size", "name")),
    Guarded(
        Recovery,
        ("state",),
        frozenset(f"recovery.{end}" for end in ("withdrawn", "overtaken", "accepted", "refused")),
    ),
    Guarded(Recovery, ("company_id", "asker_id", "owner_id", "license_id", "file_key", "ends_at")),
)
_UPLOAD_STEPS: Mapping[str, frozenset[str]] = {
    UploadState.COMPLETE: frozenset({"upload.completed"}),
    UploadState.ABORTED: frozenset({"upload.aborted"}),
    UploadState.ATTACHED: TOOK_A_FILE,
}


def unexplained_changes(before: Store, after: Store) -> Iterator[str]:
    """What changed between the two without the entry of the one operation that may."""
    known = {(entry.pk, entry.sk) for entry in before.of(Entry)}
    new = [entry for entry in after.of(Entry) if (entry.pk, entry.sk) not in known]
    done = {(entry.action, entry.subject) for entry in new}
    for guarded in GUARDED:
        for old in before.of(guarded.kind):
            now = after.find(guarded.kind, old.pk, old.sk)
            if now is not None:
                yield from _judge(guarded, old, now, done)
    yield from _upload_steps(before, after, done)
    yield from _history(before, after)
    gone = known - {(entry.pk, entry.sk) for entry in after.of(Entry)}
    for pk, sk in gone:
        yield f"entry {sk} of {pk} has gone"


def _judge(guarded: Guarded, old: Any, now: Any, done: set[tuple[str, str]]) -> Iterator[str]:
    explained = any((action, guarded.subject(old)) in done for action in guarded.actions)
    for name in guarded.attributes:
        was, is_ = getattr(old, name), getattr(now, name)
        if was != is_ and not explained:
            yield f"{name} of {old.pk} {old.sk} went from {was} to {is_} by no operation of its own"


def _upload_steps(before: Store, after: Store, done: set[tuple[str, str]]) -> Iterator[str]:
    for old in before.of(Upload):
        now = after.find(Upload, old.pk, old.sk)
        if now is None or now.state == old.state:
            continue
        took = now.ticket_id or now.kept_for
        subject = took if now.state == UploadState.ATTACHED else old.pk.removeprefix(PREFIX)
        if not any((action, subject) in done for action in _UPLOAD_STEPS.get(now.state, ())):
            yield f"upload {old.pk} went from {old.state} to {now.state} by no operation of its own"


def _history(before: Store, after: Store) -> Iterator[str]:
    """Events are added, never changed, never taken away."""
    for old in before.of(Event):
        now = after.find(Event, old.pk, old.sk)
        if now is None:
            yield f"{old.sk} of license {old.pk} has gone from its history"
        elif now.to_dynamodb_dict() != old.to_dynamodb_dict():
            yield f"{old.sk} of license {old.pk} was rewritten"
