"""The twelve invariants of design.md §8, asserted of everything that is kept.

    store = check_all(cloud)
    ...                                   # something happens
    check_all(cloud, before=store)        # and what is guarded changed only by its operation

Every crash, race, fuzz and model test ends with it; some tens of milliseconds for a small store.
"""

from collections.abc import Iterable

from local.testing import Cloud
from tests.checks.browsers import BROWSERS
from tests.checks.colleagues import COLLEAGUES
from tests.checks.copies import COPIES
from tests.checks.denied import DENIED
from tests.checks.departed import DEPARTED, DOORS
from tests.checks.entries import ENTRIES
from tests.checks.factors import FACTORS
from tests.checks.guarded import unexplained_changes
from tests.checks.history import HISTORIES
from tests.checks.inbound import INBOUND
from tests.checks.invariant import Invariant, Violated
from tests.checks.invitations import INVITATIONS
from tests.checks.isolation import ISOLATION
from tests.checks.kinds import KINDS
from tests.checks.leased import LEASED
from tests.checks.ledgers import LEDGERS
from tests.checks.letters import LETTERS
from tests.checks.lineage import LINEAGES
from tests.checks.links import LINKS
from tests.checks.listed import PEOPLE_LISTED
from tests.checks.moves import MOVES_HELD
from tests.checks.owners import OWNERS
from tests.checks.reach import REACHES
from tests.checks.recoveries import RECOVERED, RECOVERIES
from tests.checks.seats import SEATS
from tests.checks.selling import SELLING
from tests.checks.sessions import SESSIONS
from tests.checks.signed import SIGNED_FILES
from tests.checks.store import Store, read_store
from tests.checks.wholeness import WHOLENESS

INVARIANTS = (
    Invariant(1, "isolation", ISOLATION),
    Invariant(2, "one owner", (*OWNERS, *RECOVERED)),
    Invariant(
        3, "guarded fields", (*MOVES_HELD, *PEOPLE_LISTED, *INVITATIONS, *COLLEAGUES, *RECOVERIES)
    ),
    Invariant(4, "one-time links", LINKS),
    Invariant(5, "codes and seats", (*SEATS, *LINEAGES, *DENIED, *SELLING)),
    Invariant(6, "premium ledger", LEDGERS, vacuous="contracts: none exist yet"),
    Invariant(7, "key files", (*SIGNED_FILES, *LEASED)),
    Invariant(8, "inbound mail", INBOUND, vacuous="inbound mail: no handler exists yet"),
    Invariant(9, "whole or not at all", (*KINDS, *WHOLENESS, *HISTORIES, *COPIES, *DEPARTED)),
    Invariant(10, "letters", (*LETTERS, *REACHES)),
    Invariant(11, "sessions", (*SESSIONS, *FACTORS, *BROWSERS, *DOORS)),
    Invariant(12, "audit log", ENTRIES),
)


def check_all(
    cloud: Cloud,
    before: Store | None = None,
    *,
    logs: str = "",
    canaries: Iterable[str] = (),
) -> Store:
    """Assert all twelve; answers what was read, to be given as `before` the next time.

    `logs` is what was logged meanwhile, `canaries` are secrets that the test brought in. Raises
    Violated, whose lines each begin with the invariant's number and name.
    """
    store = read_store(cloud, logs=logs, canaries=canaries)
    found = [line for each in INVARIANTS for line in each.violations(store)]
    if before is not None:
        found += [f"3 guarded fields: {line}" for line in unexplained_changes(before, store)]
    if found:
        raise Violated(found)
    return store
