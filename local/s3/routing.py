"""Which operation a request means."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from local.s3 import (
    bucket_calls,
    listing,
    object_calls,
    tagging,
    upload_calls,
    upload_lists,
)
from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.store import Store

Operation: TypeAlias = Callable[[Store, Request], Response]


class Route(NamedTuple):
    """`level` is root, bucket or object; `marks` are the query parameters that must be there."""

    level: str
    method: str
    marks: frozenset[str]
    operation: Operation


_ROUTES = [
    Route("root", "GET", frozenset(), bucket_calls.list_buckets),
    Route("bucket", "PUT", frozenset(), bucket_calls.create_bucket),
    Route("bucket", "HEAD", frozenset(), bucket_calls.head_bucket),
    Route("bucket", "PUT", frozenset({"cors"}), bucket_calls.put_cors),
    Route("bucket", "GET", frozenset({"cors"}), bucket_calls.get_cors),
    Route("bucket", "GET", frozenset({"uploads"}), upload_lists.list_uploads),
    Route("bucket", "GET", frozenset({"list-type"}), listing.list_objects),
    Route("object", "PUT", frozenset(), object_calls.put_object),
    Route("object", "GET", frozenset(), object_calls.get_object),
    Route("object", "HEAD", frozenset(), object_calls.head_object),
    Route("object", "DELETE", frozenset(), object_calls.delete_object),
    Route("object", "PUT", frozenset({"tagging"}), tagging.put_tagging),
    Route("object", "GET", frozenset({"tagging"}), tagging.get_tagging),
    Route("object", "DELETE", frozenset({"tagging"}), tagging.delete_tagging),
    Route("object", "POST", frozenset({"uploads"}), upload_calls.create_upload),
    Route("object", "PUT", frozenset({"uploadId", "partNumber"}), upload_calls.upload_part),
    Route("object", "GET", frozenset({"uploadId"}), upload_lists.list_parts),
    Route("object", "POST", frozenset({"uploadId"}), upload_calls.complete_upload),
    Route("object", "DELETE", frozenset({"uploadId"}), upload_calls.abort_upload),
]
_MARKS = frozenset().union(*(route.marks for route in _ROUTES))
# Parameters that mean an operation of S3 which is not here. Everything else is an argument.
_FOREIGN_MARKS = frozenset(
    {
        *("accelerate", "acl", "analytics", "attributes", "delete", "encryption"),
        *("intelligent-tiering", "inventory", "legal-hold", "lifecycle", "location", "logging"),
        *("metrics", "notification", "object-lock", "ownershipControls", "policy"),
        *("policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore"),
        *("retention", "select", "torrent", "versionId", "versioning", "versions", "website"),
    }
)


def find_operation(request: Request) -> Operation:
    """NotImplemented for operations of S3 that are missing here, never the wrong one instead."""
    given = frozenset(request.parameters)
    if given & _FOREIGN_MARKS:
        raise S3Error("NotImplemented")
    level = "object" if request.key else "bucket" if request.bucket else "root"
    for route in _ROUTES:
        if (route.level, route.method, route.marks) == (level, request.method, given & _MARKS):
            return route.operation
    raise S3Error("MethodNotAllowed")
