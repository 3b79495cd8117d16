"""What a token leaves of its own use: the day of it, and the count of its calls. Nothing else."""

from chalicelib.accounts.model import Attempts
from chalicelib.base.ids import digest
from chalicelib.tokens.model import ApiToken
from chalicelib.tokens.store import PK, key_of
from tests.builders import token_id
from tests.world.store import Place, Write

SOURCE = "127.0.0.1"
COUNTED = frozenset({"tries", "kind", "cleanup"})
DATED = frozenset({"last_used_on"})


def is_note(write: Write, token: str, *, good: bool) -> bool:
    """Whether this is such a note of that token: the very item, and no attribute but these.

    Calls with a good token are counted by its id, those with a bad one by where they come from.
    """
    (place, changed), name = write, token_id(token)
    if changed == DATED:
        return good and place == (ApiToken.Meta.table_name, PK, key_of(name))
    counted = f"token {name}" if good else f"bad token from {SOURCE}"
    return changed == COUNTED and _is_count(place, counted)


def _is_count(place: Place, what: str) -> bool:
    """In whatever window of time."""
    return place[:2] == (Attempts.Meta.table_name, f"attempts#{digest(what)}")
