"""The one way to write: everything that a change touches, in one transaction.

    change = Transaction(operation, now)
    change.put(account, Account.pk.does_not_exist(), lost=AddressTaken())
    change.commit(answer)

A condition that fails raises the error that was given with it. A change that was made before
(same operation, same fingerprint) is not made again: `commit` raises `Repeated` with the first
answer, and the entry point gives that one.
"""

import json
import random
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from botocore.exceptions import ClientError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from chalicelib.aws import dynamo
from chalicelib.aws.operations import Done
from chalicelib.aws.tables import Item
from chalicelib.base.errors import Conflict, KeyReused, KontorError
from chalicelib.base.operation import Operation

CONFLICT_ATTEMPTS = 8
CONFLICT_SECONDS = 0.005
MOST_ITEMS = 100
FAILED = "ConditionalCheckFailed"
TRANSIENT = frozenset(
    {
        "TransactionConflict",
        "ThrottlingError",
        "ProvisionedThroughputExceeded",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)

Json = dict[str, Any]
Lost = KontorError | Callable[[], Exception]
Found = Callable[[Any], Exception]
Answer = Mapping[str, Any]


class Repeated(Exception):
    """The operation was carried out before; `answer` is what it answered then."""

    def __init__(self, answer: Answer) -> None:
        super().__init__("repeated")
        self.answer = answer


@dataclass(frozen=True, slots=True)
class _Write:
    verb: str
    request: Json
    lost: Lost
    kind: type[Item] | None = None
    found: Found | None = None


class Transaction:
    """Collects writes, and makes them all or none.

    At most 100 items, one write per item. `lost` of each write is the error (or a function that
    makes it) to raise when that write's condition does not hold; without one it is `Conflict`.
    """

    def __init__(self, operation: Operation, now: datetime) -> None:
        self._operation = operation
        self._now = now
        self._writes: list[_Write] = []

    def put(
        self, item: Item, condition: Condition | None = None, *, lost: Lost | None = None
    ) -> None:
        """Write the whole item."""
        request = item.get_save_kwargs_from_instance(condition=condition)
        self._add("Put", request, lost)

    def create(self, item: Item, *, lost: Lost | None = None) -> None:
        """Write an item that must not be there yet."""
        self.put(item, type(item).pk.does_not_exist(), lost=lost)

    def create_unless(self, item: Item, found: Found) -> None:
        """As `create`; where the item is there, raise what `found` makes out of it."""
        request = item.get_save_kwargs_from_instance(
            condition=type(item).pk.does_not_exist(), return_values_on_condition_failure="ALL_OLD"
        )
        self._writes.append(_Write("Put", request, Conflict(), type(item), found))

    def update(
        self,
        item: Item,
        actions: Sequence[Action],
        condition: Condition | None = None,
        *,
        lost: Lost | None = None,
    ) -> None:
        """Change single attributes of an item that must exist."""
        exists = type(item).pk.exists()
        request = item.get_update_kwargs_from_instance(
            actions=list(actions), condition=exists if condition is None else exists & condition
        )
        self._add("Update", request, lost)

    def delete(
        self, item: Item, condition: Condition | None = None, *, lost: Lost | None = None
    ) -> None:
        """Remove an item."""
        self._add("Delete", item.get_delete_kwargs_from_instance(condition=condition), lost)

    def check(self, item: Item, condition: Condition, *, lost: Lost | None = None) -> None:
        """Demand that a condition holds for an item that is not written."""
        request = type(item).get_operation_kwargs_from_class(item.pk, item.sk, condition=condition)
        self._add("ConditionCheck", request, lost)

    def _add(self, verb: str, request: Json, lost: Lost | None) -> None:
        self._writes.append(_Write(verb, request, lost or Conflict()))

    def commit(self, answer: Answer | None = None) -> None:
        """Make the change; `answer` (a small JSON object) is kept for a repeat.

        Raises the `lost` of the first write whose condition failed, `Repeated`, `KeyReused`, or
        `Conflict` when other changes kept coming first.
        """
        done = Done.made(self._operation, answer or {}, self._now)
        mark = done.get_save_kwargs_from_instance(
            condition=Done.pk.does_not_exist(), return_values_on_condition_failure="ALL_OLD"
        )
        writes = [_Write("Put", mark, Conflict()), *self._writes]
        if len(writes) > MOST_ITEMS:
            raise ValueError(len(writes))
        for attempt in range(1, CONFLICT_ATTEMPTS + 1):
            try:
                return _send(writes)
            except ClientError as error:
                self._judge(writes, error)
            # Others are at the same items: the longer it takes, the more of them there are.
            time.sleep(random.uniform(0, CONFLICT_SECONDS * 2**attempt))  # noqa: S311 - jitter
        raise Conflict

    def _judge(self, writes: list[_Write], error: ClientError) -> None:
        """Raise what the cancellation means; return when trying again may help."""
        reasons = cast(Json, error.response).get("CancellationReasons", [])
        codes = [reason.get("Code") for reason in reasons]
        if codes and codes[0] == FAILED:
            raise_repeated(self._operation, Done.from_raw_data(reasons[0]["Item"]))
        for write, reason in zip(writes, reasons, strict=False):
            if reason.get("Code") == FAILED:
                raise _loss(write, reason)
        if not TRANSIENT.intersection([*codes, error.response["Error"]["Code"]]):
            raise error


def _loss(write: _Write, reason: Json) -> Exception:
    """What it means that the condition of this write failed."""
    if write.found and write.kind:
        return write.found(write.kind.from_raw_data(reason["Item"]))
    return write.lost if isinstance(write.lost, KontorError) else write.lost()


def _send(writes: list[_Write]) -> None:
    # The token is new for each attempt of ours and the same for each re-send below us, so an
    # answer that got lost on the way is DynamoDB's to recognise.
    items = [{write.verb: write.request} for write in writes]
    request = {"TransactItems": items, "ClientRequestToken": str(uuid.uuid4())}
    dynamo.client().call("TransactWriteItems", request)


def raise_repeated(operation: Operation, done: Done | None) -> None:
    """Raise `Repeated` (or `KeyReused`) when `done` says the operation was carried out already."""
    if done is None:
        return
    if done.fingerprint != operation.fingerprint:
        raise KeyReused
    raise Repeated(json.loads(done.answer))
