"""Imports of orders: begun as soon as they are asked for, and taken up again where cut off."""

from datetime import datetime

from chalicelib.console.store.imports import import_in
from chalicelib.entry.each import do_each
from chalicelib.entry.job import Jobs, Record

jobs = Jobs(__name__)


@jobs.on_stream("imports", "INSERT")
def import_orders(record: Record, now: datetime) -> None:
    """The import that was just asked for."""
    item = import_in(record["dynamodb"]["NewImage"])
    if item is not None:
        # Loads the schemas too, which a cold start without an import need not wait for.
        from chalicelib.console.service.imports import run_import

        run_import(item.id, now)


@jobs.every(minutes=5)
def resume_order_imports(now: datetime) -> int:
    """Those that nobody is at."""
    from chalicelib.console.service.imports import resume_imports, run_import

    return do_each(resume_imports(now), lambda import_id: run_import(import_id, now))
