"""5: a deny list that does not say what is blocked, or not what it says it says."""

from chalicelib.licenses.model.denials import DenyChange, DenyHead
from chalicelib.licenses.model.license import License
from tests.checks import denied
from tests.checks.breaking.acts import Breakage, alter, remove

DENIED_BROKEN = (
    Breakage(denied.the_published_list_is_whole, "of other entries", alter(DenyHead, entries=9)),
    Breakage(denied.the_published_list_is_whole, "changes are []", remove(DenyChange)),
    Breakage(
        denied.the_published_list_is_whole,
        "do not lead to it",
        alter(DenyChange, added=b"8 bytes!"),
    ),
    Breakage(
        denied.blocked_licenses_are_denied,
        "is blocked at None",
        alter(License, lambda license_: license_.blocked_at is not None, blocked_at=None),
    ),
)
