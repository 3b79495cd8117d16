"""What comes in without an account, and what a license activates."""

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.accounts.schemas import Email
from chalicelib.catalog.schemas.partners import PartnerEntry
from chalicelib.entry.schema import Schema


class KeyFilesAsked(Schema):
    """Whose key files, and where to."""

    activation_code: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    email: Email


class CompatibleVersion(Schema):
    """A version of an application, and where it is."""

    name: str
    url: str


class CompatibleFunction(Schema):
    """A function of an application, and whether the license's edition unlocks it."""

    name: str
    unlocked: bool


class CompatibleApplication(Schema):
    """An application that the license activates; the newest version first."""

    id: str
    name: str
    key_file_only: bool
    versions: list[CompatibleVersion]
    functions: list[CompatibleFunction]


class Compatible(Schema):
    """What a license activates (LIC-8), and who sold it (LIC-16), where the directory knows."""

    applications: list[CompatibleApplication]
    partner: PartnerEntry | None
