"""Imports of orders."""

from datetime import datetime

from chalicelib.console.model.imports import ImportState
from chalicelib.entry.schema import Id, Schema


class ImportAsked(Schema):
    """The upload that holds the file."""

    key: Id


class ImportOut(Schema):
    """An import, as far as it is; the numbers count lines of the file."""

    id: str
    file_name: str
    asked_by: str
    created_at: datetime
    state: ImportState
    reason: str | None
    new: int
    known: int
    bad: int
    finished_at: datetime | None


class ImportList(Schema):
    """The newest imports."""

    items: list[ImportOut]
