"""What the tests of the rules draw from, and how they count what they tried."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.licenses.model.license import ClaimState, License
from tests.licenses.builders import a_license
from tests.proof.counters import count, in_full

EXAMPLES = 300 if in_full() else 30
_T = TypeVar("_T", bound=Callable[..., None])

moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
days = moments.map(lambda moment: moment.date())
ids = st.sampled_from(["", "a", "b", "c"])
branches = st.sampled_from(["", "Nord", "Süd"])
products = st.lists(
    st.sampled_from(["guard", "vault", "gate"]), min_size=1, max_size=2, unique=True
)


def fuzzed(*drawn: Any, **named: Any) -> Callable[[_T], Any]:
    """As Hypothesis' `given`, with few examples in `make test`; each is counted."""

    def decorate(test: _T) -> Any:
        @wraps(test)
        def counted(*values: Any, **more: Any) -> None:
            count("fuzzing of rules", examples=1)
            test(*values, **more)

        limit: Any = settings(max_examples=EXAMPLES, database=None)
        drawing: Any = given
        return limit(drawing(*drawn, **named)(counted))

    return decorate


@st.composite
def licenses(draw: Callable[[Any], Any]) -> License:
    """A license with any facts."""
    return a_license(
        pk=draw(ids),
        products=draw(products),
        starts_on=draw(days),
        expires_on=draw(days),
        activated_on=draw(st.none() | days),
        blocked_at=draw(st.none() | moments),
        block_reason=draw(st.none() | st.just("As asked.")),
        block_told=draw(st.none() | moments),
        expiry_told=draw(st.none() | st.sampled_from([7, 30])),
        expiry_told_for=draw(st.none() | days),
        needs_check=draw(st.booleans()),
        claim=draw(st.none() | st.sampled_from(list(ClaimState))),
        company_id=draw(ids) or None,
        merged_into=draw(st.none() | st.just("d")),
    )


@st.composite
def actors(draw: Callable[[Any], Any]) -> Actor:
    """Anybody at all."""
    return Actor(
        account_id=draw(ids),
        company_id=draw(ids),
        owner=draw(st.booleans()),
        rights=draw(st.frozensets(st.sampled_from(list(Right)))),
        scope=draw(branches),
        role=draw(st.none() | st.sampled_from(list(StaffRole))),
    )
