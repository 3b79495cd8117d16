"""The official application that a change by staff stands on (STF-8, STF-9)."""

from typing import Annotated

from pydantic import StringConstraints

from chalicelib.entry.schema import Id, Schema


class Evidence(Schema):
    """A request of the company by its number, and the file of it that is the application."""

    number: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    file_id: Id


class EvidenceFile(Schema):
    """A file that may be the application."""

    id: str
    name: str
    size: int


class EvidenceFiles(Schema):
    """The request and the clean files of it, the newest last."""

    ticket_id: str
    subject: str
    files: list[EvidenceFile]


class EvidenceQuery(Schema):
    """Which request."""

    number: Annotated[str, StringConstraints(min_length=1, max_length=40)]
