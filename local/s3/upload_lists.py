"""Lists the parts of an upload, and the uploads of a bucket."""

from itertools import islice

from local.s3.answers import answer_xml, checksum_elements, xml_date
from local.s3.entries import Part, Upload
from local.s3.messages import Request, Response
from local.s3.store import Store
from local.s3.xmltext import Value

_PAGE = 1000
_HIGHEST_PART = 10_000


def list_parts(store: Store, request: Request) -> Response:
    upload = store.uploads.require(request.bucket, request.key, request.parameters["uploadId"])
    limit = request.number("max-parts", _PAGE, _PAGE)
    marker = request.number("part-number-marker", 0, _HIGHEST_PART)
    with store.uploads.alone(upload):
        stored = store.uploads.parts(upload.upload_id)
    behind = [part for part in stored.values() if part.number > marker]
    page = behind[:limit]
    content: dict[str, Value] = {
        "Bucket": upload.bucket,
        "Key": upload.key,
        "UploadId": upload.upload_id,
        "PartNumberMarker": marker,
        "NextPartNumberMarker": page[-1].number if page else marker,
        "MaxParts": limit,
        "IsTruncated": len(behind) > len(page),
        "StorageClass": "STANDARD",
        "Part": [_describe_part(part, upload) for part in page],
    }
    if upload.algorithm:
        content |= {"ChecksumAlgorithm": upload.algorithm.upper(), "ChecksumType": "COMPOSITE"}
    return answer_xml("ListPartsResult", content)


def _describe_part(part: Part, upload: Upload) -> dict[str, Value]:
    shown = {name: v for name, v in part.checksums.items() if name == upload.algorithm}
    return {
        "PartNumber": part.number,
        "LastModified": xml_date(part.modified),
        "ETag": f'"{part.etag}"',
        "Size": part.size,
        **checksum_elements(shown),
    }


def list_uploads(store: Store, request: Request) -> Response:
    """Sorted by key, then by beginning, as S3 has it."""
    prefix = request.parameters.get("prefix", "")
    limit = request.number("max-uploads", _PAGE, _PAGE)
    marker = (
        request.parameters.get("key-marker", ""),
        request.parameters.get("upload-id-marker", ""),
    )
    found = sorted(
        (upload for upload in store.uploads.unfinished() if _is_listed(upload, request, prefix)),
        key=lambda upload: (upload.key, upload.created, upload.upload_id),
    )
    behind = _behind(found, *marker)
    page = list(islice(behind, limit))
    content: dict[str, Value] = {
        "Bucket": request.bucket,
        "KeyMarker": marker[0],
        "UploadIdMarker": marker[1],
        "Prefix": prefix,
        "MaxUploads": limit,
        "IsTruncated": len(behind) > len(page),
        "Upload": [_describe_upload(upload) for upload in page],
    }
    if content["IsTruncated"] and page:
        content |= {"NextKeyMarker": page[-1].key, "NextUploadIdMarker": page[-1].upload_id}
    return answer_xml("ListMultipartUploadsResult", content)


def _is_listed(upload: Upload, request: Request, prefix: str) -> bool:
    return upload.bucket == request.bucket and upload.key.startswith(prefix)


def _behind(found: list[Upload], key: str, upload_id: str) -> list[Upload]:
    """Those after the marker; the rest of the marker's own key only with an upload's id."""
    for index, upload in enumerate(found):
        if (upload.key, upload.upload_id) == (key, upload_id):
            return found[index + 1 :]
    return [upload for upload in found if upload.key > key]


def _describe_upload(upload: Upload) -> dict[str, Value]:
    return {
        "Key": upload.key,
        "UploadId": upload.upload_id,
        "Initiated": xml_date(upload.created),
        "StorageClass": "STANDARD",
    }
