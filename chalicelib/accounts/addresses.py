"""Reading an e-mail address strictly: one that people could mistake for another is refused."""

import unicodedata

from email_validator import EmailNotValidError, validate_email

_NEUTRAL = {"DIGIT", "HYPHEN-MINUS", "FULL", "LOW"}


class BadAddress(ValueError):
    """Not an address that we write to."""


def _scripts(label: str) -> set[str]:
    return {unicodedata.name(char, "?").split()[0] for char in label} - _NEUTRAL


def clean_address(raw: str) -> str:
    """The address with its domain in lower case.

    Refused with BadAddress: other than plain ASCII before the @ (full-width look-alikes, encoded
    words), a domain label that mixes scripts, and what email-validator refuses. Nothing is looked
    up in the network.
    """
    raw = raw.strip()
    if "=?" in raw or raw.count("@") != 1:
        raise BadAddress
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
        raise BadAddress
    return f"{found.local_part}@{(found.ascii_domain or found.domain).lower()}"
