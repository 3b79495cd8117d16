"""Why a file is taken or not. The codes are stable; words for people are the application's."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Reason(StrEnum):
    """What came of reading a file."""

    VALID = "valid"
    TOO_LARGE = "too_large"
    FOREIGN = "foreign"  # another kind of file, or another vendor's
    DAMAGED = "damaged"  # suffered on its way, or was edited
    UNKNOWN_KEY = "unknown_key"  # signed with a key that the application does not know
    FORGED = "forged"  # the key that it names did not sign it
    OTHER_PRODUCT = "other_product"
    OTHER_DEVICE = "other_device"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    ON_DENY_LIST = "on_deny_list"
    DELTA_DOES_NOT_FIT = "delta_does_not_fit"  # it starts at another list than the one at hand


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reason, and what the file says; empty as long as its signature is not proven."""

    reason: Reason
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_valid(self) -> bool:
        """Whether the application may go on."""
        return self.reason is Reason.VALID


class Refused(ValueError):
    """A file can't be used."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
