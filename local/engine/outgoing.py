"""Hands mail from ministack's SES to the mail sink: whole, surely, and without much ado.

ministack reads each mail to the last part, sends it in the background over a connection of its
own, gives up at the first failure, can't send text outside ASCII, and keeps every mail it ever
sent in memory. Here the head is read, and one thread with one connection sends.
"""

import base64
import logging
import os
import queue
import re
import smtplib
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.parser import BytesHeaderParser
from typing import Any

from local.engine.upstream import ses

KEPT_IN_MEMORY = 100
ATTEMPTS = 6

_LINE_END = re.compile(rb"\r\n|\r|\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_REFUSED = "@refused.example"
_log = logging.getLogger("engine")
_sent_emails = ses.sent_emails_list
_rejection = ses.message_rejection


@dataclass
class Courier:
    """Delivers to one SMTP server, in order, from a thread of its own."""

    host: str
    port: int
    _waiting: "queue.SimpleQueue[tuple[str, list[str], bytes]]" = field(
        default_factory=queue.SimpleQueue
    )
    _connection: smtplib.SMTP | None = None

    def start(self) -> None:
        threading.Thread(target=self._run, name="courier", daemon=True).start()

    def take(self, source: str, recipients: list[str], message: str) -> None:
        """Replaces ministack's relay; returns at once."""
        data = _LINE_END.sub(b"\r\n", message.encode("utf-8", "surrogateescape"))
        self._waiting.put((source, recipients, data))

    def _run(self) -> None:
        while True:
            source, recipients, data = self._waiting.get()
            for attempt in range(ATTEMPTS):
                if self._deliver(source, recipients, data):
                    break
                time.sleep(0.1 * 2**attempt if attempt else 0)
            else:
                _log.error("mail to %s is lost", recipients)

    def _deliver(self, source: str, recipients: list[str], data: bytes) -> bool:
        try:
            self._connection = self._connection or smtplib.SMTP(self.host, self.port, timeout=10)
            self._connection.sendmail(source, recipients, data)
        except OSError as failure:
            # Also when the server has closed the connection after a quiet while.
            if not isinstance(failure, smtplib.SMTPServerDisconnected):
                _log.warning("mail to %s not handed over: %s", recipients, failure)
            self._connection = None
            return False
        return True


def read_head(raw: str | bytes) -> dict[str, Any]:
    """Replaces ministack's reading of the whole mail by what it decides by."""
    data = base64.b64decode(raw)
    end = _HEAD_END.search(data)
    head = BytesHeaderParser().parsebytes(data[: end.start()] if end else data)
    names = ("From", "To", "Cc", "Bcc", "Subject")
    return {name: str(head.get(name, "")) for name in names} | {"BodyParts": []}


def sent_emails() -> list[Any]:
    """Replaces ministack's list of sent mail by its last few entries."""
    kept: list[Any] = _sent_emails()
    del kept[:-KEPT_IN_MEMORY]
    return kept


def rejection(sender: str, recipients: Sequence[str] = ()) -> str | None:
    """Replaces ministack's: mail to `refused.example` is refused, as SES refuses some."""
    if any(recipient.endswith(_REFUSED) for recipient in recipients):
        return "Nothing is sent there."
    refused: str | None = _rejection(sender, recipients)
    return refused


def install() -> None:
    ses.replace("message_rejection", rejection)
    ses.replace("sent_emails_list", sent_emails)
    ses.replace("parse_raw_mime", read_head)
    host, _, port = os.environ.get("SMTP_HOST", "").partition(":")
    if port:
        courier = Courier(host, int(port))
        courier.start()
        ses.replace("smtp_relay", courier.take)
