"""Browsers of the portal may upload; others may not (REQ-4)."""

import pytest
from botocore.exceptions import ClientError

from tests.local.s3_running import BUCKET, KEY, ORIGIN, RunningS3, error_code

ASKED = "Access-Control-Request-Headers"


def preflight(s3: RunningS3, origin: str, method: str, headers: str) -> dict[str, str] | int:
    asked = {"Origin": origin, "Access-Control-Request-Method": method, ASKED: headers}
    answer = s3.send("OPTIONS", s3.presign("get_object"), headers=asked)
    return dict(answer.headers) if answer.status == 200 else answer.status


def test_the_portal_may_put_parts_with_checksums(s3: RunningS3) -> None:
    """REQ-4: straight from the browser to S3."""
    found = preflight(s3, ORIGIN, "PUT", "content-type, X-Amz-Checksum-SHA256")
    assert isinstance(found, dict)
    assert found["Access-Control-Allow-Origin"] == ORIGIN
    assert found["Access-Control-Allow-Methods"] == "GET, PUT, HEAD"
    assert found["Access-Control-Allow-Headers"] == "content-type, x-amz-checksum-sha256"
    assert found["Access-Control-Expose-Headers"] == "ETag, x-amz-checksum-sha256"
    assert found["Access-Control-Max-Age"] == "3000"
    assert "Origin" in found["Vary"]


@pytest.mark.parametrize(
    ("origin", "method", "headers"),
    [
        ("http://evil.example", "PUT", "content-type"),
        ("http://localhost:8000.evil.example", "PUT", "content-type"),
        ("http://localhostx8000", "PUT", "content-type"),
        ("null", "PUT", "content-type"),
        (ORIGIN, "DELETE", "content-type"),
        (ORIGIN, "POST", "content-type"),
        (ORIGIN, "PUT", "content-type, authorization"),
    ],
)
def test_nobody_else_may(s3: RunningS3, origin: str, method: str, headers: str) -> None:
    assert preflight(s3, origin, method, headers) == 403


def test_answers_can_be_read_by_the_portal_only(s3: RunningS3) -> None:
    s3.client.put_object(Bucket=BUCKET, Key=KEY, Body=b"x")
    url = s3.presign("get_object")
    read = s3.send("GET", url, headers={"Origin": ORIGIN})
    assert read.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert "ETag" in read.headers["Access-Control-Expose-Headers"]
    other = s3.send("GET", url, headers={"Origin": "http://evil.example"})
    assert "Access-Control-Allow-Origin" not in other.headers


def test_the_portal_can_read_refusals(s3: RunningS3) -> None:
    """REQ-4: an uploader that sees 403 signs again; one that sees nothing gives up."""
    url = s3.presign("get_object").replace("X-Amz-Expires=600", "X-Amz-Expires=601")
    answer = s3.send("GET", url, headers={"Origin": ORIGIN})
    assert error_code(answer) == (403, "SignatureDoesNotMatch")
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN


def test_a_bucket_follows_the_rules_it_was_given(s3: RunningS3) -> None:
    s3.client.create_bucket(Bucket="open")
    with pytest.raises(ClientError, match="NoSuchCORSConfiguration"):
        s3.client.get_bucket_cors(Bucket="open")
    rule = {
        "AllowedOrigins": ["https://*.example.com", "http://[::1]:8000"],
        "AllowedMethods": ["GET"],
        "AllowedHeaders": ["*"],
        "ExposeHeaders": ["ETag"],
        "MaxAgeSeconds": 5,
    }
    s3.client.put_bucket_cors(Bucket="open", CORSConfiguration={"CORSRules": [rule]})
    assert s3.client.get_bucket_cors(Bucket="open")["CORSRules"] == [rule]
    url = s3.presign("get_object", Bucket="open")
    for origin in ("https://a.example.com", "http://[::1]:8000"):
        headers = {"Origin": origin, "Access-Control-Request-Method": "GET", ASKED: "x-any"}
        assert s3.send("OPTIONS", url, headers=headers).status == 200


def test_the_default_rules_allow_nobody(s3: RunningS3) -> None:
    s3.client.create_bucket(Bucket="closed")
    headers = {"Origin": ORIGIN, "Access-Control-Request-Method": "PUT"}
    answer = s3.send("OPTIONS", s3.presign("get_object", Bucket="closed"), headers=headers)
    assert error_code(answer) == (403, "AccessForbidden")
