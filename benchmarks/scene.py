"""What the measurements of the API stand on: a local cloud, a customer, 25 requests of theirs."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from chalicelib.entry.call import CUSTOMER_COOKIE
from infra.template import stage_settings
from local import testing
from tests.builders import make_cookie
from tests.tickets.builders import make_desk, open_one

ROWS = 25


@dataclass(frozen=True, slots=True)
class Scene:
    """A customer's cookie, one of their requests, and the environment of a function."""

    cookie: str
    ticket_id: str
    environment: dict[str, str]


@contextmanager
def a_customer_with_requests() -> Iterator[Scene]:
    """In this process too the environment names the cloud, until the block ends."""
    kept = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, testing.running(Path(folder)) as machine:
        os.environ |= machine.environment(testing.TEMPLATE)
        testing.forget_deployment()
        machine.prepare_template()
        try:
            with machine.fresh(os.environ.__setitem__):
                yield _scene()
        finally:
            for name in os.environ.keys() - kept.keys():
                del os.environ[name]
            os.environ |= kept
            testing.forget_deployment()


def _scene() -> Scene:
    now = datetime.now(UTC)
    desk = make_desk(now)
    opened = [open_one(desk.author, now) for _ in range(ROWS)]
    cookie = f"{CUSTOMER_COOKIE}={make_cookie(desk.account, now)}"
    _, shared = stage_settings("prod")
    ours = {n: v for n, v in os.environ.items() if n.startswith(("KONTOR_", "AWS_"))}
    return Scene(cookie, opened[0].id, shared | ours)
