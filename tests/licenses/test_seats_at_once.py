"""Invariant 5, LIC-10: many devices at the same moment, some seats."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from chalicelib.licenses.model.license import License
from chalicelib.licenses.store.licenses import KIND
from local.testing import Cloud
from tests.builders import make_license
from tests.invariants import check_all
from tests.licenses.test_activating import activate, ask
from tests.proof.counters import in_full

SEATS = 10
MANY = 1_000 if in_full() else 60
THREADS = 16


@pytest.mark.timeout(600)
def test_ten_win_and_the_others_get_one_clear_answer(cloud: Cloud) -> None:
    """By `make proof` it is a thousand devices."""
    license_ = make_license(nodes=str(SEATS))
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(activate, range(MANY)))
    told = Counter((answer.status, answer.code) for answer in answers)
    assert told == {(200, ""): SEATS, (409, "no_seat_left"): MANY - SEATS}
    assert License.get(license_.pk, KIND).seats_used == SEATS
    check_all(cloud)


def test_one_device_many_times_at_once_takes_one_seat(cloud: Cloud) -> None:
    license_ = make_license(nodes=str(SEATS))
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(activate, [7] * 40))
    assert {(answer.status, answer.json["since"]) for answer in answers} == {
        (200, answers[0].json["since"])
    }
    assert License.get(license_.pk, KIND).seats_used == 1
    check_all(cloud)


def test_coming_and_going_all_the_time_loses_no_seat(cloud: Cloud) -> None:
    make_license(nodes=str(SEATS))

    def come_and_go(number: int) -> None:
        for _ in range(3):
            if activate(number).status == 200:
                assert ask("release", number).status == 200

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(come_and_go, range(30)))
    check_all(cloud)
    assert [activate(number).status for number in range(100, 100 + SEATS)] == [200] * SEATS
