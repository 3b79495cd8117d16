"""Writing many items at once: for imports.

Everything that people do goes through `aws/transactions.py` instead.
"""

import random
import time
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from botocore.exceptions import ClientError

from chalicelib.aws import dynamo
from chalicelib.aws.tables import Item
from chalicelib.aws.transactions import FAILED, MOST_ITEMS, TRANSIENT

THREADS = 4
BACKOFF_SECONDS = 0.05
ATTEMPTS = 10
PASSING = TRANSIENT | {FAILED, "ProvisionedThroughputExceededException", "ThrottlingException"}
Json = dict[str, Any]


class NotTaken(Exception):
    """DynamoDB kept giving items back: the table takes no more for now."""


@dataclass(frozen=True, slots=True)
class New:
    """Items that come into being together, or not at all.

    `unique` are those whose keys nobody may have yet, `others` are written in any case.
    """

    unique: Sequence[Item]
    others: Sequence[Item]

    def __len__(self) -> int:
        return len(self.unique) + len(self.others)


def create_all(wanted: Iterable[New]) -> list[New]:
    """Write each of these, several in one transaction; answers those whose keys were taken.

    That somebody else makes the same meanwhile is ruled out. After an exception some are written
    as a whole, and the others not at all. Unlike `Transaction` it keeps no mark of an operation:
    the unique keys tell a repeat (docs/decisions/0037), so they must follow from what is asked.
    """
    from concurrent.futures import ThreadPoolExecutor

    packs = list(_packs(wanted))
    if len(packs) < 2:
        return [new for pack in packs for new in _create(pack)]
    with ThreadPoolExecutor(THREADS) as pool:
        return [new for refused in pool.map(_create, packs) for new in refused]


def _packs(wanted: Iterable[New]) -> Iterator[list[New]]:
    pack: list[New] = []
    for new in wanted:
        if pack and sum(map(len, pack)) + len(new) > MOST_ITEMS:
            yield pack
            pack = []
        pack.append(new)
    if pack:
        yield pack


def _create(pack: Sequence[New]) -> list[New]:
    left, taken = list(pack), list[New]()
    for attempt in range(ATTEMPTS):
        try:
            dynamo.client().call("TransactWriteItems", _request(left))
        except ClientError as error:
            codes = _codes(error)
            if not PASSING.intersection([*codes, error.response["Error"]["Code"]]):
                raise
            places = iter(codes)
            lost = [new for new in left if FAILED in [next(places, "") for _ in range(len(new))]]
            taken += lost
            left = [new for new in left if new not in lost]
            if not left:
                return taken
            if not lost:
                time.sleep(random.uniform(0, BACKOFF_SECONDS * 2**attempt))  # noqa: S311 - jitter
        else:
            return taken
    raise NotTaken


def _request(wanted: Sequence[New]) -> Json:
    puts: list[Json] = []
    for new in wanted:
        for item in new.unique:
            free = type(item).pk.does_not_exist()
            puts.append({"Put": item.get_save_kwargs_from_instance(condition=free)})
        puts += [{"Put": item.get_save_kwargs_from_instance()} for item in new.others]
    return {"TransactItems": puts, "ClientRequestToken": str(uuid.uuid4())}


def _codes(error: ClientError) -> list[str]:
    reasons: list[Json] = cast(Json, error.response).get("CancellationReasons", [])
    return [str(reason.get("Code")) for reason in reasons]
