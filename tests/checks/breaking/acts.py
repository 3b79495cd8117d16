"""Ways to write past the services, for the tests of the invariants alone."""

import copy
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chalicelib.aws.tables import Item
from tests.checks.full import Full
from tests.checks.invariant import Finder
from tests.checks.store import Raw, read_store

Act = Callable[[Full], None]
Where = Callable[[Any], bool]


@dataclass(frozen=True)
class Breakage:
    """One thing that must never be so: what does it, which finder sees it, and in which words."""

    finder: Finder
    says: str
    act: Act
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.finder.__name__}-{self.says}"


def _any(_item: Any) -> bool:
    return True


def find(full: Full, kind: type[Item], where: Where = _any) -> Any:
    """The first such item, in the order of keys."""
    found = sorted(read_store(full.cloud).of(kind), key=lambda item: (item.pk, item.sk))
    return next(item for item in found if where(item))


def alter(kind: type[Item], where: Where = _any, **values: Any) -> Act:
    """Set attributes of the first such item; a function as value is handed the store."""

    def act(full: Full) -> None:
        item = find(full, kind, where)
        for name, value in values.items():
            setattr(item, name, value(full) if callable(value) else value)
        item.save()

    return act


def remove(kind: type[Item], where: Where = _any) -> Act:
    """Delete the first such item."""
    return lambda full: find(full, kind, where).delete()


def again(kind: type[Item], where: Where = _any, **values: Any) -> Act:
    """Write the first such item a second time, with some attributes changed."""

    def act(full: Full) -> None:
        item = copy.copy(find(full, kind, where))
        for name, value in values.items():
            setattr(item, name, value(full) if callable(value) else value)
        item.save()

    return act


def put(table: str, **attributes: str | int) -> Act:
    """Write a bare item into a table."""
    row: Raw = {
        name: {"N": str(value)} if isinstance(value, int) else {"S": value}
        for name, value in attributes.items()
    }
    return lambda full: _put(full, f"kontor-{table}", row)


def _put(full: Full, table: str, row: Raw) -> None:
    full.cloud.engine.call("PutItem", {"TableName": table, "Item": row})


def both(*acts: Act) -> Act:
    """One after the other."""

    def act(full: Full) -> None:
        for each in acts:
            each(full)

    return act
