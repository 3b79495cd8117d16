"""Putting the vendor's catalog file in place."""

from datetime import datetime
from typing import Any

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.catalog import store
from chalicelib.catalog.model import Application, Catalog, Choices, Group, Partner
from chalicelib.catalog.schemas.file import CatalogFile

PARTNERS_AT_ONCE = 50
GROUP = ("names", "products")
APPLICATION = (
    "names", "product_ids", "key_file_only", "versions", "functions", "trial", "retired",
)  # fmt: skip
PARTNER = ("name", "country", "city", "website", "email", "phone", "standing")


def load_catalog(actor: Actor, data: CatalogFile, now: datetime, operation: Operation) -> bool:
    """Put the vendor's catalog in place of the one before; answers whether anything changed.

    The same data again changes nothing and writes nothing. Partners that the file does not name
    stay as they are.
    """
    new = data.model_dump(mode="json")
    partners = new.pop("partners")
    changed = _load_parts(actor, new, now, operation)
    changed |= _load_partners(actor, partners, now, operation)
    store.forget_catalog()
    return changed


def _load_parts(actor: Actor, new: dict[str, Any], now: datetime, operation: Operation) -> bool:
    before = store.read_catalog(consistent=True)
    if _as_file(before) == new:
        return False
    known: dict[str, Group | Application] = {}
    known |= {group.sk: group for group in before.groups}
    known |= {one.sk: one for one in before.applications}
    parts: list[Group | Application] = [
        *(group_of(group, position, 1) for position, group in enumerate(new["groups"])),
        *(application_of(one, position, 1) for position, one in enumerate(new["applications"])),
    ]
    for part in parts:
        part.revision = int(known[part.sk].revision) + 1 if part.sk in known else 1
    kept = {part.sk for part in parts}
    gone = [part for part in known.values() if part.sk not in kept]
    rest = {name: new[name] for name in ("operating_systems", "types", "tips")}
    change = Transaction(operation, now)
    store.write_catalog(change, parts, Choices(pk=store.PK, sk=store.CHOICES, **rest), gone)
    details = {"groups": len(new["groups"]), "applications": len(new["applications"])}
    record(change, actor, "catalog.loaded", store.PK, now, details=details)
    change.commit({"changed": True})
    return True


def _load_partners(
    actor: Actor, new: list[dict[str, Any]], now: datetime, operation: Operation
) -> bool:
    known = {partner.sk: partner for partner in store.read_partners(consistent=True)}
    changed = []
    for fields in new:
        old = known.get(store.partner_key(fields["id"]))
        if old is None or any(getattr(old, name) != fields[name] for name in PARTNER):
            changed.append(partner_of(fields, int(old.revision) + 1 if old else 1))
    for start in range(0, len(changed), PARTNERS_AT_ONCE):
        some = changed[start : start + PARTNERS_AT_ONCE]
        change = Transaction(Operation.of("partners", f"{operation.key} {start}"), now)
        store.write_partners(change, some)
        record(change, actor, "partners.loaded", store.PARTNERS, now, details={"count": len(some)})
        change.commit()
    return bool(changed)


def group_of(fields: dict[str, Any], position: int, revision: int) -> Group:
    """The item of a group."""
    values = {name: fields[name] for name in GROUP}
    sk = store.group_key(fields["id"])
    return Group(pk=store.PK, sk=sk, position=position, revision=revision, **values)


def application_of(fields: dict[str, Any], position: int, revision: int) -> Application:
    """The item of an application."""
    values = {name: fields[name] for name in APPLICATION}
    sk = store.application_key(fields["id"])
    return Application(pk=store.PK, sk=sk, position=position, revision=revision, **values)


def partner_of(fields: dict[str, Any], revision: int) -> Partner:
    """The item of a partner."""
    values = {name: fields[name] for name in PARTNER}
    sk = store.partner_key(fields["id"])
    return Partner(pk=store.PARTNERS, sk=sk, revision=revision, **values)


def _as_file(catalog: Catalog) -> dict[str, object]:
    groups = [{"id": g.id, **{name: getattr(g, name) for name in GROUP}} for g in catalog.groups]
    applications = [
        {"id": one.id, **{name: getattr(one, name) for name in APPLICATION}}
        for one in catalog.applications
    ]
    return {
        "groups": groups,
        "operating_systems": catalog.operating_systems,
        "types": catalog.types,
        "tips": catalog.tips,
        "applications": applications,
    }
