"""The demo's people and how they sign in, as the demo wrote them down."""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

import pyotp

from chalicelib.base import clock

_STEP_SECONDS = 30
_T = TypeVar("_T", "Login", "Sample")


@dataclass(frozen=True)
class Sample:
    """A code or key file to try, and what comes of it."""

    outcome: str
    code: str = ""
    file: str = ""
    content_base64: str = ""


@dataclass(frozen=True)
class Login:
    """One person of the demo. `side` is customer or staff; `totp_secret` is staff's."""

    side: str
    name: str
    email: str
    password: str
    note: str = ""
    totp_secret: str = ""

    @property
    def code(self) -> str:
        """The second factor's code at the product's present time, "" where none is needed."""
        return str(pyotp.TOTP(self.totp_secret).at(clock.now())) if self.totp_secret else ""

    @property
    def page(self) -> str:
        return "/console/" if self.side == "staff" else "/"


class Logins:
    """Reads the file anew each time: the demo may be loaded while the stack runs."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def shown(self) -> list[Login]:
        return [_made(Login, person) for person in self._page().get("logins", ())]

    def samples(self) -> list[Sample]:
        return [_made(Sample, sample) for sample in self._page().get("samples", ())]

    def _page(self) -> dict[str, Any]:
        if not self._path.exists():
            return {}
        page: dict[str, Any] = json.loads(self._path.read_text(encoding="utf-8"))
        return page

    def codes(self) -> dict[str, Any]:
        """The present code of everyone who needs one, and for how long it holds."""
        left = _STEP_SECONDS - clock.now().timestamp() % _STEP_SECONDS
        codes = {login.email: login.code for login in self.shown() if login.totp_secret}
        return {"by_email": codes, "seconds_left": int(left)}


def _made(kind: type[_T], said: dict[str, Any]) -> _T:
    """From what the demo wrote; what this page doesn't show is passed over."""
    known = {field.name for field in fields(kind)}
    return kind(**{name: value or "" for name, value in said.items() if name in known})
