"""Whether two stores are alike but for ids, times and secrets that were drawn anew."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from tests.checks.store import Raw, Store, kind_of

_DRAWN = (
    (re.compile(r"\$argon2id\$[^\"\\]+"), "<password>"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+00:00)"), "<time>"),
    (
        re.compile(r"(?<![0-9A-Za-z])[0-7][0-9A-HJKMNP-TV-Z]{25}(\.[\w-]{32})?(?![0-9A-Za-z])"),
        "<id>",
    ),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<digest>"),
    (re.compile(r"\b\d{6}-[0-9A-HJKMNP-TV-Z]{6}\b"), "<number>"),
    (re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])"), "<token>"),
    (re.compile(r"\"upload_?[iI]d\"(: \{\"S\")?: ?\"[^\"]+\""), '"upload": "<id>"'),
    (re.compile(r"uploadId\\\":\\\"[^\"\\]+"), "<upload>"),
    (re.compile(r"\b1[0-9]{9}([0-9]{3})?\b"), "<moment>"),
)
# How often something was tried is no part of what came of it.
UNCOUNTED_KINDS = frozenset({"attempts"})
UNCOUNTED: Mapping[str, frozenset[str]] = {
    "letter": frozenset({"attempts", "error", "due_at"}),
    "day_count": frozenset({"sk"}),
    "account": frozenset({"totp_step"}),
}


def plain(text: str) -> str:
    """The text with everything that is drawn anew each time taken out."""
    for pattern, word in _DRAWN:
        text = pattern.sub(word, text)
    return text


def likeness(store: Store) -> Counter[str]:
    """What is kept, each item as one line, ids and times taken out."""
    found: Counter[str] = Counter()
    for table, rows in store.raw.items():
        for row in rows:
            if kind_of(row) not in UNCOUNTED_KINDS:
                found[f"{table} {_line(row)}"] += 1
    found.update(f"object of {size} bytes" for size in store.objects.values())
    return found


def _line(row: Raw) -> str:
    left_out = UNCOUNTED.get(kind_of(row), frozenset())
    kept: dict[str, Any] = {name: v for name, v in sorted(row.items()) if name not in left_out}
    return plain(json.dumps(kept, ensure_ascii=False))


def differences(expected: Counter[str], found: Counter[str]) -> list[str]:
    """What is missing from, or too much in, the second."""
    missing = [f"missing {n} × {line}" for line, n in (expected - found).items()]
    return missing + [f"too much {n} × {line}" for line, n in (found - expected).items()]
