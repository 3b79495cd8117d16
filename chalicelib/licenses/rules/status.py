"""What a license is at a moment, and who may see what of it."""

from datetime import date, datetime

from chalicelib.base.actor import Actor, Right
from chalicelib.licenses.model.license import ClaimState, License, Status


def status(license_: License, now: datetime) -> Status:
    """The status shown (LIC-0). A license is good to the end of its last day, by UTC.

    A block weighs more than an expiry, and an expiry more than never having been activated.
    """
    return status_of(license_.blocked_at, license_.expires_on, license_.activated_on, now)


def status_of(
    blocked_at: datetime | None, expires_on: date, activated_on: date | None, now: datetime
) -> Status:
    """The status that these facts make."""
    if blocked_at is not None and blocked_at <= now:
        return Status.BLOCKED
    if expires_on < now.date():
        return Status.EXPIRED
    return Status.NOT_ACTIVATED if activated_on is None else Status.ACTIVE


def gives_support(license_: License, now: datetime) -> bool:
    """Whether the holder may ask for help with its products.

    Activated or not: whoever can't activate what they bought needs help first of all.
    """
    usable = status(license_, now) in {Status.ACTIVE, Status.NOT_ACTIVATED}
    return usable and license_.claim == ClaimState.ACTIVE


def visible_to(actor: Actor, license_: License) -> bool:
    """Whether the actor may look at it: what their company holds, and staff at all of them."""
    if actor.role is not None:
        return True
    return bool(actor.company_id) and license_.company_id == actor.company_id


def opens_for(actor: Actor, license_: License) -> bool:
    """Whether the actor may see what the license activates with: the full code, the key files.

    Not while the vendor checks the claim, nor after a refusal: somebody who found a key file
    must not get the code out of it.
    """
    proven = license_.claim == ClaimState.ACTIVE
    return proven and visible_to(actor, license_) and actor.may(Right.MANAGE_LICENSES)
