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
