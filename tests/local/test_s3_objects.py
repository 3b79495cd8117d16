"""Whole objects: written, read in ranges, described, tagged, listed, deleted."""

import hashlib
import http.client
import os
from collections.abc import Callable
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.local.s3_running import BUCKET, KEY, RunningS3, error_code

PARTS = [os.urandom(1000), os.urandom(1000), os.urandom(500)]
DATA = b"".join(PARTS)


@pytest.fixture
def stored(s3: RunningS3) -> RunningS3:
    upload = s3.begin()
    s3.complete(upload, [s3.put_part(upload, n, part) for n, part in enumerate(PARTS, 1)])
    return s3


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=990-1009", 990, 1009),
        ("bytes=999-2000", 999, 2000),
        ("bytes=1000-1999", 1000, 1999),
        ("bytes=2400-", 2400, 2499),
        ("bytes=-501", 1999, 2499),
        ("bytes=-9999", 0, 2499),
        ("bytes=2499-9999", 2499, 2499),
    ],
)
def test_a_range_may_cross_the_borders_of_parts(
    stored: RunningS3, header: str, first: int, last: int
) -> None:
    """REQ-4: downloads can be resumed."""
    answer = stored.client.get_object(Bucket=BUCKET, Key=KEY, Range=header)
    assert answer["Body"].read() == DATA[first : last + 1]
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 206
    assert answer["ContentRange"] == f"bytes {first}-{last}/2500"
    head = stored.client.head_object(Bucket=BUCKET, Key=KEY, Range=header)
    assert head["ContentLength"] == last + 1 - first


@pytest.mark.parametrize("header", ["bytes=2500-", "bytes=9999-99999", "bytes=-0"])
def test_a_range_outside_the_object_is_refused(stored: RunningS3, header: str) -> None:
    answer = stored.send("GET", stored.presign("get_object"), headers={"Range": header})
    assert error_code(answer) == (416, "InvalidRange")


@pytest.mark.parametrize("header", ["bytes=5-3", "bytes=0-1,5-6", "lines=1-2", "bytes=-"])
def test_what_is_no_single_range_is_ignored(stored: RunningS3, header: str) -> None:
    answer = stored.send("GET", stored.presign("get_object"), headers={"Range": header})
    assert (answer.status, answer.data) == (200, DATA)


def test_a_download_link_says_how_the_file_is_served(stored: RunningS3) -> None:
    """REQ-4: files are only ever downloaded, never shown inline."""
    disposition = "attachment; filename=\"d.zip\"; filename*=UTF-8''d%C3%BC.zip"
    url = stored.presign(
        "get_object",
        ResponseContentDisposition=disposition,
        ResponseContentType="application/octet-stream",
    )
    answer = stored.send("GET", url)
    assert answer.data == DATA
    assert answer.headers["Content-Disposition"] == disposition
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert stored.send("GET", url.replace("attachment", "inline")).status == 403


def test_no_answer_header_can_begin_another(stored: RunningS3) -> None:
    url = stored.presign("get_object", ResponseContentType="a/b\r\nSet-Cookie: evil=1")
    assert "Set-Cookie" not in stored.send("GET", url).headers


def test_an_object_deleted_during_its_download_arrives_whole(s3: RunningS3) -> None:
    data = os.urandom(32 * 1024**2)
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=data)
    url = s3.presign("get_object")
    connection = http.client.HTTPConnection(*s3.address, timeout=10)
    connection.request("GET", url.removeprefix(s3.server.url))
    answer = connection.getresponse()
    first = answer.read(10)
    s3.client.delete_object(Bucket=BUCKET, Key=KEY)
    assert first + answer.read() == data
    connection.close()
    s3.stop()
    assert s3.files("blobs") == []
    s3.start()


def test_a_plain_put_has_its_md5_as_etag(s3: RunningS3) -> None:
    answer = s3.client.put_object(
        Bucket=BUCKET, Key=KEY, Body=DATA, ContentType="text/plain", Metadata={"a": "b"}
    )
    assert answer["ETag"] == f'"{hashlib.md5(DATA).hexdigest()}"'  # noqa: S324
    head = s3.client.head_object(Bucket=BUCKET, Key=KEY, ChecksumMode="ENABLED")
    assert (head["ContentType"], head["Metadata"]) == ("text/plain", {"a": "b"})
    assert head["ChecksumCRC32"] == answer["ChecksumCRC32"]


def test_a_new_object_replaces_the_old_one(s3: RunningS3) -> None:
    for data in (b"old", b"new", b""):
        s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=data)
        assert s3.content() == data
    assert len(s3.files("blobs")) == 1


def test_a_body_that_differs_from_its_signed_hash_is_refused(s3: RunningS3) -> None:
    def spoil(request: Any, **_: Any) -> None:
        request.body = b"spoilt"

    s3.client.meta.events.register("before-send.s3.PutObject", spoil)
    with pytest.raises(ClientError, match="XAmzContentSHA256Mismatch"):
        s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"honest")
    assert s3.files("blobs") == []


def test_what_is_not_there_is_not_found(s3: RunningS3) -> None:
    for call, code in ((s3.client.get_object, "NoSuchKey"), (s3.client.head_object, "404")):
        with pytest.raises(ClientError) as error:
            call(Bucket=BUCKET, Key="nothing")
        assert error.value.response["Error"]["Code"] == code
    with pytest.raises(ClientError, match="NoSuchBucket"):
        s3.client.get_object(Bucket="nowhere", Key=KEY)
    s3.client.delete_object(Bucket=BUCKET, Key="nothing")


@pytest.mark.parametrize(
    "key",
    ["../../../etc/passwd", "a//b/./c/..", "/", "ключ \U0001f600 ü", "x" * 1024, "%2e%2e/", "a\nb"],
)
def test_a_key_never_leaves_the_folder(s3: RunningS3, key: str) -> None:
    """REQ-4: names are data."""
    s3.client.put_object(Bucket=BUCKET, Key=key, Body=b"here")
    assert s3.content(key) == b"here"
    assert [entry["Key"] for entry in s3.client.list_objects_v2(Bucket=BUCKET)["Contents"]] == [key]
    outside = [path for path in s3.directory.parent.iterdir() if path != s3.directory]
    assert outside == []


def test_a_key_has_an_end(s3: RunningS3) -> None:
    with pytest.raises(ClientError, match="KeyTooLongError"):
        s3.client.put_object(Bucket=BUCKET, Key="x" * 1025, Body=b"")


def test_keys_are_listed_in_order_page_by_page(s3: RunningS3) -> None:
    keys = ["a", "b/1", "b/2", "c d+", "é"]
    for key in reversed(keys):
        s3.client.put_object(Bucket=BUCKET, Key=key, Body=key.encode())
    pages = s3.client.get_paginator("list_objects_v2").paginate(
        Bucket=BUCKET, PaginationConfig={"PageSize": 2}
    )
    found = [[entry["Key"] for entry in page["Contents"]] for page in pages]
    assert found == [keys[0:2], keys[2:4], keys[4:]]
    listed = s3.client.list_objects_v2(Bucket=BUCKET, Prefix="b/", StartAfter="b/1")
    assert [(e["Key"], e["Size"]) for e in listed["Contents"]] == [("b/2", 3)]


def test_keys_are_listed_by_folders(s3: RunningS3) -> None:
    for key in ("a/1", "a/2", "b", "c/1"):
        s3.client.put_object(Bucket=BUCKET, Key=key, Body=b"")
    pages = s3.client.get_paginator("list_objects_v2").paginate(
        Bucket=BUCKET, Delimiter="/", PaginationConfig={"PageSize": 1}
    )
    found = [
        [entry["Key"] for entry in page.get("Contents", [])]
        + [entry["Prefix"] for entry in page.get("CommonPrefixes", [])]
        for page in pages
    ]
    assert found == [["a/"], ["b"], ["c/"]]


def test_tags_hold_what_a_scan_found(s3: RunningS3) -> None:
    """REQ-4: files wait in quarantine until the malware scan has spoken."""
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=DATA)
    named = {"Bucket": BUCKET, "Key": KEY}
    assert s3.client.get_object_tagging(**named)["TagSet"] == []
    tags = [{"Key": "scan", "Value": "clean"}, {"Key": "by", "Value": "ä<&>"}]
    s3.client.put_object_tagging(**named, Tagging={"TagSet": tags})
    s3.restart()
    assert s3.client.get_object_tagging(**named)["TagSet"] == tags
    s3.client.delete_object_tagging(**named)
    assert s3.client.get_object_tagging(**named)["TagSet"] == []
    with pytest.raises(ClientError, match="NoSuchKey"):
        s3.client.put_object_tagging(Bucket=BUCKET, Key="nothing", Tagging={"TagSet": tags})


def test_what_has_not_changed_is_not_sent_again(stored: RunningS3) -> None:
    etag = stored.client.head_object(Bucket=BUCKET, Key=KEY)["ETag"]
    url = stored.presign("get_object")
    assert stored.send("GET", url, headers={"If-None-Match": etag}).status == 304
    assert stored.send("GET", url, headers={"If-Match": etag}).data == DATA
    assert stored.send("GET", url, headers={"If-Match": '"other"'}).status == 412


def test_operations_that_are_missing_say_so(s3: RunningS3) -> None:
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=DATA)
    calls: list[Callable[[], Any]] = [
        lambda: s3.client.get_object_acl(Bucket=BUCKET, Key=KEY),
        lambda: s3.client.copy_object(Bucket=BUCKET, Key="b", CopySource=f"{BUCKET}/{KEY}"),
        lambda: s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"", IfNoneMatch="*"),
    ]
    for call in calls:
        with pytest.raises(ClientError, match="NotImplemented"):
            call()
    assert s3.content() == DATA
