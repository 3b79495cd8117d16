"""9 and 3: histories that tell too little, too much, or of nothing that is there."""

from chalicelib.licenses.model.history import Event
from tests.checks import history
from tests.checks.breaking.acts import Act, Breakage, again, alter, remove

LATER = "event#01KAZZZZZZZZZZZZZZZZZZZZZZ"

_gone = remove(Event, lambda event: bool(event.what == "claimed"))
HISTORIES_BROKEN = (
    Breakage(history.histories_tell_what_was_logged, "0 × claimed, 1 logged", _gone),
    Breakage(
        history.histories_tell_what_was_logged,
        "2 × key_file_signed",
        again(Event, lambda event: bool(event.what == "key_file_signed"), sk=LATER),
    ),
    Breakage(history.events_stand_with_their_license, "is no license", again(Event, pk="x")),
    Breakage(history.events_stand_with_their_license, "tells of magic", alter(Event, what="magic")),
)

HISTORY_REWRITTEN: tuple[tuple[str, Act], ...] = (
    ("was rewritten", alter(Event, text="It was the cat.")),
    ("has gone from its history", _gone),
)
