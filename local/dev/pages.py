"""The developers' pages under /dev: what a developer must see, and in the cloud nobody does."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chalicelib.base import clock
from local.clock import Offset
from local.dev import forms
from local.dev.logins import Logins
from local.dev.mails import Mails
from local.jobs import client
from local.stack import Stack
from local.web.messages import Request, Response, see_other, text

_HERE = Path(__file__).parent
_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = [
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", _POLICY),
    ("Referrer-Policy", "same-origin"),
    ("X-Content-Type-Options", "nosniff"),
]
_KINDS = {".css": "text/css", ".js": "text/javascript"}
STEPS = {
    "1h": timedelta(hours=1),
    "1d": timedelta(days=1),
    "7d": timedelta(days=7),
    "14d": timedelta(days=14),
}


class Developers:
    """Answers everything under /dev."""

    def __init__(self, stack: Stack, offset: Offset) -> None:
        self._stack = stack
        self._offset = offset
        self._logins = Logins(stack.folder / "demo.json")
        self._mails = Mails(stack.mails, self._page, stack.jobs_port)
        self._templates = Environment(
            loader=FileSystemLoader(_HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def answer(self, request: Request) -> Response:
        path = request.path.rstrip("/")
        if request.method == "POST":
            return self._act(request, path)
        if request.method not in ("GET", "HEAD"):
            return text(405, "Here one reads or posts.")
        return self._show(request, path)

    def _show(self, request: Request, path: str) -> Response:
        pages: dict[str, Callable[[], Response]] = {
            "/dev": self._overview,
            "/dev/jobs": self._jobs,
            "/dev/api/state": self._state,
        }
        if path in pages:
            return pages[path]()
        if path.startswith("/dev/static/"):
            return _static(path.rpartition("/")[2])
        return self._mails.answer(request, path)

    def _act(self, request: Request, path: str) -> Response:
        if not forms.comes_from_us(request, self._stack.web_port):
            return text(403, "Only the developers' own pages may do that.")
        if path == "/dev/clock":
            self._offset.move(STEPS[request.form["by"]])
            client.run_now(self._stack.jobs_port)
            return see_other("/dev")
        if path == "/dev/jobs":
            client.run_now(self._stack.jobs_port)
            return see_other("/dev/jobs")
        if path.startswith("/dev/mails/"):
            return self._mails.tell(request, path.split("/")[3])
        return text(404, "Nothing to do here.")

    def _overview(self) -> Response:
        return self._page(
            "overview.html",
            logins=self._logins.shown(),
            samples=self._logins.samples(),
            mails=self._mails.latest(),
            now=clock.now(),
            ahead=str(self._offset()),
            steps=STEPS,
            stack=self._stack,
        )

    def _jobs(self) -> Response:
        told = client.ask(self._stack.jobs_port, "/runs")
        parked = self._stack.parked_file
        lines = parked.read_text(encoding="utf-8").splitlines() if parked.exists() else []
        runs = list(reversed(told["runs"])) if told else None
        return self._page("jobs.html", runs=runs, parked=lines)

    def _state(self) -> Response:
        return forms.json_answer(
            {
                "now": clock.now().isoformat(timespec="seconds"),
                "ahead_seconds": self._offset().total_seconds(),
                "codes": self._logins.codes(),
            }
        )

    def _page(self, template: str, **values: Any) -> Response:
        content = self._templates.get_template(template).render(values)
        headers = [("Content-Type", "text/html; charset=utf-8"), *_HEADERS]
        return Response(200, headers, content.encode())


def _static(name: str) -> Response:
    path = _HERE / "static" / name
    if path.suffix not in _KINDS or not path.is_file():
        return text(404, "No such file.")
    headers = [("Content-Type", f"{_KINDS[path.suffix]}; charset=utf-8"), *_HEADERS]
    return Response(200, headers, path.read_bytes())
