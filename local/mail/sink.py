"""Takes every mail that the product sends, and delivers it into a folder instead of the world."""

import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from local.mail.box import Box
from local.waiting import PATIENCE_SECONDS

MAIL_BYTES = 40 * 1024 * 1024


@dataclass(frozen=True)
class _Deliver:
    """aiosmtpd's handler: called with each whole message."""

    box: Box

    async def handle_DATA(  # noqa: N802 - aiosmtpd looks for this name
        self, _server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        content = envelope.content
        data = content.encode() if isinstance(content, str) else content or b""
        recipients = list(envelope.rcpt_tos)
        await asyncio.to_thread(self.box.deliver, data, recipients)
        return "250 delivered"


class Sink:
    """A running SMTP server on loopback. As a context manager it stops itself."""

    def __init__(self, folder: Path, port: int) -> None:
        self.box = Box(folder)
        self.port = port
        self._controller = Controller(
            _Deliver(self.box),
            hostname="127.0.0.1",
            port=port,
            data_size_limit=MAIL_BYTES,
            ready_timeout=PATIENCE_SECONDS,
        )

    def __enter__(self) -> "Sink":
        self._controller.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._controller.stop()
