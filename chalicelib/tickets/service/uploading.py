"""Bringing a file to S3, part by part, past the Lambda functions (REQ-4)."""

from datetime import datetime, timedelta

from chalicelib.accounts.store import accounts
from chalicelib.aws import files
from chalicelib.aws.presigned import CHECKSUM, part_url
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import FieldError, Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.tickets.errors import (
    DataStatementRequired,
    FileEmpty,
    FileTooLarge,
    PartOutOfPlace,
    TooManyUploads,
    UploadOver,
)
from chalicelib.tickets.model.upload import PREFIX, Upload, UploadState
from chalicelib.tickets.rules.due import Due
from chalicelib.tickets.rules.uploads import clean_name, owns, part_bytes
from chalicelib.tickets.schemas.uploads import (
    PartOut,
    PartQuery,
    PartUrl,
    StartUpload,
    UploadList,
    UploadRow,
    UploadStarted,
)
from chalicelib.tickets.store import uploads as store


def find_own(actor: Actor, upload_id: str, key: str) -> Upload:
    """The actor's upload; NotFound for another person's as for none and for one given up."""
    upload = store.find_upload(key)
    if upload is None or not owns(actor, upload) or upload.upload_id != upload_id:
        raise NotFound
    if upload.state == UploadState.ABORTED:
        raise NotFound
    return upload


def start_upload(
    actor: Actor, data: StartUpload, now: datetime, operation: Operation
) -> UploadStarted:
    """Begin to take a file. Its name is cleaned; nothing of it stands in the key.

    Raises FileEmpty, FileTooLarge, DataStatementRequired (customers), TooManyUploads.
    """
    _demand_size(actor, data.metadata.size)
    _demand_statement(actor)
    if len(store.loose_uploads(actor.account_id)) >= settings().open_uploads:
        raise TooManyUploads(max=settings().open_uploads)
    hashed = data.metadata.checksum is not None
    key = ids.token()
    upload_id = files.start_upload(key, hashed=hashed)
    upload = _upload(actor, data, key, upload_id, now)
    change = Transaction(operation, now)
    store.add_upload(change, upload)
    answer = UploadStarted(key=key, uploadId=upload_id, part_size=int(upload.part_size))
    try:
        change.commit(answer.model_dump(mode="json"))
    except Repeated:
        # The first time's upload is the one that the client goes on with.
        files.throw_away(key, upload_id)
        raise
    return answer


def _demand_size(actor: Actor, size: int) -> None:
    if size <= 0:
        raise FileEmpty(FieldError("metadata.size", "file_empty"))
    outside = not actor.company_id and actor.role is None
    most = settings().application_bytes if outside else settings().file_bytes
    if size > most:
        raise FileTooLarge(FieldError("metadata.size", "file_too_large", {"max": most}), max=most)


def _demand_statement(actor: Actor) -> None:
    if actor.role is not None:
        return
    account = accounts.find_account(actor.account_id)
    if account is None or account.data_statement_version is None:
        raise DataStatementRequired


def _upload(actor: Actor, data: StartUpload, key: str, upload_id: str, now: datetime) -> Upload:
    facts = data.metadata
    return Upload(
        pk=PREFIX + key,
        sk=store.UPLOAD,
        upload_id=upload_id,
        owner_id=actor.account_id,
        company_id=actor.company_id,
        staff=actor.role is not None,
        ticket_id=facts.ticket_id,
        name=clean_name(data.filename, settings().file_name_chars),
        size=facts.size,
        part_size=settings().part_bytes,
        hashed=facts.checksum is not None,
        fingerprint=facts.fingerprint,
        created_at=now,
        loose=actor.account_id,
        due=Due.ABORT_UPLOAD,
        due_at=now + timedelta(hours=settings().upload_hours),
    )


def sign_part(actor: Actor, upload_id: str, number: str, query: PartQuery) -> PartUrl:
    """A URL that takes exactly this part: its length, and its checksum where one was promised.

    Raises NotFound, UploadOver, PartOutOfPlace, or Invalid on `sha256`.
    """
    upload = find_own(actor, upload_id, query.key)
    if upload.state != UploadState.UPLOADING:
        raise UploadOver
    place = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 0
    size = part_bytes(place, int(upload.size), int(upload.part_size))
    if size is None or query.size not in {None, size}:
        raise PartOutOfPlace
    if upload.hashed and query.sha256 is None:
        raise Invalid(FieldError("sha256", "missing"))
    sha256 = query.sha256 if upload.hashed else None
    seconds = settings().part_url_seconds
    url = part_url(upload.key, upload_id, place, size, sha256, seconds)
    return PartUrl(url=url, expires=seconds, headers={CHECKSUM: sha256} if sha256 else {})


def list_parts(actor: Actor, upload_id: str, key: str) -> list[PartOut]:
    """What S3 has of the file, to go on from there.

    Raises NotFound, also when S3 has forgotten it; UploadOver when it is whole: then `complete`
    gives the receipt, without parts too.
    """
    upload = find_own(actor, upload_id, key)
    if upload.state != UploadState.UPLOADING:
        raise UploadOver
    try:
        parts = files.list_parts(key, upload_id)
    except files.NotThere:
        raise UploadOver if _is_whole(upload) else NotFound from None
    return [
        PartOut(PartNumber=p.number, Size=p.size, ETag=p.etag, ChecksumSHA256=p.sha256)
        for p in parts
    ]


def _is_whole(upload: Upload) -> bool:
    try:
        return files.find_object(upload.key).size == upload.size
    except files.NotThere:
        return False


def list_uploads(actor: Actor) -> UploadList:
    """The actor's files that no message has yet, to go on with them after a restart."""
    mine = [upload for upload in store.loose_uploads(actor.account_id) if owns(actor, upload)]
    return UploadList(items=[_row(upload) for upload in mine])


def _row(upload: Upload) -> UploadRow:
    return UploadRow(
        key=upload.key,
        uploadId=upload.upload_id,
        filename=upload.name,
        size=int(upload.size),
        part_size=int(upload.part_size),
        ticket_id=upload.ticket_id,
        fingerprint=upload.fingerprint,
        state="complete" if upload.state == UploadState.COMPLETE else "uploading",
        created_at=upload.created_at,
    )
