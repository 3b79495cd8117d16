"""Which calls to AWS change something, and how the product's clients are listened in on.

DynamoDB is spoken to through `dynamo.client().send`, S3 and SES through botocore's events; all
three are below PynamoDB and below everything of ours.
"""

import base64
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qs

from chalicelib.aws import dynamo, files, ses

WRITES = frozenset(
    {
        *("TransactWriteItems", "PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem"),
        *("CreateMultipartUpload", "CompleteMultipartUpload", "AbortMultipartUpload"),
        *("DeleteObject", "PutObject"),
        "SendRawEmail",
    }
)
READS = frozenset(
    {
        *("BatchGetItem", "GetItem", "Query"),
        *("HeadObject", "GetObject", "ListParts", "ListObjectsV2", "ListMultipartUploads"),
    }
)
Sent = tuple[int, Mapping[str, str], bytes]
Send = Callable[[str, bytes], Sent]


class UnknownCall(Exception):
    """Somebody uses a call of AWS that the proof has not heard of."""


def is_write(name: str) -> bool:
    """Whether a call changes something; UnknownCall for a new one, so that nobody forgets it."""
    if name not in WRITES | READS:
        raise UnknownCall(name)
    return name in WRITES


@dataclass
class Taps:
    """What to do at each call. `dynamo` stands around a send; the others see botocore's events.

    `before(name)` may answer (HTTP response, parsed answer) in place of the call; `again(name)`
    says whether to send the same request once more; `after(name)` and `leaving` only look.
    """

    dynamo: Callable[[Send, str, bytes], Sent]
    before: Callable[[str], Any] = lambda _name: None
    again: Callable[[str], bool] = lambda _name: False
    after: Callable[[str], None] = lambda _name: None
    leaving: Callable[[str, bytes], None] = lambda _name, _body: None


def letter_in(body: bytes) -> str:
    """Which letter a request hands to SES."""
    form = parse_qs(body.decode())
    message = message_from_bytes(base64.b64decode(form["RawMessage.Data"][0]))
    return str(message["X-Kontor-Letter"])


@contextmanager
def tapped(taps: Taps) -> Iterator[None]:
    """Put the taps into this process's clients while the block runs."""
    client = dynamo.client()
    send = client.send
    client.send = lambda operation, body: taps.dynamo(send, operation, body)
    with _listening(files._client(), "s3", taps), _listening(ses.client(), "ses", taps):
        try:
            yield
        finally:
            client.send = send


@contextmanager
def _listening(client: Any, service: str, taps: Taps) -> Iterator[None]:
    def before_call(model: Any, **_: Any) -> Any:
        return taps.before(model.name)

    def needs_retry(operation: Any, **_: Any) -> int | None:
        return 0 if taps.again(operation.name) else None

    def after_call(model: Any, **_: Any) -> None:
        taps.after(model.name)

    def before_send(request: Any, event_name: str, **_: Any) -> None:
        body = request.body or b""
        taps.leaving(
            event_name.rpartition(".")[2], body.encode() if isinstance(body, str) else body
        )

    events = client.meta.events
    handlers = {
        f"before-call.{service}": before_call,
        f"needs-retry.{service}": needs_retry,
        f"after-call.{service}": after_call,
        f"before-send.{service}": before_send,
    }
    for name, handler in handlers.items():
        events.register_first(name, handler)
    try:
        yield
    finally:
        for name, handler in handlers.items():
            events.unregister(name, handler)
