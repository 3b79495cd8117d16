"""Many items at once, without conditions: how tests and benchmarks fill tables."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from chalicelib.aws import dynamo
from chalicelib.aws.bulk import THREADS
from chalicelib.aws.tables import Item

BATCH = 25
Json = dict[str, Any]


def write_all(items: Iterable[Item]) -> int:
    """Put every item, in no particular order; answers how many there were.

    Of an iterator no more than a few batches are held at a time.
    """
    from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

    written, under_way = 0, set[Future[int]]()
    with ThreadPoolExecutor(THREADS) as pool:
        # Handed over a few at a time: a pool's own `map` would hold all of them at once.
        for batch in _batches(iter(items)):
            if len(under_way) >= THREADS * 2:
                done, under_way = wait(under_way, return_when=FIRST_COMPLETED)
                written += sum(each.result() for each in done)
            under_way.add(pool.submit(_write, batch))
        return written + sum(each.result() for each in under_way)


def _batches(items: Iterator[Item]) -> Iterator[Sequence[Item]]:
    while batch := list(islice(items, BATCH)):
        yield batch


def _write(batch: Sequence[Item]) -> int:
    wanted: dict[str, list[Json]] = {}
    for item in batch:
        request = {"PutRequest": {"Item": item.serialize()}}
        wanted.setdefault(item.Meta.table_name, []).append(request)
    while wanted:
        answer = dynamo.client().call("BatchWriteItem", {"RequestItems": wanted})
        wanted = answer.get("UnprocessedItems") or {}
    return len(batch)
