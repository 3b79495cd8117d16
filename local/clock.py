"""Lets time pass on the local stack: `python -m local.clock 8d` (or 90m, 12h, 45s, 1d12h).

The file KONTOR_CLOCK_FILE holds how many seconds the product's clock is ahead. Time only goes
forward, as in the world: what happened stays in the past. The machine's own clock is not touched.
"""

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chalicelib.base import clock

_UNITS = {"d": "days", "h": "hours", "m": "minutes", "s": "seconds"}
_PART = re.compile(r"(\d+)([dhms])")


class Offset:
    """How far ahead the clock is, read anew whenever the file changes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._offset = timedelta()

    def __call__(self) -> timedelta:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return timedelta()
        seen = (status.st_mtime_ns, status.st_ino)
        if seen != self._seen:
            self._offset = timedelta(seconds=float(self._path.read_text(encoding="utf-8")))
            self._seen = seen
        return self._offset

    def move(self, by: timedelta) -> None:
        """Every process that follows this file is `by` further at its next reading."""
        if by < timedelta():
            raise ValueError("time only goes forward")
        temporary = self._path.with_suffix(".new")
        temporary.write_text(str((self() + by).total_seconds()), encoding="utf-8")
        temporary.replace(self._path)


def follow(path: Path) -> Offset:
    """Makes this process read its time by the file."""
    offset = Offset(path)
    clock.shift_by(offset)
    return offset


def parse(text: str) -> timedelta:
    """`1d12h` as a duration; ValueError where it isn't one."""
    parts = _PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        message = f"{text!r} is no duration: write 7d, 12h, 90m, 45s or 1d12h"
        raise ValueError(message)
    return sum((timedelta(**{_UNITS[unit]: int(number)}) for number, unit in parts), timedelta())


def main() -> int:
    from local.jobs.client import run_now
    from local.stack import Stack

    if len(sys.argv) != 2:
        print("How far? make clock BY=8d (or 12h, 90m, 1d12h)")
        return 2
    try:
        by = parse(sys.argv[1])
    except ValueError as wrong:
        print(wrong)
        return 2
    stack = Stack.of_environment()
    offset = Offset(stack.clock_file)
    offset.move(by)
    print(f"The product's time is now {datetime.now(UTC) + offset():%A, %Y-%m-%d %H:%M:%S} UTC.")
    done = run_now(stack.jobs_port)
    print("The stack isn't running: its jobs follow at the next start." if done is None else done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
