"""Whether two stores are alike but for ids, times and secrets that were drawn anew."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from tests.checks.store import Raw, Store, kind_of

_DRAWN = (
    (re.compile(r"\bkontor_[0-9A-Z]{26}_[\w-]{43}"), "<api token>"),
    (re.compile(r"\bLIC-[0-9A-Z]{4}-[0-9A-Z]{4}\b"), "<public id>"),
    (re.compile(r"\b[2-9A-HJ-KM-NP-Z]{5}(?=(-(\\+u2022|•){5}){3})"), "<start>"),
    (re.compile(r"\b[0-9A-F]{8}\.key\b"), "<key file>"),
    (re.compile(r"\b([2-9A-HJ-KM-NP-Z]{5}-){3}[2-9A-HJ-KM-NP-Z]{5}\b"), "<code>"),
    (re.compile(r"\$argon2id\$[^\"\\]+"), "<password>"),
    (re.compile(r"\b\d{4}-\d\d-\d\dT[0-9:.]+(Z|\+00:00)"), "<time>"),
    (
        re.compile(r"(?<![0-9A-Za-z])[0-7][0-9A-HJKMNP-TV-Z]{25}(\.[\w-]{32})?(?![0-9A-Za-z])"),
        "<id>",
    ),
    (re.compile(r"\b[0-9a-f]{64}\b"), "<digest>"),
    (re.compile(r"\b[A-Z2-7]{32}\b"), "<secret>"),
    (re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}\b"), "<recovery code>"),
    (re.compile(r"\b\d{6}-[0-9A-HJKMNP-TV-Z]{6}\b"), "<number>"),
    (re.compile(r"(?<![\w-])[\w-]{43}(?![\w-])"), "<token>"),
    (re.compile(r"\"upload_?[iI]d\"(: \{\"S\")?: ?\"[^\"]+\""), '"upload": "<id>"'),
    (re.compile(r"uploadId\\\":\\\"[^\"\\]+"), "<upload>"),
    (re.compile(r"\\\"code\\\": \\\"[0-9A-Z]{5}\\\""), "<code>"),
    (re.compile(r"\b1[0-9]{9}([0-9]{3})?\b"), "<moment>"),
    # The file of an offline lease names the lease, and begins so.
    (re.compile(r"[0-9A-F]{8}\.lease|bGVhc2U6IDEK[A-Za-z0-9+/=]+"), "<lease>"),
)
# How often something was tried is no part of what came of it; into how many parts the deny list
# falls depends on ids that are drawn.
UNCOUNTED_KINDS = frozenset({"attempts", "deny_part"})
UNCOUNTED: Mapping[str, frozenset[str]] = {
    "letter": frozenset({"attempts", "error", "due_at"}),
    "day_count": frozenset({"sk"}),
    "account": frozenset({"totp_step"}),
    "passkey": frozenset({"credential_id", "public_key"}),
    # Drawn anew, as the code that both are made of; seats.py checks that they belong together.
    "license": frozenset({"code_start", "sealed_code"}),
    "code_record": frozenset({"start"}),
    # Where an import was cut off after its licenses came into being, they count as unchanged.
    "order_import": frozenset({"new", "known", "busy_until"}),
    # Made of the ids and codes of licenses; tests/checks/denied.py knows whether they are right.
    "deny_change": frozenset({"added", "removed"}),
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
