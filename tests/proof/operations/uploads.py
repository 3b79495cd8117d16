"""Files on their way, on both sides of the counter."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chalicelib.accounts.store.accounts import find_account
from chalicelib.base import clock
from chalicelib.base.actor import Actor
from chalicelib.tickets.schemas.uploads import PartIn
from chalicelib.tickets.service import uploading
from local.testing import Cloud
from tests.client import Client
from tests.proof.operation import Operation, Perform, by_route
from tests.proof.operations.people import browser_of
from tests.proof.operations.requests import desk
from tests.tickets.builders import anew
from tests.tickets.files import announce, put_part, send_file

CONTENT = b"scan stopped at 40 %"
SIDES = {"customer": "/api/uploads/s3/multipart", "staff": "/api/staff/uploads/s3/multipart"}


@dataclass(frozen=True)
class Sender:
    """Somebody with a browser, on one side of the counter."""

    actor: Actor
    browser: Client
    path: str


def sender(side: str) -> Sender:
    """A customer who accepted the statement, or an agent."""
    at = desk()
    actor = at.agent if side == "staff" else at.author
    account = find_account(actor.account_id)
    assert account is not None
    return Sender(actor, browser_of(account), SIDES[side])


def started(who: Sender, size: int = len(CONTENT)) -> tuple[str, str, PartIn]:
    """An upload whose one part is in S3; answers its id, its key and the part."""
    begun = uploading.start_upload(who.actor, announce(size), clock.now(), anew())
    part = put_part(who.actor, begun.uploadId, begun.key, 1, CONTENT)
    return begun.uploadId, begun.key, part


def _start(side: str) -> Perform:
    who = sender(side)
    body = announce(len(CONTENT)).model_dump(mode="json")
    return by_route(who.browser, "POST", who.path, body)


def completing(who: Sender) -> Perform:
    """A whole file waits to be made of its parts."""
    upload_id, key, part = started(who)
    body = {"parts": [part.model_dump(mode="json")]}
    return by_route(who.browser, "POST", f"{who.path}/{upload_id}/complete?key={key}", body)


def _abort(side: str) -> Perform:
    who = sender(side)
    upload_id, key, _ = started(who)
    return by_route(who.browser, "DELETE", f"{who.path}/{upload_id}?key={key}")


def _abort_whole(side: str) -> Perform:
    who = sender(side)
    key = send_file(who.actor, CONTENT, now=clock.now())
    (upload,) = uploading.list_uploads(who.actor).items
    return by_route(who.browser, "DELETE", f"{who.path}/{upload.uploadId}?key={key}")


GIVEN_UP = {404: "what was damaged is gone; nothing can be had of it but that it is not there"}


def _scene(make: Callable[[str], Perform], side: str) -> Callable[[Cloud], Perform]:
    return lambda _cloud: make(side)


def _both_sides() -> Iterator[Operation]:
    for side, path in SIDES.items():
        yield Operation(
            name=f"{side} begins to send a file",
            covers=(f"POST {path}",),
            scene=_scene(_start, side),
            status=200,
            writes=2,
        )
        yield Operation(
            name=f"{side} completes a file",
            covers=(f"POST {path}/{{upload_id}}/complete",),
            scene=_scene(lambda side: completing(sender(side)), side),
            status=200,
            writes=2,
            leaves=("upload.completed",),
        )
        yield Operation(
            name=f"{side} gives a file up",
            covers=(f"DELETE {path}/{{upload_id}}",),
            scene=_scene(_abort, side),
            status=200,
            writes=4,
            leaves=("upload.aborted",),
        )
        yield Operation(
            name=f"{side} gives a whole file up",
            covers=(f"DELETE {path}/{{upload_id}}",),
            scene=_scene(_abort_whole, side),
            status=200,
            writes=4,
            leaves=("upload.aborted",),
        )


UPLOADS = tuple(_both_sides())
