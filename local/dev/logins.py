"""The demo's people and how they sign in, as the demo wrote them down."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyotp

from chalicelib.base import clock

_STEP_SECONDS = 30


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
        if not self._path.exists():
            return []
        people: list[dict[str, Any]] = json.loads(self._path.read_text(encoding="utf-8"))["logins"]
        known = Login.__dataclass_fields__
        return [Login(**{k: v or "" for k, v in p.items() if k in known}) for p in people]

    def codes(self) -> dict[str, Any]:
        """The present code of everyone who needs one, and for how long it holds."""
        left = _STEP_SECONDS - clock.now().timestamp() % _STEP_SECONDS
        codes = {login.email: login.code for login in self.shown() if login.totp_secret}
        return {"by_email": codes, "seconds_left": int(left)}
