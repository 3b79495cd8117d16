"""What letters about licenses bring along; made at their delivery (mail/enclosing.py)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from chalicelib.licenses.facts import code_of
from chalicelib.licenses.model.license import License
from chalicelib.licenses.parcels import parcel
from chalicelib.licenses.store.licenses import find_license
from chalicelib.mail.enclosing import Attachment, Enclosure


class LicenseGone(Exception):
    """The letter is about a license that is not there."""


def _license(wanted: Mapping[str, Any]) -> License:
    license_ = find_license(wanted["license_id"])
    if license_ is None:
        raise LicenseGone
    return license_


def _zip(license_: License, language: str, now: datetime) -> Attachment:
    content = parcel(license_, language, now)
    return Attachment(f"Key_Files_{license_.public_id}.zip", content, "zip")


def key_files(wanted: Mapping[str, Any], language: str, now: datetime) -> Enclosure:
    """The key files."""
    return Enclosure(files=[_zip(_license(wanted), language, now)])


def code_and_key_files(wanted: Mapping[str, Any], language: str, now: datetime) -> Enclosure:
    """The activation code, as the param `code`, and the key files."""
    license_ = _license(wanted)
    return Enclosure({"code": code_of(license_)}, [_zip(license_, language, now)])


ENCLOSURES: Mapping[str, Callable[[Mapping[str, Any], str, datetime], Enclosure]] = {
    "key_files": key_files,
    "code_and_key_files": code_and_key_files,
}
