"""What an invariant is: a number and name of design.md §8, and what finds its violations."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.checks.store import Store

Finder = Callable[[Store], Iterator[str]]


@dataclass(frozen=True)
class Invariant:
    """One of the twelve; `finders` each yield a line per violation.

    `vacuous` says what of it has nothing to bite on yet, and since when it will.
    """

    number: int
    name: str
    finders: tuple[Finder, ...]
    vacuous: str = ""

    def violations(self, store: Store) -> Iterator[str]:
        """Each violation, with the invariant's number and name in front."""
        for find in self.finders:
            for found in find(store):
                yield f"{self.number} {self.name}: {found}"


class Violated(AssertionError):
    """Something that must always hold does not."""

    def __init__(self, found: list[str]) -> None:
        super().__init__("\n".join(found))
        self.found = found
