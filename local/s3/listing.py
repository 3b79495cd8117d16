"""Lists the keys of a bucket, a page at a time."""

import base64
import binascii
from collections.abc import Iterable
from itertools import groupby
from urllib.parse import quote

from local.s3.answers import answer_xml, xml_date
from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.store import Store
from local.s3.xmltext import Single, Value

_PAGE = 1000


def list_objects(store: Store, request: Request) -> Response:
    """ListObjectsV2: sorted, with prefix, delimiter, start-after and continuation."""
    prefix = request.parameters.get("prefix", "")
    delimiter = request.parameters.get("delimiter", "")
    limit = request.number("max-keys", _PAGE, _PAGE)
    after = _decode(request.parameters.get("continuation-token", ""))
    after = after or request.parameters.get("start-after", "")
    keys = store.objects.keys_after(request.bucket, prefix, after)
    groups = [(name, last) for name, last in _grouped(keys, prefix, delimiter) if name > after]
    page = groups[:limit]
    content: dict[str, Value] = {
        "Name": request.bucket,
        "Prefix": _spell(request, prefix),
        "MaxKeys": limit,
        "KeyCount": len(page),
        "IsTruncated": limit > 0 and len(groups) > limit,
        "Contents": _describe(store, request, (name for name, whole in page if whole)),
        "CommonPrefixes": [{"Prefix": _spell(request, n)} for n, whole in page if not whole],
    }
    if delimiter:
        content["Delimiter"] = _spell(request, delimiter)
    if content["IsTruncated"]:
        content["NextContinuationToken"] = base64.urlsafe_b64encode(page[-1][0].encode()).decode()
    for name, element in (("encoding-type", "EncodingType"), ("start-after", "StartAfter")):
        if name in request.parameters:
            content[element] = request.parameters[name]
    return answer_xml("ListBucketResult", content)


def _grouped(keys: Iterable[str], prefix: str, delimiter: str) -> Iterable[tuple[str, bool]]:
    """Keys with True, and what they share up to the delimiter with False, in order."""

    def group(key: str) -> tuple[str, bool]:
        head, found, _ = key[len(prefix) :].partition(delimiter) if delimiter else (key, "", "")
        return (prefix + head + found, False) if found else (key, True)

    return (name for name, _ in groupby(keys, group))


def _describe(store: Store, request: Request, keys: Iterable[str]) -> list[Single]:
    found = (store.objects.find(request.bucket, key) for key in keys)
    return [
        {
            "Key": _spell(request, stored.key),
            "LastModified": xml_date(stored.created),
            "ETag": f'"{stored.etag}"',
            "Size": stored.size,
            "StorageClass": "STANDARD",
        }
        for stored in found
        if stored
    ]


def _spell(request: Request, text: str) -> str:
    return quote(text, safe="/") if request.parameters.get("encoding-type") == "url" else text


def _decode(token: str) -> str:
    try:
        return base64.urlsafe_b64decode(token).decode()
    except (binascii.Error, UnicodeDecodeError) as error:
        raise S3Error("InvalidArgument", "The continuation token is not one of ours") from error
