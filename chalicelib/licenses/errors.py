"""What can be refused around licenses, beside a field that was filled in wrong (LIC-2)."""

from chalicelib.base.errors import Conflict, KontorError


class LicenseElsewhere(Conflict):
    """Another company claimed the license first."""

    code = "license_elsewhere"


class LicenseNotActive(Conflict):
    """The license expired, was blocked or left the company in the meantime."""

    code = "license_not_active"


class ClaimNotProven(Conflict):
    """The vendor has not accepted the company's claim (yet), so nothing secret is handed out."""

    code = "claim_not_proven"


class DeltaUnknown(KontorError):
    """That far back the deny list's changes are not kept; the whole list says everything."""

    code = "delta_unknown"
    status = 410


class ChangedMeanwhile(Conflict):
    """The license is not as it was read any more. Services read again; nobody gets to see it."""


class CheckDecided(Conflict):
    """The claim waits for no check any more: somebody else decided, or it was taken back."""

    code = "check_decided"


class AlreadyBlocked(Conflict):
    """The license is blocked."""

    code = "already_blocked"


class SaleTakenBack(Conflict):
    """The sale was cancelled or refunded; its block is not lifted."""

    code = "sale_taken_back"


class NotOverused(Conflict):
    """The license has no mark to take off."""

    code = "not_overused"


class NotBlocked(Conflict):
    """There is no block to lift, planned or in effect."""

    code = "not_blocked"


class CodeReplaced(Conflict):
    """The code has been replaced since the page was opened."""

    code = "code_was_replaced"


class LicenseMerged(Conflict):
    """The license was merged into another, and nothing is done with it any more."""

    code = "license_merged"


class NotAtRenewal(Conflict):
    """One of the licenses runs for longer than codes are merged ahead of (LIC-14)."""

    code = "not_at_renewal"


class SeatsInUse(Conflict):
    """Devices hold the seats that a sale brought to a merged license."""

    code = "seats_in_use"


class SupportWouldEnd(Conflict):
    """Removing this license ends support for its product, and nobody said that they know."""

    code = "support_would_end"
