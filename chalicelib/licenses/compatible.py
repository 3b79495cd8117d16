"""Which applications a license activates, and whom to ask (LIC-8, LIC-16)."""

from datetime import datetime

from chalicelib.base.actor import Actor
from chalicelib.catalog.model import Application
from chalicelib.catalog.partners import entry, named
from chalicelib.catalog.service import applications_for, name_of, unlocks
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.license import License
from chalicelib.licenses.schemas.public import (
    Compatible,
    CompatibleApplication,
    CompatibleFunction,
    CompatibleVersion,
)


def compatible(actor: Actor, license_id: str, now: datetime) -> Compatible:
    """What the license's page shows beside its facts. Raises NotFound."""
    license_ = find_visible(actor, license_id)
    partner = named(license_.partner, now)
    return Compatible(
        applications=[
            _application(one, license_, actor.reads)
            for one in applications_for(license_.products, now)
        ],
        partner=entry(partner) if partner else None,
    )


def _application(one: Application, license_: License, language: str) -> CompatibleApplication:
    return CompatibleApplication(
        id=one.id,
        name=name_of(one.names, language),
        key_file_only=one.key_file_only,
        versions=[CompatibleVersion(name=v["name"], url=v["url"]) for v in one.versions],
        functions=[
            CompatibleFunction(
                name=name_of(f["names"], language), unlocked=unlocks(f, license_.edition)
            )
            for f in one.functions
        ],
    )
