"""The mails that were sent, as pages for people and as JSON for tests."""

from collections.abc import Callable
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from chalicelib.entry.feedback import LETTER_HEADER
from local.dev.forms import json_answer
from local.jobs.client import tell_of_mail
from local.jobs.feedback import Wish
from local.mail.box import Box
from local.mail.letter import Letter, Summary
from local.web.messages import Request, Response, see_other, text

PAGE = 50
_FRAME_POLICY = (
    "default-src 'none'; img-src data: http: https:; style-src 'unsafe-inline'; "
    "sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'"
)
_NEW_TAB = b'<base target="_blank">'

WISHES = {
    Wish.NO_MAILBOX: "came back: no such mailbox",
    Wish.MAILBOX_FULL: "came back for now: mailbox full",
    Wish.COMPLAINT: "was called spam",
}
Page = Callable[..., Response]


class Mails:
    """Answers /dev/mails… and /dev/api/mails…."""

    def __init__(self, folder: Path, page: Page, jobs_port: int) -> None:
        self._box = Box(folder)
        self._page = page
        self._jobs_port = jobs_port

    def latest(self) -> list[Summary]:
        return list(islice(self._box.newest(), 8))

    def answer(self, request: Request, path: str) -> Response:
        match path.strip("/").split("/")[1:]:
            case ["mails"]:
                return self._list(request)
            case ["mails", name]:
                return self._show(name, request.asked("told"))
            case ["mails", name, view]:
                return self._view(name, view)
            case ["mails", name, "attachments", number] if number.isdecimal():
                return self._attachment(name, int(number))
            case ["api", "mails"]:
                return self._json_list(request)
            case ["api", "mails", name]:
                letter = self._box.read(name)
                return json_answer(_as_json(letter)) if letter else json_answer({}, 404)
            case _:
                return text(404, "No such page.")

    def tell(self, request: Request, name: str) -> Response:
        """Lets a mail come back, or its recipient complain: the product hears of it as from SES."""
        letter = self._box.read(name)
        if letter is None:
            return text(404, "No such mail.")
        headers = {key.lower(): value for key, value in letter.headers}
        to = ", ".join(letter.summary.recipients)
        wish = Wish(request.form["wish"])
        tell_of_mail(self._jobs_port, headers.get(LETTER_HEADER, ""), to, wish)
        return see_other(f"/dev/mails/{name}?told={wish.value}")

    def _list(self, request: Request) -> Response:
        to, before = request.asked("to"), request.asked("before")
        found = list(islice(self._box.newest(to, before), PAGE + 1))
        more = found[PAGE - 1].id if len(found) > PAGE else ""
        return self._page("mails.html", mails=found[:PAGE], to=to, more=more)

    def _show(self, name: str, told: str) -> Response:
        letter = self._box.read(name)
        if letter is None:
            return text(404, "No such mail.")
        return self._page("mail.html", letter=letter, told=told, wishes=WISHES)

    def _view(self, name: str, view: str) -> Response:
        raw = self._box.raw(name)
        if raw is None:
            return text(404, "No such mail.")
        if view == "raw":
            return text(200, raw.decode("utf-8", "replace"))
        if view == "file.eml":
            disposition = f'attachment; filename="{name}.eml"'
            return _download("message/rfc822", disposition, raw)
        if view == "html":
            html = Letter.read(name, raw).html.encode()
            policy = ("Content-Security-Policy", _FRAME_POLICY)
            kind = ("Content-Type", "text/html; charset=utf-8")
            return Response(200, [kind, policy], _NEW_TAB + html)
        return text(404, "No such view.")

    def _attachment(self, name: str, number: int) -> Response:
        letter = self._box.read(name)
        if letter is None or number >= len(letter.attachments):
            return text(404, "No such attachment.")
        return _download("application/octet-stream", "attachment", letter.attachments[number].data)

    def _json_list(self, request: Request) -> Response:
        """Newest first, whole; `?to=` a part of the recipient, `?limit=` at most so many."""
        limit = int(request.asked("limit") or PAGE)
        found = islice(self._box.newest(request.asked("to")), limit)
        letters = [self._box.read(summary.id) for summary in found]
        return json_answer({"items": [_as_json(letter) for letter in letters if letter]})


def _as_json(letter: Letter) -> dict[str, Any]:
    return {
        **asdict(letter.summary),
        "headers": dict(letter.headers),
        "text": letter.text,
        "html": letter.html,
        "links": letter.links,
        "attachments": [
            {"name": part.name, "kind": part.kind, "size": len(part.data)}
            for part in letter.attachments
        ],
    }


def _download(kind: str, disposition: str, data: bytes) -> Response:
    headers = [("Content-Type", kind), ("Content-Disposition", disposition)]
    return Response(200, [*headers, ("X-Content-Type-Options", "nosniff")], data)
