"""10: mail that came back stops mail to its address, and that stands where staff find it."""

from collections.abc import Iterator

from chalicelib.audit.model import Entry
from chalicelib.aws.former_addresses import address_hash
from chalicelib.mail.model import Letter, LetterState, Reach, StopReason
from chalicelib.mail.rules import may_try
from chalicelib.mail.store.reaching import STOPPED
from tests.checks.store import Store


def stops_are_whole(store: Store) -> Iterator[str]:
    """A stopped address has a reason, a moment and a letter, and stands in the list; no other."""
    for reach in store.of(Reach):
        where = f"what is known of address {reach.pk}"
        if reach.pk != f"address#{address_hash(reach.email)}":
            yield f"{where} stands at another one"
        facts = (reach.reason in set(StopReason), reach.stopped == STOPPED, bool(reach.template))
        if len({*facts, reach.stopped_at is not None}) > 1:
            yield f"{where} says by halves that it is stopped"
        if reach.stopped and reach.cleanup:
            yield f"{where} is stopped, and will be forgotten"
        if not reach.stopped and (reach.held or not reach.cleanup):
            yield f"{where} is not stopped, and is kept as if it were"


def stops_are_logged(store: Store) -> Iterator[str]:
    """Each was written down at its moment, under a name that only the deployment can make."""
    logged = {(e.subject, e.at) for e in store.of(Entry) if e.action == "address.stopped"}
    for reach in store.of(Reach):
        if reach.stopped_at and (address_hash(reach.email), reach.stopped_at) not in logged:
            yield f"address {reach.pk} was stopped, and no entry says so"


def nothing_goes_to_stopped_addresses(store: Store) -> Iterator[str]:
    """But for what may prove that mail arrives."""
    for reach in store.of(Reach):
        for letter in store.of(Letter) if reach.stopped else ():
            later = letter.sent_at is not None and letter.sent_at > reach.stopped_at
            if letter.to.lower() != reach.email.lower() or not later:
                continue
            if not may_try(letter.template, StopReason(reach.reason)):
                yield f"letter {letter.pk} {letter.template} went to a stopped address"


def held_letters_were_for_stopped_addresses(store: Store) -> Iterator[str]:
    """Whoever is told of held letters is told of letters that did not go out."""
    for reach in store.of(Reach):
        for letter_id in reach.held or ():
            letter = store.find(Letter, letter_id, "letter")
            # A delivery that is cut off between the two notes leaves it waiting.
            if letter and letter.state not in {LetterState.HELD, LetterState.QUEUED}:
                yield f"letter {letter_id} is {letter.state} and counts as held"


REACHES = (
    stops_are_whole,
    stops_are_logged,
    nothing_goes_to_stopped_addresses,
    held_letters_were_for_stopped_addresses,
)
