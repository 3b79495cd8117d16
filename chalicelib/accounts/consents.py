"""Terms of use and privacy policy: what was ticked must be what is shown (ACC-1)."""

from chalicelib.aws.vendor import vendor
from chalicelib.base.errors import FieldError, Invalid


def demand_current_consent(terms: str, privacy: str) -> None:
    """Raise Invalid for each of the versions that isn't the present one any more."""
    current = {
        "accept_terms": vendor().terms["version"],
        "accept_privacy": vendor().privacy["version"],
    }
    given = {"accept_terms": terms, "accept_privacy": privacy}
    outdated = [name for name, version in current.items() if given[name] != version]
    if outdated:
        raise Invalid(*(FieldError(name, "consent_outdated") for name in outdated))
