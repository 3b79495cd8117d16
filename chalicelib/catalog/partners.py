"""The public directory of those who sell the vendor's licenses (LIC-16)."""

from datetime import datetime

from chalicelib.catalog import rules, store
from chalicelib.catalog.model import Partner, Standing
from chalicelib.catalog.schemas.partners import Directory, PartnerEntry


def directory(country: str | None, name: str | None, now: datetime) -> Directory:
    """Partners, by country or by name.

    The list by country holds those that are or were authorised. One that never was is shown to
    who asks by its whole name, as it stands on an offer: a public list of them would be a pillory.
    """
    everyone = store.find_partners(now)
    countries = sorted({one.country for one in everyone if rules.is_listed(one)})
    found = rules.find_by_name(everyone, name) if name else rules.listed_in(everyone, country)
    return Directory(countries=countries, items=[entry(one) for one in found])


def named(name_or_id: str | None, now: datetime) -> Partner | None:
    """The partner that a license names, by id or by name; None when the directory has none.

    Licenses of old may name one by a part of its name: that counts where it is of one alone.
    """
    if not name_or_id:
        return None
    everyone = store.find_partners(now)
    found = rules.PartnerNames(everyone).find(name_or_id)
    found = found or rules.find_by_name(everyone, name_or_id)
    return found[0] if len(found) == 1 else None


def name_of(name_or_id: str | None, now: datetime) -> str | None:
    """What the partner that a license names is called; that itself where the directory has none."""
    partner = named(name_or_id, now)
    return partner.name if partner else name_or_id


def entry(one: Partner) -> PartnerEntry:
    """A partner as anybody may see it."""
    return PartnerEntry(
        id=one.id,
        name=one.name,
        country=one.country,
        city=one.city,
        website=one.website,
        email=one.email,
        phone=one.phone,
        standing=Standing(one.standing),
    )
