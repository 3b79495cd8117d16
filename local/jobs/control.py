"""The jobs' door on loopback: S3 announces objects here, the clock asks for a run."""

import json
from typing import Any

from local.jobs import feedback
from local.jobs.worker import Worker
from local.web.messages import Request, Response

HEADER = "x-kontor-local"
"""No web page can send it across origins, so a page from elsewhere can't set off a job."""

FORGIVEN_SCANS = 5


class Control:
    """Answers POST /run, POST /objects {bucket, key, etag}, POST /feedback and GET /runs."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._failures: dict[str, int] = {}

    def answer(self, request: Request) -> Response:
        if not request.header(HEADER):
            return _json(403, {"detail": f"only with the header {HEADER}"})
        match request.method, request.path:
            case "GET", "/runs":
                return _json(200, {"runs": self._worker.runs.as_json()})
            case "POST", "/run":
                return _json(200, {"done": self._worker.run_all()})
            case "POST", "/feedback":
                return self._mail_feedback(json.loads(request.body))
            case "POST", "/objects":
                return self._object_created(json.loads(request.body))
            case _:
                return _json(404, {})

    def _mail_feedback(self, told: dict[str, str]) -> Response:
        event = feedback.event(told["letter"], told["to"], feedback.Wish(told["wish"]))
        self._worker.put(event)
        return _json(200, {})

    def _object_created(self, told: dict[str, str]) -> Response:
        """503 makes S3 announce the object again; after some failures it is let go."""
        name = f"{told['bucket']}/{told['key']}"
        try:
            self._worker.object_created(told["bucket"], told["key"], told["etag"])
        except Exception as failure:  # noqa: BLE001 - whatever it is, S3 is to try again
            self._failures[name] = self._failures.get(name, 0) + 1
            if self._failures[name] < FORGIVEN_SCANS:
                return _json(503, {"failure": type(failure).__name__})
        self._failures.pop(name, None)
        return _json(200, {})


def _json(status: int, content: Any) -> Response:
    headers = [("Content-Type", "application/json"), ("Cache-Control", "no-store")]
    return Response(status, headers, json.dumps(content).encode())
