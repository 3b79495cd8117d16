"""The codes that a license has had."""

from datetime import datetime

from chalicelib.entry.schema import Schema
from chalicelib.licenses.model.lineage import Why


class CodeOut(Schema):
    """A code in the license's lineage, its first group alone.

    `parents` are the codes of this license that it took the place of, by their ids; where several
    licenses were merged into it, `merged` counts those of the others.
    """

    id: str
    code: str
    why: Why
    nodes: int
    issued_at: datetime
    replaced_at: datetime | None
    parents: list[str]
    merged: int


class LineageOut(Schema):
    """The codes of a license, the present one first."""

    codes: list[CodeOut]
