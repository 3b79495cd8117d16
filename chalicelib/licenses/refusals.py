"""What the activation service refuses with (docs/activation.md): codes and statuses for good."""

from chalicelib.base.errors import Conflict, Forbidden, KontorError


class CodeMalformed(KontorError):
    """No activation code looks like this."""

    code = "code_malformed"
    status = 422


class CodeUnknown(KontorError):
    """Nobody was ever given this code."""

    code = "code_unknown"
    status = 404


class OnDenyList(Forbidden):
    """The license is blocked (LIC-11)."""

    code = "on_deny_list"


class LicenseExpired(Forbidden):
    """The license's last day is over."""

    code = "license_expired"


class LicenseNotStarted(Forbidden):
    """The license's first day is still to come."""

    code = "license_not_started"


class ProductNotCovered(Forbidden):
    """The license is for another product."""

    code = "product_not_covered"


class OldCode(Conflict):
    """Another code took this one's place (LIC-12); whoever holds a seat keeps it."""

    code = "code_replaced"


class NoSeatLeft(Conflict):
    """As many devices as the license has nodes are active already."""

    code = "no_seat_left"


class DeviceNotActivated(KontorError):
    """This device holds no seat of the license, and gave none back lately."""

    code = "device_not_activated"
    status = 404


class LeaseRunning(Conflict):
    """The device holds its seat by an offline lease: until that ends, or is returned."""

    code = "lease_running"


class ReceiptRefused(Conflict):
    """The receipt is not by the device that holds the lease, or for another lease."""

    code = "receipt_refused"


UNUSABLE: tuple[type[KontorError], ...] = (OnDenyList, LicenseExpired, LicenseNotStarted)
"""What is wrong with a license itself."""
