"""What comes in and goes out around accounts."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

from chalicelib.base.actor import Right, StaffRole
from chalicelib.base.texts import languages
from chalicelib.base.zones import is_zone
from chalicelib.entry.schema import Schema, Token

_COUNTRIES = Path(__file__).parent / "data" / "countries.txt"


@cache
def countries() -> frozenset[str]:
    """The country codes there are (ISO 3166-1 alpha-2)."""
    return frozenset(_COUNTRIES.read_text(encoding="utf-8").split())


def _known_country(code: str) -> str:
    if code not in countries():
        raise PydanticCustomError("not_a_choice", "unknown country")
    return code


def _known_language(code: str) -> str:
    if code not in languages():
        raise PydanticCustomError("not_a_choice", "unknown language")
    return code


def _known_zone(name: str) -> str:
    if not is_zone(name):
        raise PydanticCustomError("unknown_zone", "unknown time zone")
    return name


def _zone_if_known(name: str) -> str | None:
    """What a browser says of itself is nobody's input: a zone that we don't know is none."""
    return name if is_zone(name) else None


def _good_address(raw: str) -> str:
    # email-validator is loaded where an address is typed, not at every cold start.
    from chalicelib.accounts.addresses import BadAddress, clean_address

    try:
        return clean_address(raw)
    except BadAddress as bad:
        raise PydanticCustomError("email_invalid", "not an address") from bad


def _typed_address(raw: str) -> str:
    """As the address is kept, however it was typed; what is no address stays what it is."""
    from chalicelib.accounts.addresses import BadAddress, clean_address

    raw = raw.strip()
    try:
        return raw if raw.isascii() else clean_address(raw)
    except BadAddress:
        return raw


Country = Annotated[str, AfterValidator(_known_country)]
Language = Annotated[str, AfterValidator(_known_language)]
ZoneName = Annotated[str, StringConstraints(max_length=60)]
Zone = Annotated[ZoneName, AfterValidator(_known_zone)]
BrowsersZone = Annotated[ZoneName, AfterValidator(_zone_if_known)]
Email = Annotated[str, StringConstraints(max_length=254), AfterValidator(_good_address)]
Password = Annotated[str, StringConstraints(max_length=1000)]
Version = Annotated[str, StringConstraints(min_length=1, max_length=40)]
TypedEmail = Annotated[str, StringConstraints(max_length=254), AfterValidator(_typed_address)]


class SignIn(Schema):
    """Address and password."""

    email: TypedEmail
    password: Password


class SecondFactor(Schema):
    """The second step: what the first answered, and the app's six digits."""

    challenge: Token
    code: Annotated[str, StringConstraints(max_length=20)]


class SignedIn(Schema):
    """Signed in, or one step to go: by an authenticator's code, a passkey, or either."""

    state: Literal["signed_in", "second_factor"]
    challenge: str | None = None
    authenticator: bool = False
    passkeys: bool = False


class ResetAsked(Schema):
    """Whose password is to be set anew."""

    email: Email


class LinkShown(Schema):
    """A link that somebody opened."""

    token: Token


class NewPassword(Schema):
    """A link and the password that it allows to set, twice."""

    token: Token
    password: Password
    password_repeat: Password


class LinkHolder(Schema):
    """Whom a link is for: what the page needs to greet and to judge a password."""

    email: str
    first_name: str
    last_name: str
    company_name: str | None
    expires_at: datetime


class PasswordSet(Schema):
    """Whose password was set."""

    email: str


class AccountOut(Schema):
    """A person as they see themselves. Without a `zone` times are those of the browser's."""

    id: str
    email: str
    first_name: str
    last_name: str
    country: str
    language: str
    zone: str | None
    data_statement_version: str | None


class CompanyRef(Schema):
    """A company by its id and name; `logo` is the version of its logo, if it has one."""

    id: str
    name: str
    logo: str | None = None


class Me(Schema):
    """Who is signed in, and what they may.

    `recovery`: somebody asks to own the company, and the person is one of those who can object.
    """

    account: AccountOut
    company: CompanyRef | None
    owner: bool
    rights: list[Right]
    scope: str | None
    recovery: bool


class StaffMe(Schema):
    """Which member of staff is signed in."""

    account: AccountOut
    role: StaffRole
    enrolling: bool


class SessionOut(Schema):
    """A browser in which the person is signed in; `browser` and `system` are empty if unknown.

    `seen_at` is when it was last used, to the hour.
    """

    id: str
    browser: str
    system: str
    began_at: datetime
    seen_at: datetime
    current: bool


class SessionsOut(Schema):
    """All of them; this one first."""

    items: list[SessionOut]


class Preferences(Schema):
    """What a person chose; what is not sent stays as it is. No `zone` is that of the browser."""

    language: Language | None = None
    zone: Zone | None = None


class StatementAccepted(Schema):
    """The version of the statement on providing data that was shown and accepted."""

    version: Annotated[str, StringConstraints(min_length=1, max_length=40)]
