"""The API's processor time once it is warm, against botocore's for the one call that it stands on.

`python -m benchmarks.warm --rounds 40`

    one     a signed-in read of one item: session check, read, answer      over a raw GetItem
    list    a signed-in list of 25 requests: session check, query, answer  over the same raw Query

Counted is the processor time of the calling thread: DynamoDB's stand-in is another process. Both
sides take turns in blocks, so that a busy machine slows both.
"""

import argparse
import json
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any

from botocore.session import get_session
from chalice.local import LambdaContext

from benchmarks.scene import ROWS, Scene, a_customer_with_requests
from chalicelib.aws import dynamo
from chalicelib.tickets.store import tickets as store
from tests.package.events import request

MOST = {"one": 1.25, "list": 1.20}
BLOCK = 20
Call = Callable[[], Any]


def pairs(scene: Scene) -> dict[str, tuple[Call, Call]]:
    """For each measurement our call and the raw one."""
    raw = _botocore()
    one = _api("/api/tickets/by-number/{number}", scene, number=_number(scene))
    listed = _api("/api/tickets", scene)
    item, query = _last_of(one, "GetItem"), _last_of(listed, "Query")
    assert len(raw.query(**query)["Items"]) == ROWS
    return {
        "one": (one, lambda: raw.get_item(**item)),
        "list": (listed, lambda: raw.query(**query)),
    }


def _number(scene: Scene) -> str:
    ticket = store.find_ticket(scene.ticket_id)
    assert ticket is not None
    return str(ticket.number)


def _api(route: str, scene: Scene, **path: str) -> Call:
    from app import app

    event = request("GET", route, cookie=scene.cookie)
    event["path"], event["pathParameters"] = route.format(**path), path or None
    context = LambdaContext("kontor", 1769, 20_000)

    def call() -> None:
        answer = app(event, context)
        if answer["statusCode"] != 200:
            raise RuntimeError(answer)

    return call


def _last_of(call: Call, operation: str) -> dict[str, Any]:
    """What our call asks of DynamoDB with this operation, as botocore wants to be asked."""
    client = dynamo.client()
    plain, asked = client.send, list[dict[str, Any]]()

    def listen(named: str, body: bytes) -> tuple[int, Mapping[str, str], bytes]:
        if named == operation:
            asked.append(json.loads(body))
        return plain(named, body)

    client.send = listen
    try:
        call()
    finally:
        client.send = plain
    return asked[-1]


def _botocore() -> Any:
    region, url = os.environ["AWS_REGION"], os.environ["KONTOR_DYNAMODB_URL"]
    return get_session().create_client("dynamodb", region_name=region, endpoint_url=url)


def block(call: Call) -> float:
    """Processor milliseconds of one call, over a block of them."""
    began = time.thread_time()
    for _ in range(BLOCK):
        call()
    return (time.thread_time() - began) * 1000 / BLOCK


def measure(ours: Call, raw: Call, rounds: int) -> tuple[float, float, float]:
    """Milliseconds of both, and the median of their ratios."""
    block(ours), block(raw)
    taken = [(block(ours), block(raw)) for _ in range(rounds)]
    ratio = median(a / b for a, b in taken)
    return median(a for a, _ in taken), median(b for _, b in taken), ratio


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the warm API's processor time.")
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    missed = []
    with a_customer_with_requests() as scene, Path(os.devnull).open("w") as nowhere:
        for handler in logging.getLogger("kontor").handlers:
            # Lines are made, as in Lambda; only the terminal is spared.
            getattr(handler, "setStream", lambda _: None)(nowhere)
        for name, (ours, raw) in pairs(scene).items():
            mine, theirs, ratio = measure(ours, raw, rounds)
            times = f"{mine:6.2f} ms over {theirs:6.2f} ms raw"
            print(f"warm {name:<5} {times}: {ratio:.2f} (at most {MOST[name]:.2f})")
            missed += [name] if ratio > MOST[name] else []
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
