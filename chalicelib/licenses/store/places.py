"""Where a table over several licenses goes on: behind a license, or among its devices."""

from dataclasses import dataclass

from chalicelib.aws.pages import read_cursor, write_cursor
from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.licenses import CURSOR_KEYS

WHOLE = "whole"
"""Stands for the devices' cursor where all of the license's are told."""


@dataclass(frozen=True, slots=True)
class Place:
    """Behind `devices` of a license, or (None) all of it; `after` is the list's cursor there."""

    license_id: str
    after: str | None
    devices: str | None


def write_place(license_: License, devices: str | None) -> str:
    """The cursor of a place, in the list of licenses by expiry."""
    there = {
        "pk": license_.pk,
        "sk": license_.sk,
        "expires_on": license_.expires_on.isoformat(),
        "devices": devices or WHOLE,
    }
    cursor = write_cursor({name: {"S": value} for name, value in there.items()}, {})
    assert cursor is not None
    return cursor


def move_on(place: Place, devices: str | None) -> str:
    """The same license's place, further on among its devices or behind it.

    By where the license stood in the list when the table began: it may be extended meanwhile.
    """
    there = read_cursor(place.after, {}, CURSOR_KEYS) or {}
    cursor = write_cursor(there | {"devices": {"S": devices or WHOLE}}, {})
    assert cursor is not None
    return cursor


def read_place(cursor: str) -> Place:
    """Raises BadCursor."""
    there = read_cursor(cursor, {}, CURSOR_KEYS | {"devices"}) or {}
    devices = there.pop("devices")["S"]
    after = write_cursor(there, {})
    return Place(there["pk"]["S"], after, None if devices == WHOLE else devices)
