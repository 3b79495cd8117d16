"""How long the requests' pages take over HTTP, and what they read, as the table grows.

    python -m benchmarks.requests_at_scale [1000 20000 100000]

Starts the local stack in a folder of its own, fills it with as many requests of 20 companies as
each figure says, and asks as one client does: list, own list, open (20 messages), create, reply,
find by number, and a staff queue. Printed are medians, their ratio to the same run's floor (an
answer that reads nothing), to the first size, and to what django-helpdesk takes for the same page
(20,000 tickets, one client; measured beforehand, see the figures below).
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.scale_stack import Stack, running_stack
from benchmarks.scale_tickets import COMPANIES, Scene, fill, prepare

SIZES = (1_000, 20_000, 100_000)
ROUNDS = 150
WARM_UP = 20

# Milliseconds at the median of one client, 20,000 tickets, and the ratio that we allow ourselves.
HELPDESK = {"list": (85, 0.15), "open": (161, 0.10), "create": (42, 0.30), "reply": (32, 0.30)}


@dataclass(frozen=True, slots=True)
class Page:
    """One thing that is asked again and again."""

    name: str
    ask: Callable[[int], None]


def pages(stack: Stack, scene: Scene) -> Iterator[Page]:
    """What is measured; each call of `ask` is one request over HTTP."""
    customer, staff, ticket = scene.customer, scene.staff, scene.long_ticket
    new = scene.new_ticket
    yield Page("floor", lambda _: stack.get("/api/config"))
    yield Page("list", lambda _: stack.get("/api/tickets", customer))
    yield Page("own list", lambda _: stack.get("/api/tickets?author=me", customer))
    yield Page("open", lambda _: stack.get(f"/api/tickets/{ticket}", customer))
    yield Page("find", lambda _: stack.get(f"/api/tickets/by-number/{scene.number}", customer))
    yield Page("queue", lambda _: stack.get("/api/staff/tickets?queue=unassigned", staff))
    yield Page("create", lambda _: stack.post("/api/tickets", new, customer))
    # Each reply goes to another request: a conversation must not grow while it is measured.
    replies = {"text": "It happens on every machine.", "files": []}
    targets = scene.reply_targets

    def reply(turn: int) -> None:
        stack.post(f"/api/tickets/{targets[turn % len(targets)]}/messages", replies, customer)

    yield Page("reply", reply)


def median_ms(page: Page) -> float:
    """The median of many calls, after some that don't count."""
    taken = []
    for turn in range(WARM_UP + ROUNDS):
        began = time.perf_counter()
        page.ask(turn)
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken[WARM_UP:])


def show(size: int, measured: dict[str, float], first: dict[str, float]) -> None:
    """One line per page."""
    print(f"\n{size:,} requests of {COMPANIES} companies")
    for name, ms in measured.items():
        line = f"  {name:9} {ms:7.2f} ms   {ms / measured['floor']:5.2f} x floor"
        line += f"   {ms / first[name]:5.2f} x smallest"
        if name in HELPDESK:
            theirs, allowed = HELPDESK[name]
            line += f"   {ms / theirs:5.2f} x django-helpdesk (at most {allowed})"
        print(line, flush=True)


def main(arguments: list[str]) -> None:
    """Measure at each size, smallest first."""
    sizes = [int(number) for number in arguments] or list(SIZES)
    with running_stack() as stack:
        scene = prepare(stack)
        first: dict[str, float] = {}
        for size in sorted(sizes):
            began = time.monotonic()
            fill(scene, size)
            print(f"Filled up to {size:,} in {time.monotonic() - began:.0f} s.", flush=True)
            measured = {page.name: median_ms(page) for page in pages(stack, scene)}
            first = first or measured
            show(size, measured, first)


if __name__ == "__main__":
    main(sys.argv[1:])
