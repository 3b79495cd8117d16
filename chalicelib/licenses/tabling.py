"""The key usage report as a table, in parts of bounded size (LIC-17)."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from chalicelib.aws.settings import settings
from chalicelib.aws.together import read_all
from chalicelib.base.actor import Actor
from chalicelib.base.delimited import write_rows
from chalicelib.entry.document import CsvFile
from chalicelib.licenses.reporting import page_of, used_of
from chalicelib.licenses.rules.status import opens_for
from chalicelib.licenses.rules.usage import COLUMNS, fitting
from chalicelib.licenses.store import devices as store
from chalicelib.licenses.store import places
from chalicelib.licenses.store.licenses import find_license
from chalicelib.licenses.usage import rows_of

FILE_NAME = "license-usage.csv"
Part = tuple[Sequence[Sequence[str]], str | None]
"""Rows, and where the table goes on."""


def usage_as_csv(actor: Actor, cursor: str | None, now: datetime) -> CsvFile:
    """The next `device_rows` devices, or those of the next `usage_file_licenses` licenses.

    `next_cursor` of the answer says where it goes on; a part may be empty. Raises BadCursor.
    """
    place = places.read_place(cursor) if cursor else None
    if place and place.devices:
        rows, next_cursor = _more_of_one(actor, place, now)
    else:
        rows, next_cursor = _next_ones(actor, place.after if place else None, now)
    heading = [] if cursor else [COLUMNS]
    text = write_rows([*heading, *rows])
    return CsvFile(text=text, file_name=FILE_NAME, next_cursor=next_cursor)


def _more_of_one(actor: Actor, place: places.Place, now: datetime) -> Part:
    license_ = find_license(place.license_id)
    if license_ is None or not opens_for(actor, license_):
        # It was let go while the table was read, or is another company's.
        return [], places.move_on(place, None)
    page = store.device_page(store.collections_of(license_), place.devices, settings().device_rows)
    rows = rows_of(actor, license_, page.items, now)
    return rows, places.move_on(place, page.next_cursor)


def _next_ones(actor: Actor, after: str | None, now: datetime) -> Part:
    """Whole licenses as long as they fit; one that is too big by itself is told in parts."""
    most = settings().device_rows
    page, licenses = page_of(actor, after, settings().usage_file_licenses, now)
    used = used_of(actor, licenses)
    told = used[: fitting((int(each.seats_used or 0) for each in used), most)]
    reads = [partial(store.device_page, store.collections_of(each), None, most) for each in told]
    rows: list[Sequence[str]] = []
    for license_, part in zip(told, read_all(reads), strict=True):
        rows += rows_of(actor, license_, part.items, now)
        if part.next_cursor:
            return rows, places.write_place(license_, part.next_cursor)
    if len(told) < len(used):
        return rows, places.write_place(told[-1], None)
    return rows, places.write_place(page.items[-1], None) if page.next_cursor else None
