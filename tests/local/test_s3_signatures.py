"""Whoever lacks the secret gets 403, whatever they change (REQ-4)."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pytest
from botocore.exceptions import ClientError

from tests.local.s3_running import (
    ACCESS_KEY,
    BUCKET,
    KEY,
    SECRET,
    RunningS3,
    error_code,
    make_client,
    sha256,
)

DATA = b"a part"


def change_query(url: str, name: str, value: str) -> str:
    parts = urlsplit(url)
    pairs = [(n, value if n == name else v) for n, v in parse_qsl(parts.query)]
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def part_url(s3: RunningS3, upload: dict[str, Any], expires: int = 600) -> str:
    signed = {"ContentLength": len(DATA), "ChecksumSHA256": sha256(DATA), "PartNumber": 1}
    return s3.presign("upload_part", expires, **upload, **signed)


def put(
    s3: RunningS3, url: str, data: bytes = DATA, headers: dict[str, str] | None = None
) -> tuple[int, str | None]:
    sent = {"x-amz-checksum-sha256": sha256(DATA), **(headers or {})}
    answer = s3.send("PUT", url, data, sent)
    return error_code(answer) if answer.data else (answer.status, None)


def test_a_part_goes_up_by_the_url_that_was_signed_for_it(s3: RunningS3) -> None:
    """REQ-4: parts go straight from the browser to S3."""
    upload = s3.begin()
    assert put(s3, part_url(s3, upload)) == (200, None)
    assert s3.part_numbers(upload) == [1]


@pytest.mark.parametrize(
    ("parameter", "value", "code"),
    [
        ("partNumber", "2", "SignatureDoesNotMatch"),
        ("uploadId", "0" * 32, "SignatureDoesNotMatch"),
        ("X-Amz-Expires", "86400", "SignatureDoesNotMatch"),
        ("X-Amz-Signature", "0" * 64, "SignatureDoesNotMatch"),
        ("X-Amz-Signature", "", "SignatureDoesNotMatch"),
        ("X-Amz-Signature", "\u00e4", "SignatureDoesNotMatch"),
        ("X-Amz-Credential", f"{ACCESS_KEY}/20200101/x/s3/aws4_request", "SignatureDoesNotMatch"),
        ("X-Amz-SignedHeaders", "host", "AccessDenied"),
        ("X-Amz-Date", "20200101T000000Z", "SignatureDoesNotMatch"),
    ],
)
def test_a_tampered_url_changes_nothing(
    s3: RunningS3, parameter: str, value: str, code: str
) -> None:
    """REQ-4: the signature covers each parameter of the URL."""
    upload = s3.begin()
    assert put(s3, change_query(part_url(s3, upload), parameter, value)) == (403, code)
    assert s3.part_numbers(upload) == []


def test_a_url_for_one_key_opens_no_other(s3: RunningS3) -> None:
    s3.client.put_object(Bucket=BUCKET, Key="other", Body=DATA)
    url = s3.presign("get_object").replace(KEY, "other")
    assert error_code(s3.send("GET", url)) == (403, "SignatureDoesNotMatch")


def test_a_url_to_read_does_not_write(s3: RunningS3) -> None:
    url = s3.presign("get_object")
    assert put(s3, url) == (403, "AccessDenied")
    assert error_code(s3.send("PUT", url, DATA)) == (403, "SignatureDoesNotMatch")
    assert error_code(s3.send("DELETE", url)) == (403, "SignatureDoesNotMatch")


@pytest.mark.parametrize("data", [DATA + b"!", DATA[:-1], b""])
def test_a_body_of_another_length_than_signed_is_refused(s3: RunningS3, data: bytes) -> None:
    """REQ-4: exact part sizes are signed."""
    upload = s3.begin()
    assert put(s3, part_url(s3, upload), data) == (403, "SignatureDoesNotMatch")
    assert s3.part_numbers(upload) == []


def test_another_checksum_than_the_signed_one_is_refused(s3: RunningS3) -> None:
    upload = s3.begin()
    found = put(s3, part_url(s3, upload), headers={"x-amz-checksum-sha256": sha256(b"other!")})
    assert found == (403, "SignatureDoesNotMatch")


@pytest.mark.parametrize("header", ["x-amz-acl", "x-amz-meta-role", "x-amz-tagging"])
def test_a_header_that_was_not_signed_is_refused(s3: RunningS3, header: str) -> None:
    upload = s3.begin()
    assert put(s3, part_url(s3, upload), headers={header: "x"}) == (403, "AccessDenied")


def test_a_signed_header_must_be_sent(s3: RunningS3) -> None:
    answer = s3.send("PUT", part_url(s3, s3.begin()), DATA)
    assert error_code(answer) == (403, "SignatureDoesNotMatch")


@pytest.mark.parametrize("shift", [timedelta(seconds=61), timedelta(days=1)])
def test_an_expired_url_is_refused(s3: RunningS3, shift: timedelta) -> None:
    upload = s3.begin()
    url = part_url(s3, upload, expires=60)
    s3.clock_shift = shift
    assert put(s3, url) == (403, "AccessDenied")
    s3.clock_shift = timedelta(0)
    assert s3.part_numbers(upload) == []


def test_a_url_of_the_far_future_is_refused(s3: RunningS3) -> None:
    url = part_url(s3, s3.begin())
    s3.clock_shift = timedelta(minutes=-16)
    assert put(s3, url) == (403, "AccessDenied")


def test_no_url_lives_longer_than_a_week(s3: RunningS3) -> None:
    url = part_url(s3, s3.begin(), expires=7 * 24 * 3600 + 1)
    assert put(s3, url) == (400, "AuthorizationQueryParametersError")


def test_a_parameter_cannot_stand_twice(s3: RunningS3) -> None:
    url = part_url(s3, s3.begin())
    assert put(s3, f"{url}&X-Amz-Expires=86400")[0] == 400
    assert put(s3, f"{url}&partNumber=2") == (403, "SignatureDoesNotMatch")


@pytest.mark.parametrize(
    ("access_key", "secret", "code"),
    [
        (ACCESS_KEY, "guessed", "SignatureDoesNotMatch"),
        ("unknown", SECRET, "InvalidAccessKeyId"),
    ],
)
def test_calls_signed_with_a_wrong_key_are_refused(
    s3: RunningS3, access_key: str, secret: str, code: str
) -> None:
    client = make_client(s3.server.url, secret, access_key)
    with pytest.raises(ClientError) as refusal:
        client.put_object(Bucket=BUCKET, Key=KEY, Body=DATA)
    client.close()
    assert refusal.value.response["Error"]["Code"] == code


def test_a_skewed_clock_is_told_so(s3: RunningS3) -> None:
    s3.clock_shift = timedelta(minutes=16)
    with pytest.raises(ClientError, match="RequestTimeTooSkewed"):
        s3.client.list_objects_v2(Bucket=BUCKET)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_without_a_signature_there_is_no_access(s3: RunningS3, method: str) -> None:
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=DATA)
    answer = s3.send(method, f"{s3.server.url}/{BUCKET}/{KEY}", DATA)
    assert error_code(answer) == (403, "AccessDenied")
    assert s3.content() == DATA


def test_a_malformed_authorization_is_refused(s3: RunningS3) -> None:
    headers = {"Authorization": "AWS4-HMAC-SHA256 Credential=a/b, nonsense"}
    answer = s3.send("GET", f"{s3.server.url}/{BUCKET}/{KEY}", headers=headers)
    assert error_code(answer) == (400, "AuthorizationHeaderMalformed")


def test_a_url_may_be_spelled_differently(s3: RunningS3) -> None:
    """Browsers and proxies re-encode; S3 compares the decoded request."""
    s3.client.put_object(Bucket=BUCKET, Key="ä b+c~d", Body=DATA)
    url = s3.presign("get_object", Key="ä b+c~d")
    assert s3.send("GET", url).data == DATA
    assert s3.send("GET", url.replace("~", "%7E").replace("%C3%A4", "%c3%a4")).data == DATA
