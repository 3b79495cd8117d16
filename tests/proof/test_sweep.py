"""Design §8, 9: every operation, cut off or hindered at each of its writes, comes out whole."""

import pytest

from local.testing import Machine
from tests.proof.counters import count, in_full
from tests.proof.faults import Fault, How, faults_at
from tests.proof.operation import Operation
from tests.proof.operations.registry import OPERATIONS
from tests.proof.sweep import judge, judge_calm, run

COMMON = frozenset({"cancelled: conflict", "throttled", "SlowDown", "Throttling"})


def _chosen(fault: Fault) -> bool:
    """In `make test`: every mode at every write, and of AWS's many words the common ones."""
    if in_full() or fault.how is not How.REFUSED:
        return True
    return fault.words is not None and fault.words.name in COMMON and fault.for_good


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_no_crash_leaves_a_trace(machine: Machine, operation: Operation) -> None:
    """SCH-4, NOT-2: killed before and after, answer lost, refused; and done again."""
    calm = run(machine, operation)
    broken = {"undisturbed": judge_calm(operation, calm)}
    count("crash sweep", operations=1, writes=len(calm.writes))
    for at, call in enumerate(calm.writes, 1):
        for fault in filter(_chosen, faults_at(call)):
            found = judge(operation, calm, run(machine, operation, at, fault), at, fault)
            broken[f"{fault} at write {at} of {len(calm.writes)}, {call}"] = found
            count(f"crash sweep: {fault.how}", runs=1, violations=bool(found))
    shown = [f"{where}:\n  " + "\n  ".join(found) for where, found in broken.items() if found]
    assert not shown, "\n".join(shown)
