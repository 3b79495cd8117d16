"""From a parsed request to its answer: who signed it, what it means, and what goes wrong."""

import logging
import secrets

from local.s3 import bucket_calls, cors
from local.s3.answers import answer_error
from local.s3.errors import ClientGone, S3Error
from local.s3.messages import Request, Response
from local.s3.routing import find_operation
from local.s3.signatures import Signatures
from local.s3.store import Store

log = logging.getLogger(__name__)


class Service:
    """Answers requests, many at a time."""

    def __init__(self, store: Store, signatures: Signatures) -> None:
        self._store = store
        self._signatures = signatures

    def answer(self, request: Request) -> Response:
        """Every S3Error becomes its document; a fault of ours becomes InternalError."""
        request_id = secrets.token_hex(8)
        rules = self._store.buckets.cors(request.bucket)
        try:
            if request.method == "OPTIONS":
                response = cors.answer_preflight(rules, request)
            else:
                response = self._perform(request)
        except S3Error as error:
            response = answer_error(error, request.path, request_id)
        except ClientGone:
            raise
        except Exception:
            log.exception("%s %s failed", request.method, request.path)
            response = answer_error(S3Error("InternalError"), request.path, request_id)
        if request.method != "OPTIONS":
            response.headers |= cors.cors_headers(rules, request)
        response.headers["x-amz-request-id"] = request_id
        return response

    def _perform(self, request: Request) -> Response:
        request.payload_hash = self._signatures.check(request)
        operation = find_operation(request)
        if request.bucket and operation is not bucket_calls.create_bucket:
            self._store.buckets.require(request.bucket)
        return operation(self._store, request)
