"""Hands mail from ministack's SES to the mail sink, as it was given and surely.

ministack sends in the background, gives up at the first failure, and can't send text outside
ASCII; and it keeps every mail it ever sent in memory.
"""

import logging
import re
import smtplib
import time
from typing import Any

from local.engine.upstream import ses

KEPT_IN_MEMORY = 100
ATTEMPTS = 5

_LINE_END = re.compile(rb"\r\n|\r|\n")
_log = logging.getLogger("engine")
_sent_emails = ses.sent_emails_list


def send(source: str, recipients: list[str], message: str | bytes, host: str, port: int) -> None:
    """Replaces ministack's sender; runs in a thread of its own."""
    data = message if isinstance(message, bytes) else message.encode("utf-8", "surrogateescape")
    data = _LINE_END.sub(b"\r\n", data)
    for attempt in range(ATTEMPTS):
        try:
            with smtplib.SMTP(host, port, timeout=10) as connection:
                connection.sendmail(source, recipients, data)
        except OSError as failure:
            _log.warning("mail to %s not handed over: %s", recipients, failure)
            time.sleep(0.2 * 2**attempt)
        else:
            return
    _log.error("mail to %s is lost", recipients)


def sent_emails() -> list[Any]:
    """Replaces ministack's list of sent mail by its last few entries."""
    kept: list[Any] = _sent_emails()
    del kept[:-KEPT_IN_MEMORY]
    return kept


def install() -> None:
    ses.replace("smtp_send", send)
    ses.replace("sent_emails_list", sent_emails)
