"""Reads everything that is kept: each table, the bucket, and the mail that went out.

It asks the engine itself and not the product's client, so that it sees what is there while that
client has faults in it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from functools import cache
from typing import Any, TypeVar

from chalicelib.aws.tables import Item
from chalicelib.base import clock
from infra.tables import tables
from local.mail.box import Box
from local.testing import Cloud

_I = TypeVar("_I", bound=Item)
Raw = dict[str, Any]
LETTER_HEADER = "x-kontor-letter"


@dataclass(frozen=True)
class Mail:
    """A mail that arrived: whom it went to, and the letter that it says it is."""

    recipients: tuple[str, ...]
    letter_id: str


@dataclass(frozen=True)
class Store:
    """All that is kept at one moment.

    `raw` holds every item by its table, as DynamoDB has it, `items` those that a model can read,
    `unreadable` the kind of each other one and why.
    `objects` are the bucket's keys with their sizes, `unfinished` the keys of uploads that S3
    still waits for. `logs` and `canaries` are given by the test: what was logged, and secrets
    that must stand nowhere.
    """

    read_at: datetime
    raw: Mapping[str, list[Raw]]
    items: Mapping[type[Item], list[Any]]
    unreadable: tuple[tuple[str, str], ...]
    objects: Mapping[str, int]
    unfinished: frozenset[str]
    mails: tuple[Mail, ...]
    logs: str = ""
    canaries: tuple[str, ...] = ()
    _by_key: dict[type[Item], dict[tuple[str, str], Any]] = field(default_factory=dict)

    def of(self, kind: type[_I]) -> list[_I]:
        """Every item of a kind."""
        return self.items.get(kind, [])

    def find(self, kind: type[_I], pk: str, sk: str) -> _I | None:
        """One item, or None."""
        if kind not in self._by_key:
            self._by_key[kind] = {(item.pk, item.sk): item for item in self.of(kind)}
        return self._by_key[kind].get((pk, sk))

    def raw_of(self, kind: str) -> list[Raw]:
        """Items by the name of their kind, whether there is a model of it or not."""
        return [item for rows in self.raw.values() for item in rows if kind_of(item) == kind]


def kind_of(item: Raw) -> str:
    """What an item says it is."""
    return str(item.get("kind", {}).get("S", ""))


@cache
def _table_names() -> tuple[str, ...]:
    return tuple(table.definition["TableName"] for table in tables())


def read_store(cloud: Cloud, *, logs: str = "", canaries: Iterable[str] = ()) -> Store:
    """Everything in one test's account, in one round trip."""
    dumped = cloud.engine.ask("dump", {"account": cloud.account})
    raw = {name: dumped[name] for name in _table_names()}
    items: dict[type[Item], list[Any]] = {}
    unreadable = []
    for name, rows in raw.items():
        for row in rows:
            try:
                item: Item = Item.from_raw_data(row)
            except Exception as failure:  # noqa: BLE001 - whatever is wrong with it is a finding
                line = f"{name} {row['pk']['S']} {row['sk']['S']}: {failure!r}"
                unreadable.append((kind_of(row), line))
            else:
                items.setdefault(type(item), []).append(item)
    objects, unfinished = cloud.s3.holdings(cloud.bucket)
    return Store(
        read_at=clock.now(),
        raw=raw,
        items=items,
        unreadable=tuple(unreadable),
        objects=objects,
        unfinished=unfinished,
        mails=tuple(_mails(cloud.mails)),
        logs=logs,
        canaries=tuple(canaries),
    )


_READ: dict[str, Mail] = {}


def _mails(box: Box) -> Iterable[Mail]:
    """The box's mails; each is read once in a process."""
    for name in box.names():
        if name not in _READ:
            _READ[name] = _read(box.raw(name) or b"")
        yield _READ[name]


def _read(mail: bytes) -> Mail:
    headers = message_from_bytes(mail.partition(b"\r\n\r\n")[0])
    return Mail(tuple(headers.get_all("Delivered-To", [])), str(headers[LETTER_HEADER] or ""))
