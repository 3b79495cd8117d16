"""The folder of delivered mails: one .eml file each, whose name tells the order of arrival."""

import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from local.mail.letter import Letter, Summary

_SUFFIX = ".eml"
_HEADER_BYTES = 64 * 1024


class Box:
    """Delivers, lists and reads mails. Several processes may look into one folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._summaries: dict[str, Summary] = {}
        self._lock = threading.Lock()
        self._last = 0

    def deliver(self, data: bytes, recipients: list[str]) -> str:
        """Files the mail whole, with its true recipients on top, as a mail server does."""
        name = self._next_name()
        traces = "".join(f"Delivered-To: {address}\r\n" for address in recipients)
        temporary = self._folder / f"{name}.tmp"
        temporary.write_bytes(traces.encode() + data)
        temporary.rename(self._folder / f"{name}{_SUFFIX}")
        return name

    def _next_name(self) -> str:
        with self._lock:
            self._last = max(time.time_ns(), self._last + 1)
            return f"{self._last:020d}-{secrets.token_hex(4)}"

    def names(self) -> list[str]:
        """The ids of all mails, from the newest on."""
        return sorted((path.stem for path in self._folder.glob(f"*{_SUFFIX}")), reverse=True)

    def newest(self, to: str = "", before: str = "") -> Iterator[Summary]:
        """From the newest on; `to` is a part of a recipient's address, `before` a mail's id."""
        wanted = to.strip().lower()
        for name in self.names():
            if before and name >= before:
                continue
            summary = self._summary(name)
            if summary and any(wanted in address.lower() for address in summary.recipients):
                yield summary

    def _summary(self, name: str) -> Summary | None:
        known = self._summaries.get(name)
        if known is None:
            try:
                with (self._folder / f"{name}{_SUFFIX}").open("rb") as file:
                    known = Summary.read(name, file.read(_HEADER_BYTES))
            except FileNotFoundError:
                return None
            self._summaries[name] = known
        return known

    def raw(self, name: str) -> bytes | None:
        """The mail as it was sent; None if there is no such mail."""
        path = self._folder / f"{name}{_SUFFIX}"
        if "/" in name or not path.is_file():
            return None
        return path.read_bytes()

    def read(self, name: str) -> Letter | None:
        data = self.raw(name)
        return Letter.read(name, data) if data is not None else None

    def clear(self) -> None:
        for path in self._folder.glob(f"*{_SUFFIX}"):
            path.unlink(missing_ok=True)
        self._summaries.clear()
