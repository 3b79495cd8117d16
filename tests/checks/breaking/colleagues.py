"""3: staff that are listed as something else, and supervisors that nobody counts."""

from chalicelib.staff.model import Colleague, Supervisors
from tests.checks import colleagues
from tests.checks.breaking.acts import Breakage, again, alter, remove

LATER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"

COLLEAGUES_BROKEN = (
    Breakage(colleagues.staff_are_listed_as_they_are, "not listed so", remove(Colleague)),
    Breakage(
        colleagues.staff_are_listed_as_they_are,
        "has no account",
        again(Colleague, sk=f"staff#{LATER}"),
    ),
    Breakage(
        colleagues.somebody_manages_staff,
        "are counted as supervisors",
        alter(Supervisors, account_ids={LATER}),
    ),
    Breakage(colleagues.somebody_manages_staff, "and not counted", remove(Supervisors)),
)
