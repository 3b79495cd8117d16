"""Taking a license off the list (LIC-7), and reporting a code that others know (LIC-13)."""

from datetime import datetime

from chalicelib.entry.schema import Schema


class RemoveLicense(Schema):
    """`support_ends` says that the person was told so; a license that has not expired needs it."""

    support_ends: bool = False


class LicenseRemoved(Schema):
    """What went, and from when on open requests that stood on it are cancelled, if any are."""

    id: str
    public_id: str
    requests_end_at: datetime | None
