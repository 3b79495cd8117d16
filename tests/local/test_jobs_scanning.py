"""The local malware scan finds what it must, in objects as they are stored."""

from collections.abc import Iterator
from typing import Any

import pytest

from local.jobs import scanning
from local.testing import Cloud

CLEAN, FOUND, UNKNOWN = "NO_THREATS_FOUND", "THREATS_FOUND", "UNSUPPORTED"
LOCKED = b"PK\x03\x04\x14\x00\x01\x00 under a password"


def chunks(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("size", [1, 7, 67, 68, 69, 1000])
def test_malware_is_found_across_the_borders_of_what_is_read(size: int) -> None:
    data = b"x" * 50 + scanning.EICAR + b"y" * 50
    assert scanning.contains(chunks(data, size), scanning.EICAR)
    assert not scanning.contains(chunks(data[:-60], size), scanning.EICAR)


@pytest.mark.parametrize(
    ("data", "result"),
    [(b"", CLEAN), (b"hello", CLEAN), (scanning.EICAR, FOUND), (LOCKED, UNKNOWN)],
)
def test_an_object_is_judged_by_its_content(data: bytes, result: str) -> None:
    """REQ-4"""
    assert scanning.judge(chunks(data, 20))["scanResultStatus"] == result


def test_the_scan_of_a_stored_object_is_told_as_guardduty_tells_it(cloud: Cloud) -> None:
    from chalicelib.entry.scans import read_scan

    client: Any = scanning.client()
    client.put_object(Bucket=cloud.bucket, Key="some/key", Body=scanning.EICAR)
    event = scanning.scan(cloud.bucket, "some/key", "etag")
    told = read_scan(event["detail"])
    assert (told.bucket, told.key, told.etag) == (cloud.bucket, "some/key", "etag")
    assert (told.result, told.threats) == (FOUND, (scanning.THREAT,))


def test_an_object_that_was_thrown_away_is_not_scanned(cloud: Cloud) -> None:
    """SCH-4: its announcement comes all the same, and holds nothing up."""
    with pytest.raises(scanning.Gone):
        scanning.scan(cloud.bucket, "some/key", "etag")
    cloud.worker.object_created(cloud.bucket, "some/key", "etag")
    assert cloud.worker.runs.as_json() == []
