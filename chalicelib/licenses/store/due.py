"""What is due on licenses: the job's only question to the data."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from chalicelib.aws.tables import read_many
from chalicelib.licenses.model.license import TELL, License
from chalicelib.licenses.store.licenses import KIND


def due_licenses(now: datetime, most: int) -> Iterator[tuple[str, str]]:
    """Up to `most` licenses whose holder is to be told something, each with that company."""
    for found in License.by_due.query(TELL, License.due_at <= now, limit=most):
        yield found.pk, found.company_id


def read_licenses(license_ids: Sequence[str]) -> list[License]:
    """Those of up to 100 that are there, as they are now, in one round trip."""
    found = read_many([(License, license_id, KIND) for license_id in license_ids])
    return [license_ for license_ in found if license_ is not None]
