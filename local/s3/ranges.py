"""Which bytes of an object a Range header asks for; pure."""

import re
from collections.abc import Iterator, Sequence

from local.s3.errors import S3Error

_ONE_RANGE = re.compile(r"bytes=(\d{0,19})-(\d{0,19})")


def parse_range(header: str, size: int) -> range | None:
    """The bytes asked for; None where the header isn't one plain range, which S3 ignores."""
    match = _ONE_RANGE.fullmatch(header.replace(" ", ""))
    if not match or match[0] == "bytes=-":
        return None
    if not match[1]:
        found = range(max(size - int(match[2]), 0), size)
    else:
        last = int(match[2]) if match[2] else size - 1
        if match[2] and last < int(match[1]):
            return None
        found = range(int(match[1]), min(last, size - 1) + 1)
    if not found:
        raise S3Error("InvalidRange")
    return found


def cut(pieces: Sequence[tuple[str, int]], wanted: range) -> Iterator[tuple[str, int, int]]:
    """Name, start and length of each stretch of `pieces` (name, size) that `wanted` covers."""
    begin = 0
    for name, size in pieces:
        first = max(wanted.start, begin)
        last = min(wanted.stop, begin + size)
        if first < last:
            yield name, first - begin, last - first
        begin += size
