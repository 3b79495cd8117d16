"""Operations on buckets."""

from dataclasses import asdict

from local.s3.answers import answer_xml, xml_date
from local.s3.errors import S3Error
from local.s3.messages import Request, Response
from local.s3.receiving import receive_document
from local.s3.settings import CorsRule
from local.s3.store import Store
from local.s3.xmltext import Node, Single, parse

_CORS_ELEMENTS = {
    "allowed_origins": "AllowedOrigin",
    "allowed_methods": "AllowedMethod",
    "allowed_headers": "AllowedHeader",
    "expose_headers": "ExposeHeader",
    "max_age_seconds": "MaxAgeSeconds",
}


def list_buckets(store: Store, _request: Request) -> Response:
    buckets: list[Single] = [
        {"Name": name, "CreationDate": xml_date(store.buckets.created(name))}
        for name in store.buckets.names()
    ]
    return answer_xml("ListAllMyBucketsResult", {"Buckets": {"Bucket": buckets}})


def create_bucket(store: Store, request: Request) -> Response:
    receive_document(store, request)
    store.buckets.create(request.bucket, store.settings.now())
    return Response(headers={"Location": f"/{request.bucket}"})


def head_bucket(_store: Store, _request: Request) -> Response:
    return Response()


def put_cors(store: Store, request: Request) -> Response:
    root = parse(receive_document(store, request), "CORSConfiguration")
    rules = [_read_rule(node) for node in root.all("CORSRule")]
    if not rules:
        raise S3Error("MalformedXML", "A CORS configuration has at least one rule")
    store.buckets.set_cors(request.bucket, rules)
    return Response()


def get_cors(store: Store, request: Request) -> Response:
    rules = store.buckets.cors(request.bucket)
    if not rules:
        raise S3Error("NoSuchCORSConfiguration")
    written: list[Single] = [
        {_CORS_ELEMENTS[name]: value for name, value in asdict(rule).items()} for rule in rules
    ]
    return answer_xml("CORSConfiguration", {"CORSRule": written})


def _read_rule(node: Node) -> CorsRule:
    if not node.texts("AllowedOrigin") or not node.texts("AllowedMethod"):
        raise S3Error("MalformedXML", "A CORS rule has an origin and a method")
    return CorsRule(
        allowed_origins=node.texts("AllowedOrigin"),
        allowed_methods=node.texts("AllowedMethod"),
        allowed_headers=node.texts("AllowedHeader"),
        expose_headers=node.texts("ExposeHeader"),
        max_age_seconds=node.number("MaxAgeSeconds") if node.texts("MaxAgeSeconds") else 0,
    )
