"""A person's data, part by part (ACC-13)."""

from chalicelib.entry.schema import Id, Schema


class ExportAsked(Schema):
    """Which part: the first, or the one behind what the last one answered."""

    after: Id | None = None


class ExportPart(Schema):
    """A ZIP of JSON files, and where the next one begins (null: this was the last)."""

    name: str
    content_base64: str
    next_after: str | None
