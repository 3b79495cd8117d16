"""Tags on objects; the product keeps the result of the malware scan in them."""

from urllib.parse import parse_qsl

from local.s3.answers import answer_xml
from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.receiving import receive_document
from local.s3.store import Store
from local.s3.xmltext import Single, parse

_MOST = 10


def put_tagging(store: Store, request: Request) -> Response:
    root = parse(receive_document(store, request), "Tagging")
    nodes = [tag for tags in root.all("TagSet") for tag in tags.all("Tag")]
    tags = _bounded([(tag.text("Key"), tag.text("Value")) for tag in nodes])
    store.objects.set_tags(request.bucket, request.key, tags)
    return Response()


def get_tagging(store: Store, request: Request) -> Response:
    stored = store.objects.require(request.bucket, request.key)
    tags: list[Single] = [{"Key": key, "Value": value} for key, value in stored.tags.items()]
    return answer_xml("Tagging", {"TagSet": {"Tag": tags}})


def delete_tagging(store: Store, request: Request) -> Response:
    store.objects.set_tags(request.bucket, request.key, {})
    return Response(204)


def header_tags(request: Request) -> dict[str, str]:
    """Tags given along with a new object or upload."""
    return _bounded(parse_qsl(request.header("x-amz-tagging"), keep_blank_values=True))


def _bounded(pairs: list[tuple[str, str]]) -> dict[str, str]:
    tags = dict(pairs)
    if len(tags) != len(pairs) or len(tags) > _MOST:
        raise S3Error("InvalidArgument", f"At most {_MOST} tags, each key once")
    return tags
