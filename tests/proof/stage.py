"""A scene that is set once and found as it was by everything that is played on it.

Setting one takes dozens of calls, and it is played in hundreds of ways. Where a scene has objects
in S3, mail that went out or jobs that ran, it is set anew each time: that is not put back.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Generic, Self, TypeVar

import pytest

from chalicelib.base import clock
from local.testing import Cloud, Machine, forget_deployment
from tests.checks.store import Store, read_store

_T = TypeVar("_T")


@dataclass
class Set(Generic[_T]):
    """A scene as it stands: what it made, and all that is kept."""

    cloud: Cloud
    made: _T
    before: Store
    moment: datetime
    kept: bool
    open: ExitStack

    def restore(self) -> None:
        """As it was when it was set: the tables, the bucket, the mail, the time and the process."""
        cloud = self.cloud
        cloud.engine.ask("restore", {"account": cloud.account})
        cloud.s3.empty(cloud.bucket)
        cloud.mails.clear()
        vars(cloud).pop("worker", None)
        passed = self.moment - datetime.now(UTC)
        clock.shift_by(lambda: passed)
        forget_deployment()


class Stage(Generic[_T]):
    """Sets one scene in accounts of its own; a context, that clears away behind itself."""

    def __init__(self, machine: Machine, scene: Callable[[Cloud], _T]) -> None:
        self._machine = machine
        self._scene = scene
        self._set: Set[_T] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    @contextmanager
    def play(self) -> Iterator[Set[_T]]:
        """The scene as it is at its beginning."""
        if self._set is None:
            self._set = self._make()
        else:
            self._set.restore()
        try:
            yield self._set
        finally:
            clock.shift_by(timedelta)
            if not self._set.kept:
                self._clear()

    def _make(self) -> Set[_T]:
        with ExitStack() as stack:
            patch = stack.enter_context(pytest.MonkeyPatch.context())
            # Pauses before a re-send are drawn at random: here always the shortest.
            patch.setattr(random, "uniform", lambda low, _high: low)
            cloud = stack.enter_context(self._machine.fresh(patch.setenv))
            stack.callback(clock.shift_by, timedelta)
            made, before = self._scene(cloud), read_store(cloud)
            kept = _is_all_in_tables(cloud, before)
            if kept:
                cloud.engine.ask("keep", {"account": cloud.account})
            return Set(cloud, made, before, clock.now(), kept, stack.pop_all())

    def _clear(self) -> None:
        found, self._set = self._set, None
        if found is not None:
            found.open.close()


def _is_all_in_tables(cloud: Cloud, store: Store) -> bool:
    """Whether tables are all that a scene left."""
    elsewhere = store.objects or store.unfinished or store.mails or "worker" in vars(cloud)
    return not elsewhere
