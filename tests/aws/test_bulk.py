"""Writing in bulk: everything arrives, also what DynamoDB gave back at first."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from chalicelib.aws import dynamo
from chalicelib.aws.bulk import write_all
from chalicelib.licenses.model.license import Code

pytestmark = pytest.mark.usefixtures("cloud")
Sent = tuple[int, Mapping[str, str], bytes]


def codes(count: int) -> list[Code]:
    return [Code(pk=f"code#{number}", sk="code", license_id=str(number)) for number in range(count)]


def kept() -> set[str]:
    return {item.pk for item in Code.scan()}


@pytest.mark.parametrize("count", [0, 1, 25, 26, 101])
def test_everything_is_written(count: int) -> None:
    assert write_all(iter(codes(count))) == count
    assert len(kept()) == count


def test_what_came_back_is_written_again() -> None:
    send = dynamo.client().send
    returned: list[str] = []

    def overloaded(operation: str, body: bytes) -> Sent:
        wanted: dict[str, Any] = json.loads(body)
        (name,) = wanted["RequestItems"]
        first, *others = wanted["RequestItems"][name]
        if not others or len(returned) > 40:
            return send(operation, body)
        returned.append(first["PutRequest"]["Item"]["pk"]["S"])
        status, headers, _ = send(operation, json.dumps({"RequestItems": {name: others}}).encode())
        answer = {"UnprocessedItems": {name: [first]}}
        return status, headers, json.dumps(answer).encode()

    dynamo.client().send = overloaded
    try:
        assert write_all(codes(80)) == 80
    finally:
        dynamo.client().send = send
    assert returned
    assert len(kept()) == 80
