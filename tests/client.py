"""A client of the API that behaves as a browser on one of our pages does.

It calls the Chalice app in this process, by the events that API Gateway would send.
"""

import json
import uuid
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from chalice.config import Config
from chalice.local import LocalGateway

ORIGIN = "http://localhost:8000"


@dataclass(frozen=True)
class Answer:
    """What came back: status, headers with lower-case names, and the body as JSON (or None)."""

    status: int
    headers: dict[str, Any]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text) if self.text else None

    @property
    def code(self) -> str:
        """The code of a problem, empty for a success."""
        return self.json.get("code", "") if self.status >= 400 else ""

    def reasons(self) -> dict[str, set[str]]:
        """For each refused field the codes of its refusals."""
        found: dict[str, set[str]] = {}
        for error in self.json.get("errors", []):
            found.setdefault(error["field"], set()).add(error["code"])
        return found


@dataclass
class Client:
    """One browser with its cookies. `language` is what its Accept-Language says.

    With a `token` it is a system of the vendor's, and no browser: it sends no origin.
    """

    language: str = "en"
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def get(self, path: str, **query: str) -> Answer:
        return self.call("GET", f"{path}?{urlencode(query)}" if query else path)

    def post(self, path: str, body: object = None, *, key: str = "") -> Answer:
        return self.call("POST", path, {} if body is None else body, key=key)

    def put(self, path: str, body: object, *, key: str = "") -> Answer:
        return self.call("PUT", path, body, key=key)

    def patch(self, path: str, body: object, *, key: str = "") -> Answer:
        return self.call("PATCH", path, body, key=key)

    def delete(self, path: str) -> Answer:
        return self.call("DELETE", path)

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        *,
        key: str = "",
        headers: dict[str, str] | None = None,
        raw: bytes | None = None,
    ) -> Answer:
        """Send anything; `headers` are set over the usual ones, and an empty value removes one."""
        sent = {"accept-language": self.language, "host": "localhost:8000"}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if self.token:
            sent["authorization"] = f"Bearer {self.token}"
        elif method != "GET":
            sent |= {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
        if method != "GET":
            sent["idempotency-key"] = key or str(uuid.uuid4())
        content = raw
        if body is not None:
            sent["content-type"] = "application/json"
            content = json.dumps(body).encode()
        sent |= headers or {}
        sent = {name: value for name, value in sent.items() if value}
        return self._answer(_gateway().handle_request(method, path, sent, content))

    def _answer(self, response: dict[str, Any]) -> Answer:
        headers = {name.lower(): value for name, value in response["headers"].items()}
        for name, values in (response.get("multiValueHeaders") or {}).items():
            headers[name.lower()] = values
        answer = Answer(response["statusCode"], headers, response["body"] or "")
        self.take_cookies(answer)
        return answer

    def take_cookies(self, answer: Answer) -> None:
        """Keep and drop cookies as the answer says."""
        for line in answer.headers.get("set-cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
                if not morsel.value:
                    del self.cookies[name]


def _gateway() -> LocalGateway:
    from app import app  # after the fixture has set the environment

    return LocalGateway(app, Config())
