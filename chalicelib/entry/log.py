"""One line per request and per failure. Never a body, a cookie, a query or a token."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import extract_tb
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
            "account": (call.actor.account_id or call.actor.token_id) if call else None,
        },
    )


def log_failure(where: "Route[Any] | str", failure: BaseException) -> None:
    """Something nobody expected: what it was, what AWS calls it, and the stack.

    Not its words: they quote what was worked on, as a validation error quotes the password.
    """
    name = where if isinstance(where, str) else f"{where.method} {where.path}"
    extra = {"route": name, "failure": type(failure).__name__, "stack": list(_stack(failure))}
    logger.error("failure", extra=extra)


def _stack(failure: BaseException | None) -> Iterator[str]:
    """The places it went through, the innermost last; then those of what caused it."""
    while failure is not None:
        for frame in extract_tb(failure.__traceback__):
            yield f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        yield " ".join(filter(None, (type(failure).__name__, _code(failure))))
        failure = failure.__cause__ or failure.__context__


def _code(failure: BaseException) -> str:
    """AWS's word for the error, where it is one of AWS's."""
    response = getattr(failure, "response", None)
    error = response.get("Error") if isinstance(response, dict) else None
    return str(error.get("Code", "")) if isinstance(error, dict) else ""
