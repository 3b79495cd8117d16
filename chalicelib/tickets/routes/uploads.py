"""Uploads, in the shape of Uppy's companion: the same for customers and for staff.

Who is in no company may send an application (COM-10), and nothing larger.
"""

from collections.abc import Callable
from typing import Any

from chalicelib.base.errors import Conflict, Invalid, NotFound
from chalicelib.entry.access import PERSON, STAFF
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.tickets.errors import (
    DataStatementRequired,
    FileDamaged,
    FileEmpty,
    FileTooLarge,
    PartOutOfPlace,
    TooManyUploads,
    UploadIncomplete,
    UploadOver,
)
from chalicelib.tickets.schemas.uploads import (
    CompleteUpload,
    PartOut,
    PartQuery,
    PartUrl,
    StartUpload,
    UploadKey,
    UploadList,
    UploadReceipt,
    UploadStarted,
)
from chalicelib.tickets.service import finishing, uploading

routes = Routes(__name__)


def _both(
    method: str, path: str, summary: str, **more: Any
) -> Callable[[Callable[[Call[Any]], Any]], Callable[[Call[Any]], Any]]:
    """Declare the route for customers and, under /api/staff, for staff."""

    def declare(view: Callable[[Call[Any]], Any]) -> Callable[[Call[Any]], Any]:
        def for_staff(call: Call[Any]) -> Any:
            return view(call)

        for_staff.__name__ = f"staff_{view.__name__}"
        getattr(routes, method)(f"/api/uploads{path}", PERSON, summary, **more)(view)
        getattr(routes, method)(f"/api/staff/uploads{path}", STAFF, summary, **more)(for_staff)
        return view

    return declare


@_both("get", "", "List files on their way", gives=UploadList)
def list_uploads(call: Call[Any]) -> UploadList:
    """REQ-4: to go on after a restart."""
    return uploading.list_uploads(call.actor)


@_both(
    "post",
    "/s3/multipart",
    "Begin to send a file",
    takes=StartUpload,
    gives=UploadStarted,
    errors=(Invalid, FileEmpty, FileTooLarge, DataStatementRequired, TooManyUploads),
)
def start_upload(call: Call[StartUpload]) -> UploadStarted:
    """REQ-4: the file goes to S3 in parts, from the browser."""
    return uploading.start_upload(call.actor, call.body, call.now, call.operation)


@_both(
    "get",
    "/s3/multipart/{upload_id}",
    "Know which parts have arrived",
    query=UploadKey,
    gives=list[PartOut],
    errors=(Invalid, NotFound, UploadOver),
)
def list_parts(call: Call[Any]) -> list[dict[str, Any]]:
    """REQ-4: only the missing ones need to be sent."""
    assert isinstance(call.query, UploadKey)
    parts = uploading.list_parts(call.actor, call.path["upload_id"], call.query.key)
    return [part.model_dump(mode="json") for part in parts]


@_both(
    "get",
    "/s3/multipart/{upload_id}/{part_number}",
    "Get the address of one part",
    query=PartQuery,
    gives=PartUrl,
    errors=(Invalid, NotFound, UploadOver, PartOutOfPlace),
)
def sign_part(call: Call[Any]) -> PartUrl:
    """REQ-4: good for exactly this part, with its length and checksum."""
    assert isinstance(call.query, PartQuery)
    number = call.path["part_number"]
    return uploading.sign_part(call.actor, call.path["upload_id"], number, call.query)


@_both(
    "post",
    "/s3/multipart/{upload_id}/complete",
    "Make one file of the parts",
    takes=CompleteUpload,
    query=UploadKey,
    gives=UploadReceipt,
    errors=(Invalid, NotFound, UploadOver, UploadIncomplete, FileDamaged),
)
def complete_upload(call: Call[CompleteUpload]) -> UploadReceipt:
    """REQ-4: size and checksum are checked; the answer is the receipt."""
    assert isinstance(call.query, UploadKey)
    return finishing.complete_upload(
        call.actor,
        call.path["upload_id"],
        call.query.key,
        call.body,
        call.now,
        call.operation,
    )


@_both(
    "delete",
    "/s3/multipart/{upload_id}",
    "Give a file up",
    query=UploadKey,
    errors=(Invalid, NotFound, UploadOver, Conflict),
)
def abort_upload(call: Call[Any]) -> Nothing:
    """REQ-4: nothing of it stays."""
    assert isinstance(call.query, UploadKey)
    key = call.query.key
    finishing.abort_upload(call.actor, call.path["upload_id"], key, call.now, call.operation)
    return Nothing()
