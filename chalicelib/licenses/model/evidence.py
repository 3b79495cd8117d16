"""How well what a company says of itself agrees with a license (STF-4)."""

from enum import StrEnum


class Likeness(StrEnum):
    """How well two names agree."""

    SAME = "same"
    SIMILAR = "similar"
    DIFFERENT = "different"


class Domain(StrEnum):
    """What an e-mail address says about its company."""

    FITS = "fits"
    FREE = "free"
    OTHER = "other"
