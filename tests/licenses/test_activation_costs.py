"""LIC-10: what activations cost, as docs/access-patterns.md says."""

import pytest

from tests.builders import make_license
from tests.capacity import counted
from tests.licenses.test_activating import activate

pytestmark = pytest.mark.usefixtures("cloud")


def test_an_activation_is_one_read_and_one_transaction() -> None:
    """Whether the license has one device or many."""
    make_license(nodes="100000")
    activate(0)
    units = []
    for number in range(1, 30):
        with counted() as costs:
            activate(number)
        assert costs.calls == ["BatchGetItem", "TransactWriteItems"]
        units.append(costs.units)
    assert len(set(units)) == 1


def test_the_same_activation_costs_no_more() -> None:
    make_license()
    activate()
    with counted() as costs:
        activate()
    assert costs.calls == ["BatchGetItem", "TransactWriteItems"]


def test_the_same_activation_costs_a_read_more_where_all_seats_are_taken() -> None:
    """The transaction can't tell then whether the license is good."""
    make_license(nodes="1")
    activate()
    with counted() as costs:
        activate()
    assert costs.calls == ["BatchGetItem", "TransactWriteItems", "BatchGetItem"]
