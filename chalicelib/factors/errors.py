"""What can be refused around second factors."""

from chalicelib.base.errors import Conflict, KontorError


class FactorThere(Conflict):
    """There is an authenticator app already."""

    code = "factor_there"


class FactorNeeded(Conflict):
    """Staff can't go without a second factor; another one must be there first."""

    code = "factor_needed"


class PasskeyRefused(KontorError):
    """The browser's answer does not prove possession of the passkey for this site."""

    code = "passkey_refused"
    status = 422


class TooManyPasskeys(Conflict):
    """There are as many passkeys as an account may have."""

    code = "too_many_passkeys"


class TooEarly(KontorError):
    """The waiting time is not over; `from_at` says when it is."""

    code = "too_early"
    status = 409
