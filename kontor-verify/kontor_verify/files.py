"""Key files and leases: may this application run here, now, without asking anybody?"""

from datetime import UTC, date, datetime, timedelta

from kontor_verify.deny_list import DenyList
from kontor_verify.reasons import Reason, Refused, Verdict
from kontor_verify.text import Keys, read

KEY_FILE = (
    "key-file", "signed-with", "name", "record", "license", "product", "software", "edition",
    "serial", "end-user", "nodes", "issued", "starts", "expires",
)  # fmt: skip
LEASE = (
    "lease", "signed-with", "lease-id", "record", "license", "products", "edition", "end-user",
    "device", "device-key", "issued", "starts", "ends",
)  # fmt: skip
SKEW = timedelta(days=1)
"""How wrong a device's clock may be without harm. Kontor holds a lease's seat that much longer."""


def check_key_file(
    data: bytes,
    keys: Keys,
    now: datetime,
    *,
    product: str | None = None,
    deny_list: DenyList | None = None,
) -> Verdict:
    """Whether a key file is good. `product` is the application's own.

    `now` may be in any time zone; one without is taken for the device's own.
    """
    try:
        values = read(data, KEY_FILE, keys)
        first, last = _days(values["starts"], values["expires"])
    except Refused as refused:
        return Verdict(refused.reason)
    if product is not None and values["product"] != product:
        return Verdict(Reason.OTHER_PRODUCT, values)
    return Verdict(_at(values["record"], first, last, now, deny_list), values)


def check_lease(
    data: bytes,
    keys: Keys,
    now: datetime,
    *,
    device: str,
    product: str | None = None,
    deny_list: DenyList | None = None,
) -> Verdict:
    """Whether an offline lease is good on this device, by the fingerprint it was asked for with."""
    try:
        values = read(data, LEASE, keys, long=("products",))
        first, last = _days(values["starts"], values["ends"])
    except Refused as refused:
        return Verdict(refused.reason)
    if values["device"] != device:
        return Verdict(Reason.OTHER_DEVICE, values)
    if product is not None and product not in values["products"].split("+"):
        return Verdict(Reason.OTHER_PRODUCT, values)
    return Verdict(_at(values["record"], first, last, now, deny_list), values)


def _days(first: str, last: str) -> tuple[date, date]:
    try:
        return date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        raise Refused(Reason.DAMAGED) from None


def _at(record: str, first: date, last: date, now: datetime, denied: DenyList | None) -> Reason:
    if denied is not None and denied.denies_license(record):
        return Reason.ON_DENY_LIST
    today = now.astimezone(UTC).date()
    # By differences: a clock that stands at the end of all days has no day after it.
    if first - today > SKEW:
        return Reason.NOT_YET_VALID
    return Reason.EXPIRED if today - last > SKEW else Reason.VALID
