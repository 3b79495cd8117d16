"""The malware scan's word on an object, as GuardDuty puts it on the event bus."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

SCAN_RULE = {
    "source": ["aws.guardduty"],
    "detail-type": ["GuardDuty Malware Protection Object Scan Result"],
}


@dataclass(frozen=True, slots=True)
class ObjectScanned:
    """The malware scan's word on one object.

    `result` is GuardDuty's: NO_THREATS_FOUND, THREATS_FOUND, or why it could not be scanned
    (UNSUPPORTED, ACCESS_DENIED, FAILED).
    """

    bucket: str
    key: str
    etag: str
    result: str
    threats: tuple[str, ...] = ()


def read_scan(detail: Mapping[str, Any]) -> ObjectScanned:
    """What an event's detail says."""
    scanned, found = detail["s3ObjectDetails"], detail["scanResultDetails"]
    return ObjectScanned(
        bucket=scanned["bucketName"],
        key=scanned["objectKey"],
        etag=scanned.get("eTag", ""),
        result=found["scanResultStatus"],
        threats=tuple(threat["name"] for threat in found.get("threats") or ()),
    )
