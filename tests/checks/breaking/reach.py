"""10: addresses that are stopped by halves, and mail that goes there all the same."""

from datetime import timedelta

from chalicelib.audit.model import Entry
from chalicelib.base import clock
from chalicelib.mail.model import Letter, LetterState, Reach
from tests.checks import reach
from tests.checks.breaking.acts import Breakage, again, alter, both, find, remove
from tests.checks.full import Full


def _stopped(each: Reach) -> bool:
    return bool(each.stopped)


def _open(each: Reach) -> bool:
    return not each.stopped


def _goes_there(full: Full) -> None:
    stopped = find(full, Reach, _stopped)
    sent = find(full, Letter, lambda letter: letter.template == "account_activated")
    sent.to, sent.sent_at = stopped.email, clock.now() + timedelta(days=1)
    sent.save()


REACHES_BROKEN = (
    Breakage(reach.stops_are_whole, "by halves", alter(Reach, _stopped, stopped=None)),
    Breakage(reach.stops_are_whole, "by halves", alter(Reach, _stopped, reason="a whim")),
    Breakage(reach.stops_are_whole, "at another one", again(Reach, pk="address#x")),
    Breakage(
        reach.stops_are_whole,
        "will be forgotten",
        alter(Reach, _stopped, cleanup=lambda _: clock.now()),
    ),
    Breakage(reach.stops_are_whole, "as if it were", alter(Reach, _open, cleanup=None)),
    Breakage(
        reach.stops_are_logged,
        "no entry says so",
        remove(Entry, lambda entry: entry.action == "address.stopped"),
    ),
    Breakage(reach.nothing_goes_to_stopped_addresses, "went to a stopped address", _goes_there),
    Breakage(
        reach.held_letters_were_for_stopped_addresses,
        "counts as held",
        both(
            alter(
                Letter,
                lambda letter: letter.state == LetterState.HELD,
                state=LetterState.SENT,
                sent_at=lambda _: clock.now(),
            ),
        ),
    ),
)
