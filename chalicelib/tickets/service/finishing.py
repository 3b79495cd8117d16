"""How an upload ends: as a whole file that was checked, or as nothing (REQ-4)."""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws import files
from chalicelib.aws.files import NotThere, Part, PartsRefused, Stored
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.tickets.errors import FileDamaged, MovedMeanwhile, UploadIncomplete
from chalicelib.tickets.model.upload import Upload, UploadState
from chalicelib.tickets.rules.uploads import part_count
from chalicelib.tickets.schemas.uploads import CompleteUpload, PartIn, UploadReceipt
from chalicelib.tickets.service.retrying import decide_anew
from chalicelib.tickets.service.sweeping import give_up
from chalicelib.tickets.service.uploading import find_own
from chalicelib.tickets.store import uploads as store


def complete_upload(
    actor: Actor,
    upload_id: str,
    key: str,
    data: CompleteUpload,
    now: datetime,
    operation: Operation,
) -> UploadReceipt:
    """Make one file of the parts, check it, and give the receipt.

    Any repeat gives the receipt again, a client's that died before it heard the answer included.
    Raises NotFound (given up included), UploadIncomplete, or FileDamaged when what S3 has is not
    what was announced: then it is thrown away.
    """
    upload = find_own(actor, upload_id, key)
    if upload.state == UploadState.UPLOADING:
        stored = _finish(upload, data)
        if not _as_announced(upload, stored, data.parts):
            give_up(actor, upload, now, Operation(ids.token()))
            raise FileDamaged
        upload = _note_complete(actor, upload, stored, now, operation)
    return _receipt(upload)


def _finish(upload: Upload, data: CompleteUpload) -> Stored:
    if data.parts and [part.PartNumber for part in data.parts] != _all_parts(upload):
        raise UploadIncomplete
    try:
        with suppress(NotThere):
            files.finish_upload(upload.key, upload.upload_id, _parts(upload, data.parts))
        return files.find_object(upload.key)
    except PartsRefused:
        raise UploadIncomplete from None
    except NotThere:
        raise NotFound from None


def _parts(upload: Upload, said: Sequence[PartIn]) -> list[Part]:
    """What the client says of its parts; S3's own word where checksums are missing.

    Library clients keep none. A client that forgot all parts gets on only where S3 has finished
    already: NotThere.
    """
    parts = [Part(part.PartNumber, part.ETag, sha256=part.ChecksumSHA256) for part in said]
    if parts and (not upload.hashed or all(part.sha256 for part in parts)):
        return parts
    stored = {part.number: part.sha256 for part in files.list_parts(upload.key, upload.upload_id)}
    if not parts:
        raise UploadIncomplete
    return [replace(part, sha256=part.sha256 or stored.get(part.number)) for part in parts]


def _all_parts(upload: Upload) -> list[int]:
    return list(range(1, part_count(int(upload.size), int(upload.part_size)) + 1))


def _as_announced(upload: Upload, stored: Stored, parts: Sequence[PartIn]) -> bool:
    if stored.size != upload.size:
        return False
    if not upload.hashed:
        return True
    if stored.sha256 is None:
        return False
    said = [part.ChecksumSHA256 for part in parts]
    # Without them S3 has checked each part against its signed checksum when it came.
    return not said or None in said or stored.sha256 == composite(filter(None, said))


def composite(checksums: Iterable[str]) -> str:
    """S3's checksum of a file in parts: the hash of the parts' hashes, and how many there are."""
    raw = [base64.b64decode(checksum) for checksum in checksums]
    whole = hashlib.sha256(b"".join(raw)).digest()
    return f"{base64.b64encode(whole).decode()}-{len(raw)}"


def _note_complete(
    actor: Actor, upload: Upload, stored: Stored, now: datetime, operation: Operation
) -> Upload:
    change = Transaction(operation, now)
    store.complete_upload(change, upload, stored.sha256, now)
    details = {"size": stored.size, "sha256": stored.sha256}
    record(change, actor, "upload.completed", upload.key, now, details=details)
    upload.sha256 = stored.sha256
    try:
        change.commit(_receipt(upload).model_dump(mode="json"))
    except MovedMeanwhile:
        # Another call of the same client, or the job that aborts, was first: it decides.
        return find_own(actor, upload.upload_id, upload.key)
    upload.state = UploadState.COMPLETE
    return upload


def _receipt(upload: Upload) -> UploadReceipt:
    return UploadReceipt(
        location=f"/{upload.key}", key=upload.key, size=int(upload.size), sha256=upload.sha256
    )


def abort_upload(
    actor: Actor, upload_id: str, key: str, now: datetime, operation: Operation
) -> None:
    """Give a file up and leave nothing of it. Raises NotFound; UploadOver once it is attached."""
    decide_anew(lambda: give_up(actor, find_own(actor, upload_id, key), now, operation))
