"""Two at the same moment: exactly one wins, or both, and whoever loses hears why."""

import pytest

from local.testing import Machine
from tests.proof.counters import count, in_full
from tests.proof.races.activation import ACTIVATION
from tests.proof.races.desk import DESK
from tests.proof.races.files import FILES
from tests.proof.races.founding import FOUNDING
from tests.proof.races.importing import IMPORTING
from tests.proof.races.jobs import JOBS
from tests.proof.races.joining import JOINING
from tests.proof.races.leaving import LEAVING
from tests.proof.races.names import NAMES
from tests.proof.races.people import PEOPLE
from tests.proof.races.race import Race, run_all
from tests.proof.races.recoveries import RECOVERIES
from tests.proof.races.requests import REQUESTS
from tests.proof.races.shop import SHOP
from tests.proof.races.signing_in import SIGNING_IN
from tests.proof.races.vendors_people import VENDORS_PEOPLE

RACES = (
    *(*JOINING, *PEOPLE, *SIGNING_IN, *REQUESTS, *FILES, *SHOP, *JOBS, *DESK),
    *LEAVING,
    *NAMES,
    *FOUNDING,
    *RECOVERIES,
    *VENDORS_PEOPLE,
    *ACTIVATION,
    *IMPORTING,
)


MOST_SWITCHES = 1
"""In `make test`: orders in which one that could go on is left for the other once at most."""


# Every order of one is run in one test: some seconds alone, minutes on a machine that is busy.
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("race", RACES, ids=str)
def test_every_order_comes_out_right(machine: Machine, race: Race) -> None:
    """Invariant 9, SCH-4, ACC-2, ACC-3, REQ-9."""
    broken = []
    count("races", pairs=1)
    for order, found in run_all(machine, race, None if in_full() else MOST_SWITCHES):
        count("races", interleavings=1, violations=bool(found))
        if found:
            broken.append(f"{order}:\n  " + "\n  ".join(found))
    assert not broken, "\n".join(broken)
