"""SCH-4: every job, handed its event again and again, out of order, and with poison in it."""

from collections.abc import Callable

import pytest

from chalicelib.entry.all_jobs import load_jobs
from chalicelib.entry.job import Event, Kind
from local.testing import Machine
from tests.invariants import check_all
from tests.proof.counters import count
from tests.proof.likeness import differences, likeness
from tests.proof.operation import ByJob, Operation, Perform
from tests.proof.operations.registry import OPERATIONS
from tests.proof.stage import Set, Stage
from tests.proof.sweep import run, settle

KINDS = {f"job {job.name}": job.kind for job in load_jobs()}
OF_JOBS = [one for one in OPERATIONS if one.covers and one.covers[0] in KINDS and not one.logs_each]
NUMBER = "poison"
POISON = {
    "eventName": "INSERT",
    "dynamodb": {
        "SequenceNumber": NUMBER,
        "Keys": {},
        "NewImage": {"pk": {"S": "poison"}, "sk": {"S": "x"}, "kind": {"S": "telepathy"}},
    },
}
Deliveries = list[tuple[Event, list[str]]]
"""Events one after the other, each with the records that are to be reported as failed."""
Way = Callable[[Event], Deliveries]


def _three_times(event: Event) -> Deliveries:
    return [(event, [])] * 3


def _backwards(event: Event) -> Deliveries:
    return [({"Records": event["Records"][::-1]}, [])]


def _in_part_then_whole(event: Event) -> Deliveries:
    return [({"Records": event["Records"][1:]}, []), (event, [])]


def _poison_first(event: Event) -> Deliveries:
    return [({"Records": [POISON, *event["Records"]]}, [NUMBER])]


def _poison_last(event: Event) -> Deliveries:
    """The mapping hands in again what failed and all that came after it, until it parks it."""
    poisoned = {"Records": [*event["Records"], POISON]}
    return [(poisoned, [NUMBER]), ({"Records": [POISON]}, [NUMBER]), (event, [])]


OF_ALL = (_three_times,)
OF_STREAMS = (*OF_ALL, _backwards, _in_part_then_whole, _poison_first, _poison_last)


def _deliver(scene: Set[Perform], way: Way) -> list[str]:
    assert isinstance(scene.made, ByJob)
    found = []
    for event, wanted in way(scene.made.event):
        answer = scene.made.job(event, None)
        failed = [one["itemIdentifier"] for one in answer.get("batchItemFailures", ())]
        if failed != wanted:
            found.append(f"reports {failed} as failed, and not {wanted}")
    return found


def test_every_job_is_here() -> None:
    assert {operation.covers[0] for operation in OF_JOBS} == KINDS.keys()


@pytest.mark.parametrize("operation", OF_JOBS, ids=str)
def test_a_job_comes_to_the_same_however_its_event_is_handed_in(
    machine: Machine, operation: Operation
) -> None:
    """SCH-4, NOT-2: of a batch with poison only the poison is handed in again."""
    broken = []
    with Stage(machine, operation.scene) as stage:
        calm = run(stage, operation)
        is_stream = KINDS[operation.covers[0]] is Kind.STREAM
        for way in OF_STREAMS if is_stream else OF_ALL:
            with stage.play() as scene:
                found = _deliver(scene, way)
                settle(scene.cloud)
                found += differences(calm.likeness, likeness(check_all(scene.cloud, scene.before)))
            count("deliveries", ways=1, violations=bool(found))
            broken += [f"{way.__name__}: {line}" for line in found]
    assert not broken, "\n".join(broken)
