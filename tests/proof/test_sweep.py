"""Design §8, 9: every operation, cut off or hindered at each of its writes, comes out whole."""

from collections.abc import Iterator

import pytest

from local.testing import Machine
from tests.proof.counters import count, in_every_wording, in_full
from tests.proof.faults import Fault, How, faults_at
from tests.proof.operation import Operation
from tests.proof.operations.registry import OPERATIONS
from tests.proof.stage import Stage
from tests.proof.sweep import judge, judge_calm, run


def _chosen(operation: Operation, at: int, call: str) -> Iterator[Fault]:
    """All faults, of AWS's words for a refusal two; in `make test` one, each mode in its turn.

    What is left out goes by turns: every mode and every wording comes up at some write or other.
    """
    faults = list(faults_at(call))
    if in_every_wording():
        yield from faults
        return
    turn = OPERATIONS.index(operation) + at
    if not in_full():
        how = list(How)[turn % len(How)]
        alike = [fault for fault in faults if fault.how is how]
        yield alike[turn // len(How) % len(alike)]
        return
    names = list(dict.fromkeys(fault.words.name for fault in faults if fault.words))
    chosen = {names[(turn + step) % len(names)] for step in (0, len(names) // 2)}
    yield from (fault for fault in faults if fault.words is None or fault.words.name in chosen)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_no_crash_leaves_a_trace(machine: Machine, operation: Operation) -> None:
    """SCH-4, NOT-2: killed before and after, answer lost, refused; and done again."""
    with Stage(machine, operation.scene) as stage:
        calm = run(stage, operation)
        broken = {"undisturbed": judge_calm(operation, calm)}
        count("crash sweep", operations=1, writes=len(calm.writes))
        for at, call in enumerate(calm.writes, 1):
            for fault in _chosen(operation, at, call):
                found = judge(operation, calm, run(stage, operation, at, fault), at, fault)
                broken[f"{fault} at write {at} of {len(calm.writes)}, {call}"] = found
                count(f"crash sweep: {fault.how}", runs=1, violations=bool(found))
    shown = [f"{where}:\n  " + "\n  ".join(found) for where, found in broken.items() if found]
    assert not shown, "\n".join(shown)
