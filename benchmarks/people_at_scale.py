"""How long the users page takes over HTTP as a company grows, and what it reads.

    python -m benchmarks.people_at_scale [50 500 5000]

Starts the local stack in a folder of its own, fills the demo's first company with as many people
as each figure says, and asks as its owner does. Printed are medians, their ratio to the same run's
floor (an answer that reads nothing) and to the first size: both should stay where they are.
"""

import sys
import time
from collections.abc import Iterator
from urllib.parse import urlencode

from benchmarks.requests_at_scale import Page, median_ms
from benchmarks.scale_stack import Stack, running_stack
from benchmarks.scale_tickets import sign_in_customer

SIZES = (50, 500, 5_000)
ASKED = {
    "page": {},
    "country": {"country": "AT"},
    "branch": {"branch": "Kiel"},
    "both": {"country": "AT", "branch": "Kiel"},
    "search": {"find": "mu"},
    "narrowed": {"find": "mu", "country": "AT"},
}


def pages(stack: Stack, owner: str) -> Iterator[Page]:
    """What is measured; each call is one request over HTTP."""
    yield Page("floor", lambda _: stack.get("/api/config"))
    for name, query in ASKED.items():
        yield _page(stack, owner, name, f"/api/company/users?{urlencode(query)}")
    yield _page(stack, owner, "export", "/api/company/users-export")


def _page(stack: Stack, owner: str, name: str, path: str) -> Page:
    return Page(name, lambda _: stack.get(path, owner))


def main(arguments: list[str]) -> None:
    """Measure at each size, smallest first."""
    sizes = sorted(int(number) for number in arguments) or list(SIZES)
    with running_stack() as stack:
        owner = sign_in_customer(stack)
        company = stack.get("/api/company", owner)
        first: dict[str, float] = {}
        before = 0
        for size in sizes:
            began = time.monotonic()
            _fill(company["id"], before, size, company["branches"])
            before = size
            print(f"Filled up to {size:,} people in {time.monotonic() - began:.0f} s.", flush=True)
            measured = {page.name: median_ms(page) for page in pages(stack, owner)}
            first = first or measured
            for name, ms in measured.items():
                ratios = (
                    f"{ms / measured['floor']:5.2f} x floor   {ms / first[name]:5.2f} x smallest"
                )
                print(f"  {name:9} {ms:7.2f} ms   {ratios}", flush=True)


def _fill(company_id: str, since: int, until: int, branches: list[str]) -> None:
    from chalicelib.base import clock
    from tests.companies.crowd import fill

    fill(company_id, since, until, branches, clock.now())


if __name__ == "__main__":
    main(sys.argv[1:])
