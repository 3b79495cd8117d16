"""What comes in when somebody with an account founds a company."""

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.entry.schema import Line, Schema
from chalicelib.licenses.schemas.licenses import KeyFileIn


class FoundCompany(Schema):
    """ACC-2: a company's name, with one activation code or one key file of a license of it."""

    company_name: Annotated[str, Line(200)]
    activation_code: Annotated[str, StringConstraints(max_length=100)] | None = None
    key_file: KeyFileIn | None = None
