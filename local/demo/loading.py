"""Loading the demo: first what one needs to begin, then the rest of the orders."""

import json
import time
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

from chalicelib.base import ids
from chalicelib.base.actor import NOBODY
from chalicelib.base.operation import Operation
from chalicelib.catalog.loading import load_catalog
from chalicelib.catalog.orderable import orderable
from chalicelib.catalog.schemas.file import CatalogFile
from chalicelib.licenses.exports import read_lines
from chalicelib.licenses.importing import Problem, import_lines, import_orders, sum_up
from local.demo import holdings, people, samples, talks
from local.demo.orders import Row, order_rows, write_export

CATALOG = Path(__file__).parent / "catalog.json"
EXPORT = "orders.csv"
PAGE = "demo.json"
KEY_FILES = "samples"


@dataclass(frozen=True, slots=True)
class Demo:
    """Where the demo keeps its files, and how much of everything there is to be."""

    folder: Path
    licenses: int
    tickets: int


def load_demo(demo: Demo, now: datetime) -> None:
    """Everything; what is there already stays. Says on the terminal how far it is.

    The developers' page has the logins and samples as soon as they work, before the bulk of the
    orders is in.
    """
    before = _read_page(demo)
    first = _first_rows(now)
    _load_catalog(now)
    import_orders(first)
    people.make_people(now)
    holdings.claim_all(now.date())
    told = int(before.get("tickets", 0))
    talks.hold_talks(told, demo.tickets, now)
    told = max(told, demo.tickets)
    _write_page(demo, now, tickets=told, whole=False)
    _load_orders(demo, first, now)
    _write_page(demo, now, tickets=told, whole=True)


def _first_rows(now: datetime) -> list[Row]:
    return [*samples.sample_rows(now.date()), *holdings.all_bought_rows(now.date())]


def _load_catalog(now: datetime) -> None:
    data = CatalogFile.model_validate_json(CATALOG.read_bytes())
    load_catalog(NOBODY, data, now, Operation(ids.token()))


def _load_orders(demo: Demo, first: list[Row], now: datetime) -> None:
    """Export everything as the vendor's order system would, and load that file."""
    others = order_rows(max(0, demo.licenses - len(first)), now.date())
    write_export(demo.folder / EXPORT, chain(first, others))
    began = time.monotonic()
    with (demo.folder / EXPORT).open("rb") as file:
        done = sum_up(import_lines(read_lines(file), _tell, orderable(now)))
    seconds = time.monotonic() - began
    print(f"Orders: {done.new} new licenses, {done.known} known, in {seconds:.1f} s.", flush=True)


def _tell(problem: Problem) -> None:
    print(f"{EXPORT}, line {problem.line}: {problem.column}: {problem.words('en')}", flush=True)


def _read_page(demo: Demo) -> dict[str, Any]:
    path = demo.folder / PAGE
    page: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return page


def _write_page(demo: Demo, now: datetime, *, tickets: int, whole: bool) -> None:
    """What the developers' page shows, put in place at once."""
    folder = demo.folder / KEY_FILES
    shown = [*samples.CODES, *samples.write_key_files(folder, now)]
    page = {
        "whole": whole,
        "tickets": tickets,
        "logins": list(people.logins()),
        "samples": [samples.as_json(sample, folder) for sample in shown],
    }
    temporary = demo.folder / f"{PAGE}.new"
    temporary.write_text(json.dumps(page, indent=2, ensure_ascii=False), encoding="utf-8")
    temporary.replace(demo.folder / PAGE)
