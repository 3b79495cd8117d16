"""Keys, reads and writes of the catalog."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from chalicelib.aws import dynamo
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import only
from chalicelib.aws.transactions import Transaction
from chalicelib.catalog.model import Application, Catalog, Choices, Group, Part, Partner

_T = TypeVar("_T")
PK = "catalog"
CHOICES = "choices"
PARTNERS = "partners"


def group_key(group_id: str) -> str:
    """The sort key of a group."""
    return f"group#{group_id}"


def application_key(application_id: str) -> str:
    """The sort key of an application."""
    return f"application#{application_id}"


def partner_key(partner_id: str) -> str:
    """The sort key of a partner."""
    return f"partner#{partner_id}"


def read_catalog(*, consistent: bool = False) -> Catalog:
    """The whole catalog, as it is now; empty before the vendor loaded one."""
    items = list(Part.query(PK, consistent_read=consistent))
    choices = next(iter(only(Choices, items)), None)
    groups = sorted(only(Group, items), key=lambda group: (group.position, group.sk))
    applications = sorted(only(Application, items), key=lambda one: (one.position, one.sk))
    if choices is None:
        return Catalog(groups, [], [], {}, applications)
    rest = (choices.operating_systems, choices.types, choices.tips)
    return Catalog(groups, *rest, applications)


def read_partners(*, consistent: bool = False) -> list[Partner]:
    """Every partner, as they are now, by name."""
    found = only(Partner, Part.query(PARTNERS, consistent_read=consistent))
    return sorted(found, key=lambda partner: (partner.name.casefold(), partner.sk))


class _Kept(Generic[_T]):
    """Something as this process last read it, and through which connection."""

    def __init__(self, read: Callable[[], _T]) -> None:
        self._read = read
        self._kept: tuple[_T, datetime, object] | None = None

    def find(self, now: datetime) -> _T:
        """What was read at most `catalog_seconds` ago by the clock that is passed in."""
        source, most = dynamo.client(), timedelta(seconds=settings().catalog_seconds)
        if self._kept is not None:
            kept, at, through = self._kept
            if through is source and timedelta() <= now - at < most:
                return kept
        kept = self._read()
        self._kept = (kept, now, source)
        return kept

    def forget(self) -> None:
        self._kept = None


_catalog = _Kept(read_catalog)
_partners = _Kept(read_partners)


def find_catalog(now: datetime) -> Catalog:
    """The whole catalog, at most `catalog_seconds` old by the clock that is passed in."""
    return _catalog.find(now)


def find_partners(now: datetime) -> list[Partner]:
    """Every partner, as old at most."""
    return _partners.find(now)


def forget_catalog() -> None:
    """Read anew at the next use: for the process that changed it."""
    _catalog.forget()
    _partners.forget()


def put_part(change: Transaction, part: Group | Application | Partner, before: int) -> None:
    """Write a part in place of its revision `before`, 0 for a new one; else Conflict."""
    kind = type(part)
    fits = kind.pk.does_not_exist() if before == 0 else kind.revision == before
    change.put(part, fits)


def write_catalog(
    change: Transaction,
    parts: Sequence[Group | Application],
    choices: Choices,
    gone: Sequence[Group | Application],
) -> None:
    """Put the whole catalog in place of the one before."""
    for part in parts:
        change.put(part)
    for part in gone:
        change.delete(part)
    change.put(choices)


def write_partners(change: Transaction, partners: Sequence[Partner]) -> None:
    """Put partners in place of those of the same ids."""
    for partner in partners:
        change.put(partner)
