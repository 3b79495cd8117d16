"""What the registry of state-changing operations is made of."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from chalicelib.entry.job import Event, Job
from chalicelib.mail.model import LetterState
from local.testing import Cloud
from tests.client import Answer, Client

Perform = Callable[[str], "Outcome"]


@dataclass(frozen=True)
class Outcome:
    """What whoever asked got to hear. A job's is 200 with its result, or 500 when it raised.

    `asked` is the method and path of a route, empty for a job.
    """

    status: int
    text: str
    asked: str = ""

    @classmethod
    def of(cls, answer: Answer, asked: str) -> "Outcome":
        """A route's answer."""
        return cls(answer.status, answer.text, asked)

    @property
    def refusal(self) -> str:
        """The code of a refusal, of its first field where it names fields; empty for a success."""
        if self.status < 400:
            return ""
        problem = json.loads(self.text)
        return str(next((e["code"] for e in problem.get("errors", ())), problem["code"]))


@dataclass(frozen=True, kw_only=True)
class Operation:
    """One state-changing operation.

    `covers` names what it proves: `POST /api/tickets`, `job tickets_close_settled`. `scene` sets
    the scene and answers what performs the operation with an idempotency key; performing again
    with the same key is the same request again, to the byte. Done, it has answered `status`, made
    `writes` writes, and left just the audit entries `leaves` and the letters `tells`.

    `again` are answers that a repeat may get in place of the first one, with the reason why that
    is right. `logs_each` marks what is logged each time it is done. `ends_as` is what its
    letters may end as other than sent.
    """

    name: str
    covers: tuple[str, ...]
    scene: Callable[[Cloud], Perform]
    status: int
    writes: int
    leaves: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    again: Mapping[int, str] = field(default_factory=dict)
    logs_each: bool = False
    ends_as: LetterState = LetterState.SENT

    def __str__(self) -> str:
        return self.name.replace(" ", "-")


def by_route(client: Client, method: str, path: str, body: object = None) -> Perform:
    """Performs by the API, as this browser."""
    cookies = dict(client.cookies)
    token = client.token

    def perform(key: str) -> Outcome:
        # A browser that never heard the first answer has the cookies from before.
        browser = Client(client.language, dict(cookies), token)
        return Outcome.of(browser.call(method, path, body, key=key), f"{method} {path}")

    return perform


@dataclass(frozen=True)
class ByJob:
    """Performs by Lambda's call; the event is the same each time, as the cloud hands it in."""

    job: Job
    event: Event

    def __call__(self, _key: str) -> Outcome:
        """What Lambda gets to hear."""
        try:
            return Outcome(200, json.dumps(self.job(self.event, None)))
        except Exception as failure:  # noqa: BLE001 - Lambda counts it, and calls again
            return Outcome(500, type(failure).__name__)


def by_job(job: Job, event: Event) -> Perform:
    """The job, with the event that sets it off."""
    return ByJob(job, event)
