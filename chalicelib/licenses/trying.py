"""Bounds on codes that people who are signed in try (LIC-1, docs/activation.md)."""

from datetime import datetime, timedelta

from chalicelib.accounts.throttling import demand_fewer, note_failure
from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.licenses import finding
from chalicelib.licenses.model.license import Code, License
from chalicelib.licenses.schemas.licenses import AddLicense
from chalicelib.licenses.store import devices
from chalicelib.licenses.store.licenses import find_license


def find_for(actor: Actor, data: AddLicense, now: datetime) -> tuple[str, License]:
    """As `finding.find`. Codes that nobody has count, of the person and of the company.

    Nothing else does: whoever has many licenses to add may take all the time and tries that it
    needs. Raises TooManyAttempts for a code, whichever, once there were too many of those.
    """
    limits = settings()
    window = timedelta(seconds=limits.adding_window_seconds)
    bounds = {
        f"unknown codes of {actor.account_id}": limits.adding_misses,
        f"unknown codes of company {actor.company_id}": limits.adding_misses_per_company,
    }

    def look_up(hashed: str) -> tuple[Code | None, License | None]:
        code, tries = devices.find_code_and_tries(hashed, list(bounds), now, window)
        for count, most in zip(tries, bounds.values(), strict=True):
            demand_fewer(count, most, now, window)
        if code is None:
            for what in bounds:
                note_failure(what, now, window)
        return code, find_license(code.license_id) if code else None

    return finding.find(data.activation_code, data.key_file, look_up)
