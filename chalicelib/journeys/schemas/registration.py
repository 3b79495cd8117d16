"""What comes in and goes out when somebody registers."""

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.accounts.schemas import BrowsersZone, Country, Email, Language, Version
from chalicelib.entry.schema import Line, Name, Schema
from chalicelib.licenses.schemas.licenses import KeyFileIn


class Registration(Schema):
    """ACC-1: who registers, with one activation code or one key file.

    `accept_terms` and `accept_privacy` are the versions that were shown and ticked.
    """

    first_name: Name
    last_name: Name
    company_name: Annotated[str, Line(200)]
    email: Email
    country: Country
    activation_code: Annotated[str, StringConstraints(max_length=100)] | None = None
    key_file: KeyFileIn | None = None
    accept_terms: Version
    accept_privacy: Version
    survey: bool = False
    language: Language
    zone: BrowsersZone | None = None
