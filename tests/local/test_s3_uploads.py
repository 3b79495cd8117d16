"""Multipart uploads, as a browser with presigned URLs drives them (REQ-4)."""

import os
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.local.s3_running import BUCKET, KEY, RunningS3, error_code, sha256

ONE, TWO, LAST = (os.urandom(300), os.urandom(200), b"the end")


def refusal(error: pytest.ExceptionInfo[ClientError]) -> str:
    return str(error.value.response["Error"]["Code"])


def test_parts_in_any_order_become_one_file(s3: RunningS3) -> None:
    """REQ-4: parts in parallel, checksums verified, and a receipt at the end."""
    upload = s3.begin(ContentType="application/zip", Metadata={"name": "dump.zip"})
    last, two, one = (s3.put_part(upload, n, data) for n, data in [(9, LAST), (2, TWO), (1, ONE)])
    made = s3.complete(upload, [one, two, last])
    assert s3.content() == ONE + TWO + LAST
    assert made["ETag"].endswith('-3"')
    assert made["ChecksumSHA256"].endswith("-3")
    head = s3.client.head_object(Bucket=BUCKET, Key=KEY, ChecksumMode="ENABLED")
    assert head["ContentLength"] == len(ONE + TWO + LAST)
    assert head["ContentType"] == "application/zip"
    assert head["Metadata"] == {"name": "dump.zip"}
    assert (head["ChecksumSHA256"], head["ETag"]) == (made["ChecksumSHA256"], made["ETag"])


def test_the_composite_checksum_is_the_checksum_of_the_checksums(s3: RunningS3) -> None:
    """REQ-4: the receipt can be recomputed by anyone who has the file."""
    data = [b"a" * 100, b"b" * 100]
    upload = s3.begin()
    made = s3.complete(upload, [s3.put_part(upload, n, part) for n, part in enumerate(data, 1)])
    # In bash, with a() { printf "$1%.0s" {1..100} | openssl sha256 -binary; }:
    # (a a; a b) | openssl sha256 -binary | base64
    assert made["ChecksumSHA256"] == "cq7oX8ksPSlxiXz0zn2TosYp68n5oZu2JAqivsn1mh0=-2"


def test_the_listed_parts_are_paged(s3: RunningS3) -> None:
    """REQ-4: a resumed upload asks which parts are there."""
    upload = s3.begin()
    for number in (1, 2, 5, 7):
        s3.put_part(upload, number, ONE)
    page = s3.client.list_parts(**upload, MaxParts=3)
    assert [part["PartNumber"] for part in page["Parts"]] == [1, 2, 5]
    assert (page["IsTruncated"], page["NextPartNumberMarker"]) == (True, 5)
    rest = s3.client.list_parts(**upload, PartNumberMarker=5)
    assert [part["PartNumber"] for part in rest["Parts"]] == [7]
    assert rest["Parts"][0]["Size"] == len(ONE)
    assert rest["Parts"][0]["ChecksumSHA256"] == sha256(ONE)
    assert not rest["IsTruncated"]


def test_a_part_that_is_sent_again_replaces_the_first(s3: RunningS3) -> None:
    """REQ-4: retry."""
    upload = s3.begin()
    first = s3.put_part(upload, 1, ONE)
    second = s3.put_part(upload, 1, TWO)
    with pytest.raises(ClientError) as error:
        s3.complete(upload, [first])
    assert refusal(error) == "InvalidPart"
    s3.complete(upload, [second])
    assert s3.content() == TWO
    assert len(s3.files("blobs")) == 1


def test_parts_that_were_not_listed_are_dropped(s3: RunningS3) -> None:
    upload = s3.begin()
    kept = s3.put_part(upload, 1, ONE)
    s3.put_part(upload, 2, TWO)
    s3.complete(upload, [kept])
    assert s3.content() == ONE
    assert len(s3.files("blobs")) == 1


def test_a_part_with_a_wrong_checksum_leaves_nothing(s3: RunningS3) -> None:
    """REQ-4: each part's checksum is verified."""
    upload = s3.begin()
    signed: dict[str, Any] = {"ChecksumSHA256": sha256(ONE), "PartNumber": 1}
    url = s3.presign("upload_part", **upload, **signed)
    answer = s3.send("PUT", url, TWO, {"x-amz-checksum-sha256": sha256(ONE)})
    assert error_code(answer) == (400, "BadDigest")
    assert s3.part_numbers(upload) == []
    assert s3.files("blobs") == s3.files("temporary") == []


def test_a_checksum_that_is_no_checksum_is_refused(s3: RunningS3) -> None:
    upload = s3.begin()
    url = s3.presign("upload_part", **upload, PartNumber=1, ChecksumSHA256="no base64")
    answer = s3.send("PUT", url, ONE, {"x-amz-checksum-sha256": "no base64"})
    assert error_code(answer) == (400, "InvalidDigest")


def test_where_checksums_were_declared_each_part_needs_one(s3: RunningS3) -> None:
    upload = s3.begin()
    answer = s3.send("PUT", s3.presign("upload_part", **upload, PartNumber=1), ONE)
    assert error_code(answer) == (400, "InvalidRequest")


def test_an_upload_without_checksums_works_too(s3: RunningS3) -> None:
    """REQ-4: library clients send none."""
    begun = s3.client.create_multipart_upload(Bucket=BUCKET, Key=KEY)
    upload = {"Bucket": BUCKET, "Key": KEY, "UploadId": begun["UploadId"]}
    answer = s3.send("PUT", s3.presign("upload_part", **upload, PartNumber=1), ONE)
    made = s3.complete(upload, [{"PartNumber": 1, "ETag": answer.headers["ETag"]}])
    assert "ChecksumSHA256" not in made
    assert s3.content() == ONE


def test_botocore_uploads_parts_by_signed_headers(s3: RunningS3) -> None:
    begun = s3.client.create_multipart_upload(Bucket=BUCKET, Key=KEY)
    named = {"Bucket": BUCKET, "Key": KEY, "UploadId": begun["UploadId"]}
    part = s3.client.upload_part(**named, PartNumber=1, Body=ONE)
    assert part["ChecksumCRC32"]
    s3.complete(named, [{"PartNumber": 1, "ETag": part["ETag"]}])
    assert s3.content() == ONE


@pytest.mark.parametrize("number", [0, 10_001])
def test_a_part_number_out_of_bounds_is_refused(s3: RunningS3, number: int) -> None:
    upload = s3.begin()
    url = s3.presign("upload_part", **upload, PartNumber=number)
    assert error_code(s3.send("PUT", url, ONE)) == (400, "InvalidArgument")


def test_the_same_completion_again_gives_the_same_answer(s3: RunningS3) -> None:
    """REQ-4: a client whose answer was lost asks again."""
    upload = s3.begin()
    parts = [s3.put_part(upload, 1, ONE), s3.put_part(upload, 2, LAST)]
    first = s3.complete(upload, parts)
    s3.restart()
    again = s3.complete(upload, parts)
    assert (again["ETag"], again["ChecksumSHA256"]) == (first["ETag"], first["ChecksumSHA256"])
    with pytest.raises(ClientError) as error:
        s3.complete(upload, parts[:1])
    assert refusal(error) == "NoSuchUpload"
    s3.client.delete_object(Bucket=BUCKET, Key=KEY)
    with pytest.raises(ClientError) as error:
        s3.complete(upload, parts)
    assert refusal(error) == "NoSuchUpload"


def test_a_completed_upload_has_no_parts_any_more(s3: RunningS3) -> None:
    upload = s3.begin()
    s3.complete(upload, [s3.put_part(upload, 1, ONE)])
    for call in (s3.client.list_parts, s3.client.abort_multipart_upload):
        with pytest.raises(ClientError) as error:
            call(**upload)
        assert refusal(error) == "NoSuchUpload"
    url = s3.presign("upload_part", **upload, PartNumber=1)
    assert error_code(s3.send("PUT", url, ONE)) == (404, "NoSuchUpload")
    assert s3.content() == ONE


def changed(part: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {**part, **values}


def test_a_completion_that_is_wrong_changes_nothing(s3: RunningS3) -> None:
    """REQ-4: the file is there whole or not at all."""
    upload = s3.begin()
    one, two = s3.put_part(upload, 1, ONE), s3.put_part(upload, 2, TWO)
    wrong = [
        ([two, one], "InvalidPartOrder"),
        ([one, one], "InvalidPartOrder"),
        ([one, changed(two, ETag='"other"')], "InvalidPart"),
        ([one, changed(two, PartNumber=3)], "InvalidPart"),
        ([one, changed(two, ChecksumSHA256=sha256(ONE))], "InvalidPart"),
        ([one, {"PartNumber": 2, "ETag": two["ETag"]}], "InvalidRequest"),
        ([], "MalformedXML"),
    ]
    for parts, code in wrong:
        with pytest.raises(ClientError) as error:
            s3.complete(upload, parts)
        assert refusal(error) == code
    assert s3.part_numbers(upload) == [1, 2]
    assert s3.files("buckets/" + BUCKET + "/objects") == []
    s3.complete(upload, [one, two])


def test_only_the_last_part_may_be_small(s3: RunningS3) -> None:
    s3.restart(min_part_bytes=5 * 1024**2)
    upload = s3.begin()
    parts = [s3.put_part(upload, 1, b"x" * (5 * 1024**2 - 1)), s3.put_part(upload, 2, LAST)]
    with pytest.raises(ClientError) as error:
        s3.complete(upload, parts)
    assert refusal(error) == "EntityTooSmall"
    parts[0] = s3.put_part(upload, 1, b"x" * (5 * 1024**2))
    s3.complete(upload, parts)


def test_an_aborted_upload_is_gone_with_its_bytes(s3: RunningS3) -> None:
    """REQ-4: a removed file leaves nothing behind."""
    upload = s3.begin()
    part = s3.put_part(upload, 1, ONE)
    s3.client.abort_multipart_upload(**upload)
    assert s3.files("blobs") == s3.files("uploads") == []
    with pytest.raises(ClientError) as error:
        s3.complete(upload, [part])
    assert refusal(error) == "NoSuchUpload"


def test_an_upload_id_belongs_to_its_key(s3: RunningS3) -> None:
    upload = s3.begin()
    for name in ({"Key": "other"}, {"UploadId": "../" + upload["UploadId"]}, {"UploadId": "x"}):
        with pytest.raises(ClientError) as error:
            s3.client.list_parts(**{**upload, **name})
        assert refusal(error) == "NoSuchUpload"


def test_unfinished_uploads_are_listed_page_by_page(s3: RunningS3) -> None:
    """REQ-4: what the job that aborts old uploads looks at."""
    begun = [s3.begin(key) for key in ("b", "a", "a", "other/c")]
    s3.complete(begun[0], [s3.put_part(begun[0], 1, ONE)])
    page = s3.client.list_multipart_uploads(Bucket=BUCKET, MaxUploads=1)
    rest = s3.client.list_multipart_uploads(
        Bucket=BUCKET, KeyMarker=page["NextKeyMarker"], UploadIdMarker=page["NextUploadIdMarker"]
    )
    assert [upload["Key"] for upload in page["Uploads"] + rest["Uploads"]] == ["a", "a", "other/c"]
    assert not rest["IsTruncated"]
    prefixed = s3.client.list_multipart_uploads(Bucket=BUCKET, Prefix="other/")["Uploads"]
    assert [upload["UploadId"] for upload in prefixed] == [begun[3]["UploadId"]]
