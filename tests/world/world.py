"""A small world with everything in it: made once for a process, and the same for each test."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from local.testing import Cloud, Machine, forget_deployment
from tests.client import Client
from tests.clockwork import Clockwork, standing_at
from tests.world.notes import is_note
from tests.world.people import People, Who, end_sessions, make_people
from tests.world.store import Kept, Place, Written, watched
from tests.world.things import Things, make_things

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MADE = NOW - timedelta(minutes=50)
"""Within the hour for which a session that was used needs no note of it."""


@dataclass
class World:
    """The people and their things; `written` is what this test's requests wrote so far.

    What a test changes in S3 it makes for itself: only the tables are put as they were.
    """

    people: People
    things: Things
    kept: Kept
    cloud: Cloud
    clock: Clockwork
    written: Written

    def browser(self, who: Who) -> Client:
        """A browser that sends this one's cookies."""
        return Client(cookies=dict(self.people.cookies[who]), token=self.people.tokens.get(who, ""))

    def effects(self, who: Who) -> frozenset[Place]:
        """Where was written, but for the notes that this one's own token leaves of its use."""
        token, good = self.people.tokens.get(who, ""), who is not Who.REVOKED
        writes = self.written.writes
        return frozenset(w[0] for w in writes if not (token and is_note(w, token, good=good)))

    def begin_anew(self) -> None:
        """Take back everything that was written since the world was made."""
        self.written.take_back(self.cloud, self.kept)


@dataclass(frozen=True)
class Made:
    """The world as it was made, and the account that it stands in."""

    people: People
    things: Things
    kept: Kept
    cloud: Cloud


@contextmanager
def make_world(machine: Machine) -> Iterator[Made]:
    """Make it, by the product's own services."""
    patch = pytest.MonkeyPatch()
    with machine.fresh(patch.setenv) as cloud:
        with standing_at(MADE) as clock:
            people = make_people(MADE)
            things = make_things(people, MADE)
            clock.pass_by(timedelta(minutes=30))
            end_sessions(people, clock.moment)
            made = Made(people, things, Kept.of(cloud), cloud)
        patch.undo()
        forget_deployment()
        yield made


@contextmanager
def entered(made: Made, machine: Machine) -> Iterator[World]:
    """The world for one test, with the clock standing at NOW."""
    with pytest.MonkeyPatch.context() as patch, standing_at(NOW) as clock:
        for name, value in machine.environment(made.cloud.account).items():
            patch.setenv(name, value)
        forget_deployment()
        with watched() as written:
            world = World(made.people, made.things, made.kept, made.cloud, clock, written)
            yield world
            world.begin_anew()
    forget_deployment()
