from datetime import UTC, datetime

import pytest

from chalicelib.accounts.model import Account, Session
from chalicelib.aws import dynamo
from chalicelib.aws.operations import find_done
from chalicelib.aws.tables import read_many, read_one
from chalicelib.aws.transactions import MOST_ITEMS, Repeated, Transaction
from chalicelib.base.errors import Conflict, KeyReused, KontorError
from chalicelib.base.operation import Operation

pytestmark = pytest.mark.usefixtures("cloud")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


class SeatTakenError(KontorError):
    code = "seat_taken"
    status = 409


def _session(name: str) -> Session:
    return Session(
        pk="person",
        sk=f"session#{name}",
        secret_hash="x",
        device="",
        created_at=NOW,
        ends_at=NOW,
        cleanup=NOW,
    )


def _create(name: str, operation: Operation, answer: str = "") -> None:
    change = Transaction(operation, NOW)
    change.create(_session(name), lost=SeatTakenError())
    change.commit({"made": answer or name})


def test_a_failed_condition_raises_the_error_given_with_it() -> None:
    _create("one", Operation.of("me", "1"))
    with pytest.raises(SeatTakenError):
        _create("one", Operation.of("me", "2"))


def test_nothing_is_written_when_one_condition_fails() -> None:
    _create("one", Operation.of("me", "1"))
    change = Transaction(Operation.of("me", "2"), NOW)
    change.create(_session("two"))
    change.create(_session("one"))
    with pytest.raises(Conflict):
        change.commit()
    assert read_one(Session, "person", "session#two") is None
    assert find_done(Operation.of("me", "2")) is None


def test_a_repeat_is_told_the_first_answer_and_changes_nothing() -> None:
    operation = Operation.of("me", "1", b"asked")
    _create("one", operation)
    with pytest.raises(Repeated) as repeated:
        _create("two", operation)
    assert repeated.value.answer == {"made": "one"}
    assert read_one(Session, "person", "session#two") is None


def test_the_same_key_with_other_content_is_refused() -> None:
    _create("one", Operation.of("me", "1", b"asked"))
    with pytest.raises(KeyReused):
        _create("two", Operation.of("me", "1", b"asked otherwise"))


def test_the_same_key_of_somebody_else_is_another_operation() -> None:
    _create("one", Operation.of("me", "1"))
    _create("two", Operation.of("you", "1"))
    assert read_one(Session, "person", "session#two") is not None


def test_an_update_needs_its_item_to_be_there() -> None:
    change = Transaction(Operation.of("me", "1"), NOW)
    change.update(_session("gone"), [Session.device.set("x")], lost=SeatTakenError())
    with pytest.raises(SeatTakenError):
        change.commit()
    assert read_one(Session, "person", "session#gone") is None


def test_more_items_than_a_transaction_holds_are_refused_before_anything_is_sent() -> None:
    change = Transaction(Operation.of("me", "1"), NOW)
    for number in range(MOST_ITEMS):
        change.create(_session(str(number)))
    with pytest.raises(ValueError, match="101"):
        change.commit()


def test_a_lost_answer_is_asked_for_again_and_the_change_is_made_once() -> None:
    client = dynamo.client()
    sent: list[bytes] = []
    plain = client.send

    def lose_first(operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        answer = plain(operation, body)
        sent.append(body)
        if len(sent) == 1:
            raise dynamo.LostAnswer(error="reset by peer")
        return answer  # type: ignore[return-value]

    client.send = lose_first
    _create("one", Operation.of("me", "1"))
    assert len(sent) == 2
    assert sent[0] == sent[1]
    assert read_one(Session, "person", "session#one") is not None


def test_items_of_several_tables_are_read_in_one_round_trip() -> None:
    _create("one", Operation.of("me", "1"))
    client, calls = dynamo.client(), []
    plain = client.send

    def count(operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        calls.append(operation)
        return plain(operation, body)  # type: ignore[return-value]

    client.send = count
    found = read_many(
        [(Account, "person", "account"), (Session, "person", "session#one")], consistent=True
    )
    assert [type(item) for item in found] == [type(None), Session]
    assert calls == ["BatchGetItem"]
