"""Who holds a seat, and how an application names its device."""

import re
from datetime import datetime
from typing import Literal

from chalicelib.licenses.model.devices import Device
from chalicelib.licenses.model.license import EARLY, License, Status
from chalicelib.licenses.rules.status import status

_FINGERPRINT = re.compile(r"[A-Za-z0-9._:+/=-]{16,200}")
_PRODUCT = re.compile(r"[a-z0-9.-]{1,40}")

State = Literal["active", "license_expired", "license_not_started", "on_deny_list"]
BLOCKED: Literal["on_deny_list"] = "on_deny_list"
EXPIRED: Literal["license_expired"] = "license_expired"
NOT_STARTED: Literal["license_not_started"] = "license_not_started"


def is_fingerprint(text: str) -> bool:
    """Whether a device can be known by it: 16 to 200 of `A-Z a-z 0-9 . _ : + / = -`."""
    return _FINGERPRINT.fullmatch(text) is not None


def is_product_id(text: str) -> bool:
    """Whether a product could have this id."""
    return _PRODUCT.fullmatch(text) is not None


def state_of(license_: License, now: datetime) -> State:
    """What an application is told of a license: `active`, or what is wrong with it."""
    words: dict[Status, State] = {Status.BLOCKED: BLOCKED, Status.EXPIRED: EXPIRED}
    begun = license_.starts_on <= (now + EARLY).date()
    return words.get(status(license_, now)) or ("active" if begun else NOT_STARTED)


def holds_seat(device: Device, now: datetime) -> bool:
    """Whether it does at that moment; a lease that is over holds none any more."""
    return device.held_until is None or device.held_until > now


def is_overused(license_: License, refused: int, most: int, now: datetime) -> bool:
    """Whether staff are to see a mark: `refused` devices of a day found no seat.

    Not twice, and not on a day on which they have looked at one.
    """
    looked = license_.overuse_seen_on == now.date()
    return refused >= most and license_.overused_at is None and not looked


def is_leased(device: Device, now: datetime) -> bool:
    """Whether it holds its seat by an offline lease."""
    return device.held_until is not None and device.held_until > now
