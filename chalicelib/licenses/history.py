"""A license's history, read as a timeline; noting.py writes it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from chalicelib.accounts.store import accounts
from chalicelib.base.actor import Actor
from chalicelib.catalog.service import product_name
from chalicelib.licenses.model.history import EVENT, Event, Side, What
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.rules.codes import mask_code
from chalicelib.licenses.rules.history import Fact, facts_of, knows_all, may_read
from chalicelib.licenses.schemas.history import EventDetails, EventOut, History
from chalicelib.licenses.store import history as store


def history_of(actor: Actor, license_: License, cursor: str | None, now: datetime) -> History:
    """A page of the timeline of a license that the actor may see: one query, one read of names.

    What another company's people did while it held the license is left out for customers.
    """
    page = store.history_page(license_.pk, cursor)
    told = [event for event in page.items if may_read(actor, license_, event)]
    names = _names(actor, told)
    entries = [_event(actor, event, names, now) for event in told]
    until = page.items[-1].at if page.next_cursor else None
    since = store.place_of(cursor)
    entries += [
        _fact(fact)
        for fact in facts_of(actor, license_, now)
        if (since is None or fact.at <= since) and (until is None or fact.at > until)
    ]
    entries.sort(key=lambda entry: entry.at, reverse=True)
    return History(items=entries, next_cursor=page.next_cursor)


def _names(actor: Actor, events: list[Event]) -> dict[str, str]:
    """Who did it, as far as this reader may know: customers know their own people alone."""
    wanted = {
        event.by
        for event in events
        if event.by and (actor.role is not None or _by_own(actor, event))
    }
    found = accounts.find_accounts(sorted(wanted))
    return {account.pk: account.name for account in found}


def _by_own(actor: Actor, event: Event) -> bool:
    return bool(event.side == Side.CUSTOMER and knows_all(actor, event))


def _event(actor: Actor, event: Event, names: Mapping[str, str], now: datetime) -> EventOut:
    return EventOut(
        id=event.sk.removeprefix(EVENT),
        what=What(event.what),
        at=event.at,
        day_only=False,
        side=Side(event.side),
        by=names.get(event.by or ""),
        text=event.text if knows_all(actor, event) else None,
        details=_details(actor, event.details or {}, now),
    )


def _details(actor: Actor, kept: Mapping[str, Any], now: datetime) -> EventDetails:
    product, planned = kept.get("product"), kept.get("planned_for")
    return EventDetails(
        claim=ClaimState(kept["claim"]) if "claim" in kept else None,
        product_name=product_name(product, actor.reads, now) if product else None,
        key_file_name=kept.get("file"),
        nodes_before=kept.get("nodes_before"),
        nodes_after=kept.get("nodes_after"),
        code=mask_code(kept["code"]) if "code" in kept else None,
        public_ids=kept.get("public_ids", []),
        planned_for=datetime.fromisoformat(planned) if planned else None,
        ticket_id=kept.get("ticket_id"),
        ticket_number=kept.get("ticket_number"),
    )


def _fact(fact: Fact) -> EventOut:
    return EventOut(
        id=fact.what,
        what=fact.what,
        at=fact.at,
        day_only=fact.what in {What.ISSUED, What.ACTIVATED},
        side=Side.SYSTEM,
        by=None,
        text=None,
        details=EventDetails(),
    )
