"""The one family of errors: every refusal has a code, a status and words in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as having
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field that was refused: a dotted path into the body, and the reason's code."""

    field: str
    code: str
    params: Mapping[str, str | int] = having(default_factory=dict)


class KontorError(Exception):
    """Base of all expected refusals.

    `code` is stable and public, `status` is the HTTP status, and the words are found in
    `chalicelib/texts/<language>/errors.json` under the code, filled with `params`.
    """

    code: ClassVar[str] = "internal"
    status: ClassVar[int] = 500

    def __init__(self, *fields: FieldError, **params: str | int) -> None:
        super().__init__(self.code)
        self.fields = fields
        self.params = params


class BadRequest(KontorError):
    """The request can't be read: not JSON, wrong content type, a bad cursor."""

    code = "bad_request"
    status = 400


class NotJson(BadRequest):
    """The body is not the JSON object that the route takes."""

    code = "not_json"


class WrongContentType(KontorError):
    """A write came with another content type than application/json."""

    code = "wrong_content_type"
    status = 415


class BodyTooLarge(KontorError):
    """The body is larger than the route reads."""

    code = "body_too_large"
    status = 413


class Invalid(KontorError):
    """The body was read and some of its fields were refused."""

    code = "invalid"
    status = 422


class NotSignedIn(KontorError):
    """No session, or one that has ended."""

    code = "not_signed_in"
    status = 401


class Forbidden(KontorError):
    """Signed in, and not allowed to do this."""

    code = "forbidden"
    status = 403


class CrossSite(Forbidden):
    """A write that another site's page asked for."""

    code = "cross_site"


class NotFound(KontorError):
    """Not there, or not for this person: the two are the same answer to the byte."""

    code = "not_found"
    status = 404


class Conflict(KontorError):
    """Somebody else's change came first; reading again shows it."""

    code = "conflict"
    status = 409


class KeyReused(KontorError):
    """An idempotency key came a second time with other content."""

    code = "idempotency_key_reused"
    status = 409


class Unavailable(KontorError):
    """A service that is needed did not answer; asking again is safe."""

    code = "unavailable"
    status = 503
