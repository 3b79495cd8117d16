"""What an application shows: its code, looked up behind bounds on guessing (docs/activation.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from chalicelib.accounts.throttling import demand_fewer, from_source, note_failure
from chalicelib.aws.settings import settings
from chalicelib.base.errors import FieldError, Invalid, KontorError
from chalicelib.licenses.model.license import Code
from chalicelib.licenses.refusals import CodeMalformed, CodeUnknown
from chalicelib.licenses.rules.codes import read_code
from chalicelib.licenses.rules.seats import is_fingerprint
from chalicelib.licenses.sealing import code_hash, device_hash
from chalicelib.licenses.store import devices as store


@dataclass(frozen=True, slots=True)
class Shown:
    """A code that is somebody's, and what failures with it are counted under."""

    code: Code
    counted_as: str
    now: datetime

    @property
    def license_id(self) -> str:
        """The license that the code is for."""
        return str(self.code.license_id)

    @property
    def replaced(self) -> bool:
        """Whether another code took its place."""
        return self.code.replaced_at is not None

    def places(self, fingerprint: str) -> list[store.Place]:
        """Where the device may hold a seat: at this license, and at those merged into it.

        Raises Invalid where nothing can be called so.
        """
        if not is_fingerprint(fingerprint):
            raise Invalid(FieldError("device", "device_malformed"))
        return places_of([self.license_id, *(self.code.absorbed or ())], fingerprint)

    def refused(self, error: KontorError) -> KontorError:
        """Count a refusal against the code; answers the error, to be raised."""
        note_failure(self.counted_as, self.now, window())
        return error


def places_of(license_ids: Sequence[str], fingerprint: str) -> list[store.Place]:
    """What a device is called in each of these licenses."""
    return [(license_id, device_hash(license_id, fingerprint)) for license_id in license_ids]


def window() -> timedelta:
    """In which span failures are counted."""
    return timedelta(seconds=settings().activation_window_seconds)


def show(typed: str, source: str, now: datetime) -> Shown:
    """The code that somebody at `source` typed. One read.

    Raises CodeMalformed, CodeUnknown (which counts as a guess of the source), or TooManyAttempts
    where the source guessed, or the code was refused, too often.
    """
    code = read_code(typed)
    if code is None:
        raise CodeMalformed
    hashed = code_hash(code)
    of_source, of_code = from_source("activation", source), f"activation code {hashed}"
    found = store.find_shown(hashed, of_source, of_code, now, window())
    demand_fewer(found.source_tries, settings().activation_misses, now, window())
    demand_fewer(found.code_tries, settings().activation_refusals, now, window())
    if found.code is None:
        note_failure(of_source, now, window())
        raise CodeUnknown
    return Shown(found.code, of_code, now)
