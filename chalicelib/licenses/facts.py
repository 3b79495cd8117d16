"""What other features ask of a license that they have read."""

from datetime import datetime

from chalicelib.licenses.model.license import License, Status
from chalicelib.licenses.rules.codes import read_code, show_code
from chalicelib.licenses.rules.orders import MOST_NODES
from chalicelib.licenses.rules.status import status
from chalicelib.licenses.sealing import open_code


def code_of(license_: License) -> str:
    """Its activation code, as people read it: for those alone who may have it."""
    return show_code(open_code(license_.sealed_code, license_.pk))


def status_of(license_: License, now: datetime) -> Status:
    """What it is at that moment."""
    return status(license_, now)


def code_in(typed: str) -> str | None:
    """A typed code in its one form, or None when it can't be one."""
    return read_code(typed)


__all__ = ["MOST_NODES", "code_in", "code_of", "status_of"]
