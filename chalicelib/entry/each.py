"""Work on many things where one that fails holds up no other."""

from collections.abc import Callable, Iterable

from chalicelib.entry.log import log_failure


def do_each(things: Iterable[str], work: Callable[[str], bool]) -> int:
    """Do the work on each; answers how many it changed.

    Failures are logged as they come and raised together at the end, so that the run counts as
    failed; what failed is still due, and comes up again.
    """
    done, failures = 0, []
    for thing in list(things):
        try:
            done += work(thing)
        except Exception as failure:  # noqa: BLE001 - raised below, after the others had their turn
            log_failure(f"due {thing}", failure)
            failures.append(failure)
    if failures:
        raise ExceptionGroup(f"{len(failures)} failed", failures)
    return done
