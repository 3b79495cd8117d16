"""Files on their way to S3, before a message takes them."""

from enum import StrEnum

from pynamodb.attributes import BooleanAttribute, NumberAttribute, UnicodeAttribute

from chalicelib.aws.tables import Time
from chalicelib.tickets.model.indexes import ByUploader
from chalicelib.tickets.model.message import Scan
from chalicelib.tickets.model.ticket import TicketPart

PREFIX = "upload#"


class UploadState(StrEnum):
    """How far an upload is. Which moves there are stands in rules/uploads.py."""

    UPLOADING = "uploading"
    COMPLETE = "complete"
    ATTACHED = "attached"
    ABORTED = "aborted"


class Upload(TicketPart, discriminator="upload"):
    """One file of one person: `pk` is `upload#<key>`, `sk` is `upload`.

    It belongs to that person, in that company (or, `staff`, at that desk), and where `ticket_id`
    is set from the start, to that request. `kept_for` names what has it that is no request: a
    recovery, whose application it is. `loose` holds the person's id while no message has it.
    """

    upload_id = UnicodeAttribute()
    owner_id = UnicodeAttribute()
    company_id = UnicodeAttribute(attr_name="company")
    staff = BooleanAttribute(default=False)
    ticket_id = UnicodeAttribute(null=True)
    name = UnicodeAttribute()
    size = NumberAttribute()
    part_size = NumberAttribute()
    hashed = BooleanAttribute(default=False)
    fingerprint = UnicodeAttribute()
    state = UnicodeAttribute(default=UploadState.UPLOADING)
    sha256 = UnicodeAttribute(null=True)
    verdict = UnicodeAttribute(default=Scan.PENDING)
    created_at = Time()

    kept_for = UnicodeAttribute(null=True)
    loose = UnicodeAttribute(null=True)
    by_uploader = ByUploader()

    @property
    def key(self) -> str:
        """What S3 knows it by: random, and no secret."""
        return self.pk.removeprefix(PREFIX)
