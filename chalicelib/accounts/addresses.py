"""Reading an e-mail address strictly: one that people could mistake for another is refused."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

MALFORMED = "email_invalid"
WIDE_AT = "email_wide_at"
ENCODED_WORD = "email_encoded_word"
LOOK_ALIKE = "email_look_alike"

_WIDE_ATS = ("\uff20", "\ufe6b")
_NEUTRAL = {"DIGIT", "HYPHEN-MINUS", "FULL", "LOW"}


class BadAddress(ValueError):
    """Not an address that we write to; `reason` says why, as a field's code."""

    def __init__(self, reason: str = MALFORMED) -> None:
        super().__init__(reason)
        self.reason = reason


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(char, "?").split()[0] for char in label} - _NEUTRAL


def clean_address(raw: str) -> str:
    """The address with its domain in lower case.

    Refused with BadAddress: other than plain ASCII before the @ (full-width look-alikes, encoded
    words), a domain label that mixes scripts, and what email-validator refuses. Nothing is looked
    up in the network.
    """
    raw = raw.strip()
    if any(wide in raw for wide in _WIDE_ATS):
        raise BadAddress(WIDE_AT)
    if "=?" in raw:
        raise BadAddress(ENCODED_WORD)
    if raw.count("@") != 1:
        raise BadAddress
    if not raw.partition("@")[0].isascii():
        raise BadAddress(LOOK_ALIKE)
    try:
        found = validate_email(
            raw,
            check_deliverability=False,
            allow_smtputf8=False,
            strict=True,
            test_environment=True,
        )
    except EmailNotValidError as error:
        raise BadAddress from error
    if any(len(_scripts(label)) > 1 for label in found.domain.split(".")):
        raise BadAddress(LOOK_ALIKE)
    return f"{found.local_part}@{(found.ascii_domain or found.domain).lower()}"
