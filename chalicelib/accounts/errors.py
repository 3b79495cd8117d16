"""What can be refused around accounts."""

from chalicelib.base.errors import Conflict, KontorError


class SignInFailed(KontorError):
    """Address, password or code is wrong; which of them is not told."""

    code = "sign_in_failed"
    status = 401


class TooManyAttempts(KontorError):
    """Tried too often; `retry_after` says in how many seconds it works again."""

    code = "too_many_attempts"
    status = 429


class LinkUnknown(KontorError):
    """No such link, or one for another purpose."""

    code = "link_unknown"
    status = 404


class LinkUsed(KontorError):
    """The link was used already."""

    code = "link_used"
    status = 410


class LinkExpired(KontorError):
    """The link's time is over."""

    code = "link_expired"
    status = 410


class AddressTaken(Conflict):
    """The address got an account in the meantime."""

    code = "address_taken"
