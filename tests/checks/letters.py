"""10: every promised letter is sent, queued or parked; automatic mail per recipient is bounded."""

from collections import Counter
from collections.abc import Iterator, Mapping

from chalicelib.accounts.model import Account
from chalicelib.audit.model import Entry
from chalicelib.audit.service import VENDOR
from chalicelib.aws.settings import settings
from chalicelib.mail.model import DayCount, Letter, LetterState
from chalicelib.mail.store.letters import NOBODY
from chalicelib.mail.topics import TOPIC_OF, can_choose
from chalicelib.recoveries.model import Recovery
from chalicelib.tickets.model.ticket import Ticket
from tests.checks.isolation import company_of
from tests.checks.store import Store

SENDS_PER_TRY = 2
"""botocore sends once more what got no answer (aws/ses.py)."""

PROMISED: Mapping[str, tuple[str, ...]] = {
    "registration.asked": ("account_activate",),
    "account.activated": ("account_activated",),
    "password.reset_asked": ("password_reset",),
    "password.changed": ("password_changed",),
    "key_files.mailed": ("key_files",),
    "key_files.refused": ("key_files_refused",),
    "trial.started": ("trial_license",),
    "trial.refused": ("trial_refused",),
    "ticket.opened": ("ticket_registered",),
    "ticket.cancelled": ("ticket_status",),
    "ticket.reminded": ("ticket_reminder",),
    "ticket.unanswered": ("ticket_status",),
    "ticket.support_ended": ("ticket_status",),
    "ticket.settled": ("ticket_status", "survey"),
    "ticket.company_closed": ("ticket_company_closed",),
    "account.deletion_asked": ("account_deletion",),
    "account.deleted": ("account_deleted",),
    "company.deletion_asked": ("company_deletion",),
    "address.check_asked": ("address_check",),
    "recovery.asked": ("recovery_asked",),
    "recovery.not_opened": ("recovery_not_opened",),
    "recovery.objected": ("recovery_objected", "recovery_disputed"),
    "recovery.refused": ("recovery_refused",),
    "recovery.withdrawn": ("recovery_ended",),
}
"""Which letters an action promises. Each was written at the very moment of its entry."""

ALONE: Mapping[str, tuple[str, ...]] = {
    "registration.asked": ("recovery_begin",),
    "account.activated": ("recovery_ready",),
}
"""What the same actions promise where somebody makes an account in no company (COM-10)."""

_KINDS = {"answer": "ticket_answer", "question": "ticket_question", "solution": "ticket_solution"}


def letters_are_where_somebody_finds_them(store: Store) -> Iterator[str]:
    """Queued and parked ones stand in the list that is worked off; sent ones in none."""
    for letter in store.of(Letter):
        where = f"letter {letter.pk} {letter.template} is {letter.state}"
        match letter.state:
            case LetterState.QUEUED | LetterState.PARKED:
                if letter.waiting != letter.state or letter.due_at is None:
                    yield f"{where} and waits as {letter.waiting} for {letter.due_at}"
                if not letter.params:
                    yield f"{where} and has forgotten what it says"
            case LetterState.SENT | LetterState.UNWANTED | LetterState.HELD | LetterState.DROPPED:
                gone = letter.sent_at is not None
                if gone != (letter.state == LetterState.SENT) or letter.waiting or letter.due_at:
                    yield f"{where} and stands among those that wait"
                if letter.params:
                    yield f"{where} and still holds what it said"
            case _:
                yield where


def only_what_may_be_declined_was(store: Store) -> Iterator[str]:
    """A letter that always comes is never left out (NOT-4)."""
    for letter in store.of(Letter):
        if letter.state == LetterState.UNWANTED and not can_choose(TOPIC_OF[letter.template]):
            yield f"letter {letter.pk} {letter.template} was left out"


def every_cause_has_its_letters(store: Store) -> Iterator[str]:
    """What was done and should be told was told, in the same change, once."""
    written = Counter(
        (letter.template, letter.created_at, letter.thread or "") for letter in store.of(Letter)
    )
    for entry in store.of(Entry):
        for template in _promised_by(entry):
            thread = entry.subject if entry.action.startswith("ticket.") else ""
            found = written[template, entry.at, thread]
            quiet = found == 0 and _declined(store, template)
            if found != 1 and not quiet and not _nobody_to_tell(store, entry):
                yield f"{entry.action} of {entry.subject} at {entry.at} has {found} × {template}"


def _promised_by(entry: Entry) -> tuple[str, ...]:
    details = entry.details or {}
    if entry.action == "ticket.answered":
        return (_KINDS[details["kind"]],)
    if entry.action == "ticket.ended":
        return ("ticket_status", "survey") if details["how"] == "close" else ("ticket_status",)
    if details.get("alone"):
        return ALONE[entry.action]
    return PROMISED.get(entry.action, ())


def _declined(store: Store, template: str) -> bool:
    """Whether somebody does without such letters: whom it would have gone to is not written."""
    return any(TOPIC_OF[template] in (account.unwanted or ()) for account in store.of(Account))


def _nobody_to_tell(store: Store, entry: Entry) -> bool:
    """Whether the request's author has left the company since, and so may not read of it.

    Who asked to own a company and has left since is told no more, either.
    """
    if entry.action in {"recovery.objected", "recovery.refused"}:
        recovery = store.find(Recovery, entry.subject, "recovery")
        return recovery is None or store.find(Account, recovery.asker_id, "account") is None
    ticket = store.find(Ticket, entry.subject, "ticket")
    return ticket is not None and company_of(store, ticket.author_id) != ticket.company_id


KEPT: Mapping[str, str] = {
    "license.check_passed": "license_approved",
    "license.check_refused": "license_refused",
    "license.removed": "license_removed",
    "license.block_planned": "license_block_planned",
    "license.blocked": "license_blocked",
    "license.block_told": "license_blocked",
    "license.unblocked": "license_unblocked",
    "license.code_reissued": "license_code_replaced",
    "license.seats_added": "license_code_replaced",
    "license.merged": "license_code_replaced",
    "license.extended": "license_extended",
    "license.withdrawn": "license_withdrawn",
    "license.seats_withdrawn": "license_fewer_seats",
    "license.overused": "license_overused",
    "licenses.end_told": "licenses_expiring",
}
"""Which letter goes to all who look after a company's licenses, at the moment of the entry."""


def keepers_are_told(store: Store) -> Iterator[str]:
    """What happened to a license that a company holds is told to somebody there."""
    written = {(letter.template, letter.created_at) for letter in store.of(Letter)}
    for entry in store.of(Entry):
        # A lifted block that came with a new code is told of in that letter.
        alone = entry.action != "license.unblocked" or not _with_new_code(store, entry)
        template = _kept(entry)
        if not template or entry.pk == VENDOR or not alone:
            continue
        if (template, entry.at) not in written and not _declined(store, template):
            yield f"{entry.action} of {entry.subject} at {entry.at} was told to nobody"


def _kept(entry: Entry) -> str:
    details = entry.details or {}
    if entry.action == "license.added" and details.get("by") and details["claim"] == "active":
        return "license_added"
    return KEPT.get(entry.action, "")


def _with_new_code(store: Store, entry: Entry) -> bool:
    same = (e for e in store.of(Entry) if (e.subject, e.at) == (entry.subject, entry.at))
    return any(e.action == "license.code_reissued" for e in same)


def mail_is_bounded(store: Store) -> Iterator[str]:
    """A day's letters per address, and one reminder per question."""
    most = settings().letters_per_day
    sent = Counter(
        (letter.to.lower(), letter.sent_at.date())
        for letter in store.of(Letter)
        if letter.sent_at is not None and letter.to != NOBODY
    )
    for (_, day), count in sent.items():
        if count > most:
            yield f"an address got {count} letters on {day}, {most} are allowed"
    for counted in store.of(DayCount):
        if len(counted.letter_ids) > most:
            yield f"{counted.pk} counts {len(counted.letter_ids)} letters on {counted.sk}"
    # What is known of a letter's address goes with the person; so do the counts.
    counts = {name for counted in store.of(DayCount) for name in counted.letter_ids}
    for letter in store.of(Letter):
        if letter.state == LetterState.SENT and letter.pk not in counts and letter.to != NOBODY:
            yield f"letter {letter.pk} was sent and not counted"
    reminders = Counter(e.subject for e in store.of(Entry) if e.action == "ticket.reminded")
    asked = Counter(
        e.subject
        for e in store.of(Entry)
        if e.action == "ticket.answered" and e.details["kind"] == "question"
    )
    for ticket_id, count in reminders.items():
        if count > asked[ticket_id]:
            yield f"request {ticket_id} had {asked[ticket_id]} questions and {count} reminders"


def tries_are_bounded(store: Store) -> Iterator[str]:
    """No letter is tried for ever, and none arrives more often than its tries can explain."""
    tries: dict[str, int] = {}
    for letter in store.of(Letter):
        tries[letter.pk] = int(letter.attempts)
        if letter.attempts > settings().letter_attempts:
            yield f"letter {letter.pk} was tried {int(letter.attempts)} times"
    arrived = Counter(mail.letter_id for mail in store.mails if mail.letter_id in tries)
    for letter_id, count in arrived.items():
        if count > tries[letter_id] * SENDS_PER_TRY:
            yield f"letter {letter_id} arrived {count} times after {tries[letter_id]} tries"


LETTERS = (
    letters_are_where_somebody_finds_them,
    only_what_may_be_declined_was,
    every_cause_has_its_letters,
    keepers_are_told,
    mail_is_bounded,
    tries_are_bounded,
)
