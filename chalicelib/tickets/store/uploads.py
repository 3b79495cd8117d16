"""Keys, reads and writes of uploads, and of the files they become."""

from datetime import datetime, timedelta

from chalicelib.aws.conditional import delete_if
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Key, read_one
from chalicelib.aws.transactions import Transaction
from chalicelib.tickets.errors import MovedMeanwhile
from chalicelib.tickets.model.message import FILE, File, Message, Scan
from chalicelib.tickets.model.upload import PREFIX, Upload, UploadState

UPLOAD = "upload"


def upload_key(key: str) -> Key:
    """Where an upload stands."""
    return (Upload, PREFIX + key, UPLOAD)


def find_upload(key: str) -> Upload | None:
    """The upload as it is now, or None."""
    return read_one(Upload, PREFIX + key, UPLOAD)


def loose_uploads(owner_id: str) -> list[Upload]:
    """A person's uploads that no message has, the oldest first; a moment behind."""
    found = Upload.by_uploader.query(owner_id, limit=settings().open_uploads)
    return sorted(found, key=lambda upload: upload.created_at)


def add_upload(change: Transaction, upload: Upload) -> None:
    """A file that is about to come."""
    change.create(upload)


def complete_upload(change: Transaction, upload: Upload, sha256: str | None, now: datetime) -> None:
    """Note that S3 has the whole file; a message has a day to take it."""
    actions = [
        Upload.state.set(UploadState.COMPLETE),
        Upload.due_at.set(now + timedelta(hours=settings().upload_hours)),
    ]
    if sha256:
        actions.append(Upload.sha256.set(sha256))
    change.update(upload, actions, Upload.state == upload.state, lost=MovedMeanwhile())


def abort_upload(change: Transaction, upload: Upload, due: str, now: datetime) -> None:
    """Give the file up; the item is `due` on the jobs' list until S3 has forgotten it too."""
    actions = [
        Upload.state.set(UploadState.ABORTED),
        Upload.due.set(due),
        Upload.due_at.set(now),
        Upload.loose.remove(),
    ]
    change.update(upload, actions, Upload.state == upload.state, lost=MovedMeanwhile())


def forget_upload(key: str) -> None:
    """Remove an aborted upload that S3 has forgotten. Safe to repeat."""
    delete_if(Upload(pk=PREFIX + key, sk=UPLOAD), Upload.state == UploadState.ABORTED)


def attach_upload(
    change: Transaction, upload: Upload, message: Message, place: int, *, internal: bool
) -> None:
    """Make the upload a file of a message; MovedMeanwhile when it moved or the scan spoke."""
    actions = [
        Upload.state.set(UploadState.ATTACHED),
        Upload.ticket_id.set(message.pk),
        Upload.loose.remove(),
        Upload.due.remove(),
        Upload.due_at.remove(),
    ]
    unmoved = (Upload.state == upload.state) & (Upload.verdict == upload.verdict)
    change.update(upload, actions, unmoved, lost=MovedMeanwhile())
    file = File(
        pk=message.pk,
        sk=FILE + upload.key,
        message_id=message.id,
        place=place,
        name=upload.name,
        size=upload.size,
        sha256=upload.sha256,
        verdict=upload.verdict,
        internal=internal or None,
    )
    change.create(file)


def keep_upload(change: Transaction, upload: Upload, kept_for: str) -> None:
    """Make the upload an application; MovedMeanwhile when it moved or the scan spoke."""
    actions = [
        Upload.state.set(UploadState.ATTACHED),
        Upload.kept_for.set(kept_for),
        Upload.loose.remove(),
        Upload.due.remove(),
        Upload.due_at.remove(),
    ]
    unmoved = (Upload.state == upload.state) & (Upload.verdict == upload.verdict)
    change.update(upload, actions, unmoved, lost=MovedMeanwhile())


def note_verdict(change: Transaction, upload: Upload, verdict: Scan) -> None:
    """Keep what the scan said, at the file too once a message has it."""
    unmoved = (Upload.state == upload.state) & (Upload.verdict == upload.verdict)
    change.update(upload, [Upload.verdict.set(verdict)], unmoved, lost=MovedMeanwhile())
    if upload.state == UploadState.ATTACHED and upload.ticket_id:
        file = File(pk=upload.ticket_id, sk=FILE + upload.key)
        change.update(file, [File.verdict.set(verdict)])
