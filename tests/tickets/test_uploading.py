"""REQ-4: bringing a file to S3 in parts, and every reason why not."""

from datetime import timedelta

import pytest
import urllib3

from chalicelib.aws import files
from chalicelib.aws.settings import GIB, settings
from chalicelib.aws.transactions import Repeated
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.base.operation import Operation
from chalicelib.tickets.errors import (
    DataStatementRequired,
    FileEmpty,
    FileTooLarge,
    PartOutOfPlace,
    TooManyUploads,
)
from chalicelib.tickets.model.upload import Upload
from chalicelib.tickets.schemas.uploads import PartQuery
from chalicelib.tickets.service.uploading import (
    list_parts,
    list_uploads,
    sign_part,
    start_upload,
)
from tests.builders import actor_for, make_person
from tests.tickets.builders import (
    NOON,
    accept_statement,
    anew,
    colleague,
    make_desk,
    open_one,
    stranger,
)
from tests.tickets.files import announce, checksum, put_part

pytestmark = pytest.mark.usefixtures("cloud")
MIB = 1024 * 1024
CONTENT = b"scan stopped"


@pytest.mark.parametrize("size", [0, -1])
def test_an_empty_file_is_refused(size: int) -> None:
    """Bad input: a file of 0 bytes."""
    desk = make_desk()
    with pytest.raises(FileEmpty):
        start_upload(desk.author, announce(size), NOON, anew())
    assert list_uploads(desk.author).items == []


def test_a_file_above_4_gb_is_refused_and_one_of_4_gb_is_not() -> None:
    """REQ-4."""
    desk = make_desk()
    with pytest.raises(FileTooLarge) as refused:
        start_upload(desk.author, announce(4 * GIB + 1), NOON, anew())
    assert refused.value.params == {"max": 4 * GIB}
    assert start_upload(desk.author, announce(4 * GIB), NOON, anew()).part_size == 32 * MIB


def test_the_statement_comes_before_the_first_file() -> None:
    """REQ-4: asked of customers, once."""
    account = make_person(NOON)
    author = actor_for(account, NOON)
    with pytest.raises(DataStatementRequired):
        start_upload(author, announce(10), NOON, anew())
    accept_statement(account)
    start_upload(author, announce(10), NOON, anew())


def test_the_name_is_cleaned_and_stands_in_no_key() -> None:
    """REQ-4: keys are random, the name is data."""
    desk = make_desk()
    data = announce(10, "..\\secret/../scan\u200b.log")
    started = start_upload(desk.author, data, NOON, anew())
    (row,) = list_uploads(desk.author).items
    assert (row.key, row.filename, row.state) == (started.key, "scan.log", "uploading")
    assert "scan" not in started.key
    assert len(started.key) == 43


def test_what_is_on_its_way_tells_all_it_takes_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """REQ-4: to a tab that knows nothing any more; parts keep the length that they began with."""
    desk = make_desk()
    ticket = open_one(desk.author)
    started = start_upload(desk.author, announce(10, ticket_id=ticket.id), NOON, anew())
    monkeypatch.setenv("KONTOR_PART_BYTES", str(8 * MIB))
    settings.cache_clear()
    (row,) = list_uploads(desk.author).items
    assert (row.key, row.uploadId) == (started.key, started.uploadId)
    assert (row.part_size, row.ticket_id) == (32 * MIB, ticket.id)


def test_a_person_has_a_limited_number_of_files_on_their_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Limits are settings."""
    monkeypatch.setenv("KONTOR_OPEN_UPLOADS", "2")
    settings.cache_clear()
    desk = make_desk()
    for _ in range(2):
        start_upload(desk.author, announce(10), NOON, anew())
    with pytest.raises(TooManyUploads):
        start_upload(desk.author, announce(10), NOON, anew())


def test_a_repeat_starts_no_second_upload() -> None:
    """A lost answer: the client goes on with the first one."""
    desk = make_desk()
    operation = Operation.of(desk.author.account_id, "one")
    first = start_upload(desk.author, announce(10), NOON, operation)
    with pytest.raises(Repeated) as repeated:
        start_upload(desk.author, announce(10), NOON, operation)
    assert repeated.value.answer == first.model_dump(mode="json")
    assert len(list_uploads(desk.author).items) == 1


def test_parts_arrive_and_are_listed_to_go_on_later() -> None:
    """REQ-4: resume after the tab was closed."""
    desk = make_desk()
    size = 32 * MIB + 5
    started = start_upload(desk.author, announce(size), NOON, anew())
    put_part(desk.author, started.uploadId, started.key, 2, b"abcde")
    (part,) = list_parts(desk.author, started.uploadId, started.key)
    assert (part.PartNumber, part.Size, part.ChecksumSHA256) == (2, 5, checksum(b"abcde"))


@pytest.mark.parametrize(
    ("number", "size"), [("0", 5), ("3", 5), ("1", 5), ("2", 6), ("x", 5), ("²", 5), ("-1", 5)]
)
def test_only_the_files_own_parts_are_signed(number: str, size: int) -> None:
    """REQ-4, design: exact part numbers and sizes."""
    desk = make_desk()
    started = start_upload(desk.author, announce(32 * MIB + 5), NOON, anew())
    query = PartQuery(key=started.key, sha256=checksum(b""), size=size)
    with pytest.raises(PartOutOfPlace):
        sign_part(desk.author, started.uploadId, number, query)


def test_a_promised_checksum_must_come_with_each_part() -> None:
    """REQ-4."""
    desk = make_desk()
    started = start_upload(desk.author, announce(10), NOON, anew())
    with pytest.raises(Invalid):
        sign_part(desk.author, started.uploadId, "1", PartQuery(key=started.key))


def test_s3_takes_the_signed_part_and_nothing_else() -> None:
    """REQ-4: another length, another checksum, another part, another method: refused."""
    desk = make_desk()
    started = start_upload(desk.author, announce(len(CONTENT)), NOON, anew())
    query = PartQuery(key=started.key, sha256=checksum(CONTENT))
    signed = sign_part(desk.author, started.uploadId, "1", query)

    def put(url: str, data: bytes, sha256: str, method: str = "PUT") -> int:
        headers = {"x-amz-checksum-sha256": sha256}
        return urllib3.request(method, url, body=data, headers=headers).status

    longer = CONTENT + b"!"
    assert put(signed.url, longer, checksum(CONTENT)) == 403
    assert put(signed.url, longer, checksum(longer)) == 403
    assert put(signed.url, CONTENT.upper(), checksum(CONTENT)) == 400
    other_part = signed.url.replace("partNumber=1", "partNumber=2")
    assert put(other_part, CONTENT, checksum(CONTENT)) == 403
    assert put(signed.url, CONTENT, checksum(CONTENT), "POST") in {403, 405}
    assert urllib3.request("PUT", signed.url, body=CONTENT).status == 403
    assert put(signed.url, CONTENT, checksum(CONTENT)) == 200


def test_another_persons_upload_is_as_one_that_is_none() -> None:
    """Invariant 1: key and upload must belong together and to this person."""
    desk = make_desk()
    started = start_upload(desk.author, announce(10), NOON, anew())
    other = start_upload(desk.author, announce(10), NOON, anew())
    for who, upload_id, key in (
        (colleague(desk), started.uploadId, started.key),
        (stranger(), started.uploadId, started.key),
        (desk.agent, started.uploadId, started.key),
        (desk.author, other.uploadId, started.key),
        (desk.author, started.uploadId, "no-such-key"),
    ):
        with pytest.raises(NotFound):
            list_parts(who, upload_id, key)
        with pytest.raises(NotFound):
            sign_part(who, upload_id, "1", PartQuery(key=key, sha256=checksum(b"")))
    assert list_uploads(colleague(desk, email="j@nordwerk.example")).items == []


def test_an_upload_has_a_day() -> None:
    """REQ-4, SCH-1."""
    desk = make_desk()
    started = start_upload(desk.author, announce(10), NOON, anew())
    (upload,) = Upload.query(f"upload#{started.key}")
    assert upload.due_at == NOON + timedelta(hours=24)
    assert files.list_parts(started.key, started.uploadId) == []
