"""Writing down what happens to a license. Loaded by jobs: no pydantic here."""

from collections.abc import Mapping
from datetime import datetime

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.licenses.model.history import EVENT, Event, Side, What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.rules.claims import holder_of
from chalicelib.licenses.store import history as store

SYSTEM = Actor(account_id="system")


def note(  # noqa: PLR0913 - one attribute each
    change: Transaction,
    license_: License,
    what: What,
    actor: Actor,
    now: datetime,
    *,
    company_id: str | None = None,
    text: str | None = None,
    details: Mapping[str, object] | None = None,
) -> None:
    """Write into the change that this happened to the license.

    `company_id` is who holds it, where the change itself is what makes it so. `text` is a reason
    in somebody's words. `details` are JSON: `claim`, `product` (id), `file`, `nodes_before`,
    `nodes_after`, `code` (its first group), `public_ids`, `planned_for`, `ticket_id`,
    `ticket_number`, `device` (its name), `ends`.
    """
    event = Event(
        pk=license_.pk,
        sk=EVENT + ids.ulid(now),
        what=what,
        side=_side(actor),
        by=actor.account_id if _side(actor) != Side.SYSTEM else None,
        company_id=company_id or holder_of(license_),
        text=text,
        details=dict(details) if details else None,
    )
    store.add_event(change, event)


def _side(actor: Actor) -> Side:
    if actor.role is not None:
        return Side.STAFF
    return Side.CUSTOMER if actor.account_id not in {"", SYSTEM.account_id} else Side.SYSTEM
