"""Each invariant, broken on purpose past the services, is seen and called by its name."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pynamodb.attributes import DiscriminatorAttribute

from chalicelib.aws.tables import Item
from chalicelib.base import clock
from infra.tables import tables
from local.testing import Machine
from tests.checks.breaking.acts import Act, Breakage
from tests.checks.breaking.apart import COPIES_BROKEN
from tests.checks.breaking.browsers import BROWSERS_BROKEN
from tests.checks.breaking.change import LINKS_BROKEN, MOVES_BROKEN
from tests.checks.breaking.colleagues import COLLEAGUES_BROKEN
from tests.checks.breaking.denied import DENIED_BROKEN
from tests.checks.breaking.departed import DEPARTED_BROKEN, DOORS_BROKEN
from tests.checks.breaking.factors import FACTORS_BROKEN
from tests.checks.breaking.halves import LETTERS_BROKEN, WHOLENESS_BROKEN
from tests.checks.breaking.history import HISTORIES_BROKEN, HISTORY_REWRITTEN
from tests.checks.breaking.invited import INVITATIONS_BROKEN
from tests.checks.breaking.isolation import ISOLATION_BROKEN, OWNERS_BROKEN
from tests.checks.breaking.leased import LEASED_BROKEN, SEATED_BROKEN
from tests.checks.breaking.lineage import LINEAGES_BROKEN
from tests.checks.breaking.money import (
    INBOUND_BROKEN,
    LEDGERS_BROKEN,
    SEATS_BROKEN,
    SIGNED_BROKEN,
)
from tests.checks.breaking.over_time import UNEXPLAINED
from tests.checks.breaking.proof import ENTRIES_BROKEN, SESSIONS_BROKEN
from tests.checks.breaking.reach import REACHES_BROKEN
from tests.checks.breaking.recoveries import RECOVERED_BROKEN, RECOVERIES_BROKEN
from tests.checks.breaking.shop import SELLING_BROKEN
from tests.checks.full import Full, fill, restored
from tests.checks.invariant import Violated
from tests.checks.kinds import FORESEEN, KNOWN
from tests.invariants import INVARIANTS, check_all
from tests.proof.counters import count

pytestmark = pytest.mark.xdist_group("breaking")
BROKEN = {
    1: ISOLATION_BROKEN,
    2: (*OWNERS_BROKEN, *RECOVERED_BROKEN),
    3: (*MOVES_BROKEN, *INVITATIONS_BROKEN, *COLLEAGUES_BROKEN, *RECOVERIES_BROKEN),
    4: LINKS_BROKEN,
    5: (*SEATS_BROKEN, *SEATED_BROKEN, *LINEAGES_BROKEN, *DENIED_BROKEN, *SELLING_BROKEN),
    6: LEDGERS_BROKEN,
    7: (*SIGNED_BROKEN, *LEASED_BROKEN),
    8: INBOUND_BROKEN,
    9: (*WHOLENESS_BROKEN, *HISTORIES_BROKEN, *COPIES_BROKEN, *DEPARTED_BROKEN),
    10: (*LETTERS_BROKEN, *REACHES_BROKEN),
    11: (*SESSIONS_BROKEN, *FACTORS_BROKEN, *BROWSERS_BROKEN, *DOORS_BROKEN),
    12: ENTRIES_BROKEN,
}


@pytest.fixture(scope="module")
def full(machine: Machine) -> Iterator[Full]:
    with pytest.MonkeyPatch.context() as patch, machine.fresh(patch.setenv) as cloud:
        yield fill(cloud)
        clock.shift_by(timedelta)


def test_nothing_is_wrong_with_a_store_that_people_and_jobs_filled(full: Full) -> None:
    """Design §8: all twelve, and nothing guarded changes by itself."""
    check_all(full.cloud, before=check_all(full.cloud))


@pytest.mark.parametrize(
    ("number", "breakage"),
    [(number, breakage) for number, broken in BROKEN.items() for breakage in broken],
    ids=lambda value: value.name if isinstance(value, Breakage) else str(value),
)
def test_what_is_broken_is_seen(full: Full, number: int, breakage: Breakage) -> None:
    """Design §8: by its invariant's number and name, in words that say what it is."""
    name = next(each.name for each in INVARIANTS if each.number == number)
    with restored(full.cloud):
        breakage.act(full)
        with pytest.raises(Violated) as caught:
            check_all(full.cloud, **breakage.given)
    count("invariants", broken_on_purpose=1)
    mine = [line for line in caught.value.found if line.startswith(f"{number} {name}: ")]
    assert any(breakage.says in line for line in mine), caught.value.found


@pytest.mark.parametrize(
    ("says", "act"), [*UNEXPLAINED, *HISTORY_REWRITTEN], ids=lambda value: str(value)[:20]
)
def test_what_changes_by_no_operation_is_seen(full: Full, says: str, act: Act) -> None:
    """Design §8, 3: between two looks, as a model test takes them."""
    before = check_all(full.cloud)
    with restored(full.cloud):
        act(full)
        with pytest.raises(Violated) as caught:
            check_all(full.cloud, before)
    assert any(line.startswith("3 ") and says in line for line in caught.value.found)


def test_all_twelve_are_there_and_every_finder_was_set_off() -> None:
    """A finder that nothing ever sets off may be one that sees nothing."""
    assert [each.number for each in INVARIANTS] == list(range(1, 13))
    for each in INVARIANTS:
        assert {breakage.finder for breakage in BROKEN[each.number]} == set(each.finders)


def test_two_have_nothing_to_bite_on_and_say_so() -> None:
    """Design §8, 6 and 8: who stores contracts, or takes mail in, takes the word away."""
    tables()  # loads every model
    kind = Item.get_attributes()["kind"]
    assert isinstance(kind, DiscriminatorAttribute)
    stored = {kind.get_discriminator(model) for model in kind.get_registered_subclasses(Item)}
    assert {each.number for each in INVARIANTS if each.vacuous} == {6, 8}
    assert stored >= KNOWN
    assert not stored & FORESEEN
