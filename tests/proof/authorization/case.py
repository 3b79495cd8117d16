"""What is tried with ids: somebody puts another's where their own belongs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.world.people import Who
from tests.world.things import NO_SUCH_ID
from tests.world.world import World

Get = Callable[[World], str]


@dataclass(frozen=True)
class Case:
    """Somebody puts there what is another's, and then what nobody has.

    `own` are other places of the same request that must name their own things to get that far.
    """

    who: Who
    foreign: Get
    absent: str = NO_SUCH_ID
    own: Mapping[str, Get] = field(default_factory=dict)
