"""Routes that are the same on both sides of the counter: one declaration, two paths."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from chalicelib.entry.access import ANYONE, PERSON, STAFF, STAFF_ENROLLING, Access
from chalicelib.entry.call import Call
from chalicelib.entry.http import Routes, View

SIGNED_IN = (PERSON, STAFF)
ENROLLING = (PERSON, STAFF_ENROLLING)
OPEN = (ANYONE, ANYONE)


def both(
    routes: Routes,
    method: str,
    path: str,
    access: tuple[Access, Access],
    summary: str,
    **more: Any,
) -> Callable[[View], View]:
    """Declare `/api<path>` for customers and `/api/staff<path>` for staff.

    `access` is that of each side; the view learns the side from `call.staff`.
    """
    declare = getattr(routes, method)

    def declare_both(view: View) -> View:
        @wraps(view)
        def for_staff(call: Call[Any]) -> Any:
            return view(call)

        for_staff.__name__ = f"staff_{view.__name__}"
        declare(f"/api{path}", access[0], summary, **more)(view)
        declare(f"/api/staff{path}", access[1], f"{summary} (staff)", **more)(for_staff)
        return view

    return declare_both
