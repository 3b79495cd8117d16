"""The catalog in the hands of staff (STF-10): added to, changed, retired; never deleted from.

Licenses, requests and orders name products, versions and partners for years. So what is not sold
any more is retired and stays.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid
from chalicelib.base.operation import Operation
from chalicelib.catalog import rules, store
from chalicelib.catalog.loading import application_of, group_of, partner_of
from chalicelib.catalog.model import Application, Group, Partner, Standing
from chalicelib.catalog.schemas.editing import (
    ApplicationChange,
    CatalogApplication,
    CatalogGroup,
    CatalogOut,
    GroupChange,
    PartnerChange,
    PartnerOut,
    PartnersOut,
)


def whole_catalog() -> CatalogOut:
    """What staff edit, as it is this moment."""
    catalog = store.read_catalog(consistent=True)
    return CatalogOut(
        groups=[_group_out(group) for group in catalog.groups],
        applications=[_application_out(one) for one in catalog.applications],
    )


def whole_directory() -> PartnersOut:
    """Every partner, those that were never authorised among them."""
    return PartnersOut(items=[partner_out(one) for one in store.read_partners(consistent=True)])


def change_group(
    actor: Actor, group_id: str, data: GroupChange, now: datetime, operation: Operation
) -> CatalogGroup:
    """Put a group with its products, versions and patches; revision 0 makes a new one.

    Raises Conflict when it was changed since that revision, and Invalid on `products` when one of
    its products or versions is missing (retire_instead) or is another group's.
    """
    catalog = store.read_catalog(consistent=True)
    old = next((group for group in catalog.groups if group.id == group_id), None)
    fields = _with_id(group_id, data)
    elsewhere = [g for g in catalog.groups if g.id != group_id]
    _refuse(rules.lost_parts(old.products if old else [], fields["products"]))
    _refuse(rules.foreign_products(elsewhere, fields["products"]))
    position = int(old.position) if old else len(catalog.groups)
    made = group_of(fields, position, data.revision + 1)
    answer = _group_out(made)
    _put(actor, made, data.revision, answer.model_dump(mode="json"), now, operation)
    return answer


def change_application(
    actor: Actor, application_id: str, data: ApplicationChange, now: datetime, operation: Operation
) -> CatalogApplication:
    """Put an application with its downloads, functions and trial terms; as `change_group`.

    Raises Invalid on `product_ids` or `trial.product_id` for what it can't be activated by.
    """
    catalog = store.read_catalog(consistent=True)
    old = next((one for one in catalog.applications if one.id == application_id), None)
    fields = _with_id(application_id, data)
    _refuse(rules.unfit_products(catalog, fields))
    position = int(old.position) if old else len(catalog.applications)
    made = application_of(fields, position, data.revision + 1)
    answer = _application_out(made)
    _put(actor, made, data.revision, answer.model_dump(mode="json"), now, operation)
    return answer


def change_partner(
    actor: Actor, partner_id: str, data: PartnerChange, now: datetime, operation: Operation
) -> PartnerOut:
    """Put a partner; as `change_group`."""
    fields = _with_id(partner_id, data)
    made = partner_of(fields, data.revision + 1)
    answer = partner_out(made)
    _put(actor, made, data.revision, answer.model_dump(mode="json"), now, operation)
    return answer


def _with_id(part_id: str, data: GroupChange | ApplicationChange | PartnerChange) -> dict[str, Any]:
    if not rules.is_slug(part_id):
        raise Invalid(FieldError("id", "slug"))
    return {"id": part_id, **data.model_dump(mode="json", exclude={"revision"})}


def _refuse(refusals: Sequence[tuple[str, str, str]]) -> None:
    if refusals:
        raise Invalid(*(FieldError(field, code, {"ids": ids}) for field, code, ids in refusals))


def _put(
    actor: Actor,
    part: Group | Application | Partner,
    before: int,
    answer: dict[str, Any],
    now: datetime,
    operation: Operation,
) -> None:
    change = Transaction(operation, now)
    store.put_part(change, part, before)
    details = {"revision": before + 1}
    record(change, actor, "catalog.changed", part.sk, now, details=details)
    change.commit(answer)
    store.forget_catalog()


def _group_out(group: Group) -> CatalogGroup:
    return CatalogGroup.model_validate(
        {
            "id": group.id,
            "names": group.names,
            "products": group.products,
            "revision": int(group.revision),
        }
    )


def _application_out(one: Application) -> CatalogApplication:
    return CatalogApplication.model_validate(
        {
            "id": one.id,
            "names": one.names,
            "product_ids": one.product_ids,
            "key_file_only": one.key_file_only,
            "versions": one.versions,
            "functions": one.functions,
            "trial": one.trial,
            "retired": one.retired,
            "revision": int(one.revision),
        }
    )


def partner_out(one: Partner) -> PartnerOut:
    """A partner as it is shown."""
    return PartnerOut(
        id=one.id,
        name=one.name,
        country=one.country,
        city=one.city,
        website=one.website,
        email=one.email,
        phone=one.phone,
        standing=Standing(one.standing),
        revision=int(one.revision),
    )
