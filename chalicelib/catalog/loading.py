"""Putting the vendor's catalog file in place."""

from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.catalog import store
from chalicelib.catalog.model import Catalog, Choices, Group
from chalicelib.catalog.schemas import CatalogFile


def load_catalog(actor: Actor, data: CatalogFile, now: datetime, operation: Operation) -> bool:
    """Put the vendor's catalog in place of the one before; answers whether anything changed.

    The same data again changes nothing and writes nothing.
    """
    new = data.model_dump(mode="json")
    before = store.read_catalog()
    if _as_file(before) == new:
        return False
    groups = [_group(group, position) for position, group in enumerate(new["groups"])]
    kept = {group.sk for group in groups}
    gone = [group for group in before.groups if group.sk not in kept]
    rest = {name: new[name] for name in ("operating_systems", "types", "tips")}
    change = Transaction(operation, now)
    store.write_catalog(change, groups, Choices(pk=store.PK, sk=store.CHOICES, **rest), gone)
    record(change, actor, "catalog.loaded", store.PK, now, details={"groups": len(groups)})
    change.commit({"changed": True})
    store.forget_catalog()
    return True


def _group(group: dict[str, object], position: int) -> Group:
    return Group(
        pk=store.PK,
        sk=store.group_key(str(group["id"])),
        names=group["names"],
        position=position,
        products=group["products"],
    )


def _as_file(catalog: Catalog) -> dict[str, object]:
    groups = [{"id": g.id, "names": g.names, "products": g.products} for g in catalog.groups]
    return {
        "groups": groups,
        "operating_systems": catalog.operating_systems,
        "types": catalog.types,
        "tips": catalog.tips,
    }
