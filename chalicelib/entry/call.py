"""What a route's function is handed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from chalicelib.aws.settings import settings
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.entry.schema import Schema

_B = TypeVar("_B", bound=Schema)

CUSTOMER_COOKIE = "__Host-kontor"
STAFF_COOKIE = "__Host-kontor-staff"
BROWSER_COOKIE = "__Host-kontor-browser"
DAY = 86_400


@dataclass(slots=True, kw_only=True)
class Call(Generic[_B]):
    """One request, validated and authorized.

    `body` and `query` are what the route declared, `operation` identifies the change for repeats,
    `device` is the browser's own description (untrusted, at most 300 characters).
    """

    actor: Actor
    now: datetime
    body: _B
    query: Schema
    path: Mapping[str, str]
    operation: Operation
    language: str
    device: str
    staff: bool
    cookies: list[str] = field(default_factory=list)

    @property
    def cookie_name(self) -> str:
        """The session cookie of the side of the counter that was called."""
        return STAFF_COOKIE if self.staff else CUSTOMER_COOKIE

    def set_cookie(self, value: str, seconds: int, browser: str) -> None:
        """Give the browser its session, and the token by which it is known to those in it."""
        self._set(self.cookie_name, value, seconds)
        self._set(BROWSER_COOKIE, browser, settings().known_browser_days * DAY)

    def drop_cookie(self) -> None:
        """Take the browser's session away; what it is known by stays."""
        self._set(self.cookie_name, "", 0)

    def _set(self, name: str, value: str, seconds: int) -> None:
        flags = "Path=/; Secure; HttpOnly; SameSite=Lax"
        self.cookies.append(f"{name}={value}; Max-Age={seconds}; {flags}")
