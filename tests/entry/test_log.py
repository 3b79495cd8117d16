"""What is logged of a failure: enough to find it, and nothing that anybody wrote."""

import json
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from botocore.exceptions import ClientError
from pydantic import BaseModel, ValidationError

from chalicelib.entry.log import log_failure, logger

SECRET = "Zugvogel#88abend"


class Strict(BaseModel):
    password: int


@pytest.fixture
def written() -> Iterator[StringIO]:
    """What the log handler writes meanwhile."""
    (handler,) = logger.handlers
    stream = StringIO()
    before = handler.setStream(stream)  # type: ignore[attr-defined]
    yield stream
    handler.setStream(before)  # type: ignore[attr-defined]


def failing(failure: type[Exception], *arguments: Any) -> Exception:
    """The failure as it comes up: caused by another one that quotes its input."""
    try:
        try:
            Strict.model_validate({"password": SECRET})
        except ValidationError as cause:
            raise failure(*arguments) from cause
    except Exception as raised:  # noqa: BLE001 - whatever it is
        return raised
    raise AssertionError(failure)


def test_a_failure_is_logged_with_its_stack_and_without_its_words(written: StringIO) -> None:
    """Invariant 12."""
    log_failure("job example", failing(ValueError, f"bad password {SECRET}"))
    assert SECRET not in written.getvalue()
    line = json.loads(written.getvalue())
    assert (line["message"], line["route"], line["failure"]) == (
        "failure",
        "job example",
        "ValueError",
    )
    assert any("test_log.py" in place and "failing" in place for place in line["stack"])
    assert "ValidationError" in line["stack"]


def test_a_failure_of_aws_is_logged_by_its_code(written: StringIO) -> None:
    refusal = {"Error": {"Code": "ValidationException", "Message": f"bad value {SECRET}"}}
    log_failure("job example", failing(ClientError, refusal, "PutItem"))
    line = json.loads(written.getvalue())
    assert "ClientError ValidationException" in line["stack"]
    assert SECRET not in written.getvalue()
