"""One line per request and per failure. Never a body, a cookie, a query or a token."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools.logging import Logger

from chalicelib.base import clock
from chalicelib.base.errors import KontorError

if TYPE_CHECKING:
    from chalicelib.entry.call import Call
    from chalicelib.entry.http import Route

logger = Logger(service="kontor", level="INFO", use_rfc3339=True)


def log_call(
    route: "Route[Any]",
    call: "Call[Any] | None",
    status: int,
    error: KontorError | None,
    began: datetime,
) -> None:
    """Who called what, how it ended, how long it took."""
    logger.info(
        "call",
        extra={
            "route": f"{route.method} {route.path}",
            "status": status,
            "error": error.code if error else None,
            "ms": round((clock.now() - began).total_seconds() * 1000, 1),
            "account": call.actor.account_id if call else None,
        },
    )


def log_failure(where: "Route[Any] | str", failure: Exception) -> None:
    """Something nobody expected: the type and the stack, not the message's values."""
    name = where if isinstance(where, str) else f"{where.method} {where.path}"
    logger.error(
        "failure", exc_info=failure, extra={"route": name, "failure": type(failure).__name__}
    )
