"""REQ-4: how an upload ends: as a whole file that was checked, or as nothing."""

import pytest

from chalicelib.audit.model import Entry
from chalicelib.aws import files
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.tickets.errors import FileDamaged, UploadIncomplete, UploadOver
from chalicelib.tickets.schemas.uploads import CompleteUpload, PartIn, UploadReceipt, UploadStarted
from chalicelib.tickets.service.finishing import abort_upload, complete_upload, composite
from chalicelib.tickets.service.uploading import list_parts, list_uploads, start_upload
from tests.tickets.builders import NOON, Desk, anew, make_desk, open_one
from tests.tickets.files import announce, checksum, put_part, send_file

pytestmark = pytest.mark.usefixtures("cloud")
MIB = 1024 * 1024
CONTENT = b"scan stopped"


def arrived(desk: Desk, content: bytes = CONTENT) -> tuple[UploadStarted, list[PartIn]]:
    """An upload whose one part S3 has."""
    started = start_upload(desk.author, announce(len(content)), NOON, anew())
    return started, [put_part(desk.author, started.uploadId, started.key, 1, content)]


def finish(desk: Desk, started: UploadStarted, parts: list[PartIn]) -> UploadReceipt:
    data = CompleteUpload(parts=parts)
    return complete_upload(desk.author, started.uploadId, started.key, data, NOON, anew())


def test_the_receipt_is_s3s_checksum_of_the_parts() -> None:
    """REQ-4: verified, and shown as a receipt."""
    desk = make_desk()
    started, parts = arrived(desk)
    receipt = finish(desk, started, parts)
    assert (receipt.key, receipt.size) == (started.key, len(CONTENT))
    assert receipt.sha256 == composite([checksum(CONTENT)])
    assert receipt.sha256.endswith("-1")
    (row,) = list_uploads(desk.author).items
    assert row.state == "complete"


def test_a_file_of_several_parts_is_whole() -> None:
    """REQ-4."""
    desk = make_desk()
    content = bytes(32 * MIB) + b"the end"
    key = send_file(desk.author, content)
    stored = files.find_object(key)
    assert stored.size == len(content)
    assert stored.sha256 is not None
    assert stored.sha256.endswith("-2")


def test_completing_twice_gives_the_receipt_twice() -> None:
    """A client that died after completing: S3 knows the upload no more, the receipt stands."""
    desk = make_desk()
    started, parts = arrived(desk)
    first = finish(desk, started, parts)
    assert finish(desk, started, parts) == first
    assert finish(desk, started, []) == first
    entries = [entry for entry in Entry.scan() if entry.action == "upload.completed"]
    assert len(entries) == 1
    with pytest.raises(UploadOver):
        list_parts(desk.author, started.uploadId, started.key)


def test_a_call_that_died_after_s3_had_finished_is_made_good() -> None:
    """SCH-4: cut off between S3 and the store; the next call finds the whole file."""
    desk = make_desk()
    started, parts = arrived(desk)
    in_s3 = [files.Part(part.PartNumber, part.ETag, sha256=part.ChecksumSHA256) for part in parts]
    files.finish_upload(started.key, started.uploadId, in_s3)
    with pytest.raises(UploadOver):
        list_parts(desk.author, started.uploadId, started.key)
    assert finish(desk, started, []).sha256 == composite([checksum(CONTENT)])


def test_missing_parts_are_named_as_such_and_can_follow() -> None:
    """REQ-4: nothing is lost."""
    desk = make_desk()
    started = start_upload(desk.author, announce(32 * MIB + 3), NOON, anew())
    last = put_part(desk.author, started.uploadId, started.key, 2, b"end")
    unknown = PartIn(PartNumber=1, ETag='"0"', ChecksumSHA256=checksum(b""))
    for parts in ([], [last], [unknown, last], [last, last]):
        with pytest.raises(UploadIncomplete):
            finish(desk, started, parts)
    first = put_part(desk.author, started.uploadId, started.key, 1, bytes(32 * MIB))
    assert finish(desk, started, [first, last]).size == 32 * MIB + 3


def test_a_library_client_that_keeps_no_checksums_gets_on() -> None:
    """REQ-4: Uppy says numbers and ETags only; S3 knows the rest."""
    desk = make_desk()
    started, (part,) = arrived(desk)
    receipt = finish(desk, started, [part.model_copy(update={"ChecksumSHA256": None})])
    assert receipt.sha256 == composite([checksum(CONTENT)])


def test_a_wrong_checksum_is_refused_and_nothing_is_lost() -> None:
    """REQ-4."""
    desk = make_desk()
    started, (part,) = arrived(desk)
    with pytest.raises(UploadIncomplete):
        finish(desk, started, [part.model_copy(update={"ChecksumSHA256": checksum(b"x")})])
    assert finish(desk, started, [part]).size == len(CONTENT)


def test_a_lie_about_the_size_ends_the_upload() -> None:
    """REQ-4: a file that S3 has in another size than announced."""
    desk = make_desk()
    started = start_upload(desk.author, announce(len(CONTENT)), NOON, anew())
    put_part(desk.author, started.uploadId, started.key, 1, CONTENT)
    files.throw_away(started.key, started.uploadId)
    other = files.start_upload(started.key, hashed=False)
    _put_around(started.key, other, b"something else")
    with pytest.raises(FileDamaged):
        finish(desk, started, [])
    with pytest.raises(files.NotThere):
        files.find_object(started.key)
    assert list_uploads(desk.author).items == []


def _put_around(key: str, upload_id: str, content: bytes) -> None:
    """Another content under the key, as no client of ours can bring it there."""
    import urllib3

    from chalicelib.aws.presigned import part_url

    answer = urllib3.request(
        "PUT", part_url(key, upload_id, 1, len(content), None, 60), body=content
    )
    files.finish_upload(key, upload_id, [files.Part(1, answer.headers["ETag"])])


def test_a_file_that_was_given_up_is_gone_everywhere() -> None:
    """REQ-4: parts and whole files alike."""
    desk = make_desk()
    begun, _ = arrived(desk)
    whole = send_file(desk.author)
    abort_upload(desk.author, begun.uploadId, begun.key, NOON, anew())
    (row,) = list_uploads(desk.author).items
    abort_upload(desk.author, row.uploadId, whole, NOON, anew())
    assert list_uploads(desk.author).items == []
    with pytest.raises(files.NotThere):
        files.list_parts(begun.key, begun.uploadId)
    with pytest.raises(files.NotThere):
        files.find_object(whole)
    with pytest.raises(NotFound):
        abort_upload(desk.author, row.uploadId, whole, NOON, anew())
    with pytest.raises(Invalid):
        open_one(desk.author, files=[whole])


def test_a_file_that_a_message_has_can_not_be_given_up() -> None:
    """Invariant 9."""
    desk = make_desk()
    key = send_file(desk.author)
    (row,) = list_uploads(desk.author).items
    open_one(desk.author, files=[key])
    with pytest.raises(UploadOver):
        abort_upload(desk.author, row.uploadId, key, NOON, anew())
    assert files.find_object(key).size == len(b"scan stopped")


def test_a_file_that_is_not_whole_can_not_be_sent() -> None:
    """REQ-4."""
    desk = make_desk()
    started, _ = arrived(desk)
    whole = send_file(desk.author)
    with pytest.raises(Invalid) as refused:
        open_one(desk.author, files=[started.key, whole, whole])
    reasons = {field.field: field.code for field in refused.value.fields}
    assert reasons == {"files.0": "file_incomplete", "files.2": "file_twice"}
