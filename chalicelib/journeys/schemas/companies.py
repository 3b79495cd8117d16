"""What staff change of a company (STF-8)."""

from typing import Annotated

from pydantic import Field

from chalicelib.companies.schemas import Version
from chalicelib.entry.schema import Id, Line, Schema
from chalicelib.journeys.schemas.evidence import Evidence

Branch = Annotated[str, Line(100)]


class ChangeCompany(Schema):
    """What is to be so from now on; what is left out stays. `evidence` is the application.

    `version` is that of the company as it was read.
    """

    name: Annotated[str, Line(200)] | None = None
    branches: Annotated[list[Branch], Field(max_length=200)] | None = None
    owner_id: Id | None = None
    version: Version
    evidence: Evidence
