"""Writing in bulk: each thing whole or not at all, and what is taken is told."""

import json
from collections.abc import Mapping

import pytest

from chalicelib.aws import dynamo
from chalicelib.aws.bulk import New, create_all
from chalicelib.licenses.model.license import Code, PublicId

pytestmark = pytest.mark.usefixtures("cloud")
Sent = tuple[int, Mapping[str, str], bytes]


def new(number: int) -> New:
    code = Code(pk=f"code#{number}", sk="code", license_id=str(number))
    public = PublicId(pk=f"public#{number}", sk="public", license_id=str(number))
    return New(unique=(code,), others=(public,))


def kept() -> list[set[str]]:
    return [{item.license_id for item in kind.scan()} for kind in (Code, PublicId)]


@pytest.mark.parametrize("count", [0, 1, 50, 51, 230])
def test_everything_is_written(count: int) -> None:
    assert create_all(new(number) for number in range(count)) == []
    assert kept() == [{str(number) for number in range(count)}] * 2


def test_what_is_taken_is_told_and_leaves_nothing_behind() -> None:
    for number in (3, 60):
        Code(pk=f"code#{number}", sk="code", license_id="another").save()
    refused = create_all(new(number) for number in range(120))
    assert sorted(each.unique[0].pk for each in refused) == ["code#3", "code#60"]
    codes, publics = kept()
    assert codes == publics - {"3", "60"} | {"another"}
    assert publics.isdisjoint({"3", "60"})


def test_a_table_that_is_busy_is_asked_again() -> None:
    send, calls = dynamo.client().send, list[str]()

    def busy(operation: str, body: bytes) -> Sent:
        calls.append(operation)
        if len(calls) > 5:
            return send(operation, body)
        kind = "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"
        return 400, {}, json.dumps({"__type": kind, "message": "Slow down."}).encode()

    dynamo.client().send = busy
    try:
        assert create_all([new(1)]) == []
    finally:
        dynamo.client().send = send
    assert kept() == [{"1"}, {"1"}]
