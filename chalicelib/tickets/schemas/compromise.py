"""Reporting that others know an activation code (LIC-13)."""

from datetime import datetime

from chalicelib.entry.schema import Schema
from chalicelib.tickets.schemas.requests import Files, Words


class ReportCode(Schema):
    """From when on the code is to be blocked (null: at once), and what happened.

    `files` are keys of completed uploads, with the official application among them; who has it
    not at hand in such a moment hands it in with a reply.
    """

    at: datetime | None = None
    text: Words
    files: Files = []


class OpenOnLicense(Schema):
    """How many of the company's open requests stand on a license, and when they would end.

    `counted_all` is false when the company has more open requests than were looked at. `end_at` is
    from when on they are cancelled if the license is removed now.
    """

    count: int
    end_at: datetime
    counted_all: bool
