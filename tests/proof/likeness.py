"""Whether two stores are alike but for ids, times and secrets that were drawn anew."""

import base64
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from chalicelib.licenses.model.denials import DenyPart
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import CodeRecord
from chalicelib.licenses.rules.codes import show_code
from chalicelib.licenses.rules.deny_list import unpack
from chalicelib.licenses.rules.key_file import key_file_name
from chalicelib.licenses.sealing import open_code
from tests.checks.store import Raw, Store, kind_of

Names = Mapping[str, str]
"""Each name that a store drew, with the word that stands for it."""

_DRAWN = (
    (re.compile(r"\bkontor_[0-9A-Z]{26}_[\w-]{43}"), "<api token>"),
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
    (re.compile(r"\b1[0-9]{9}([0-9]{3})?\b"), "<moment>"),
    # The file of an offline lease names the lease, and begins so.
    (re.compile(r"[0-9A-F]{8}\.lease|bGVhc2U6IDEK[A-Za-z0-9+/=]+"), "<lease>"),
)
# How often something was tried is no part of what came of it. Into how many parts the deny list
# falls depends on ids that are drawn: its entries are counted below, whatever part they are in.
UNCOUNTED_KINDS = frozenset({"attempts", "deny_part"})
UNCOUNTED: Mapping[str, frozenset[str]] = {
    "letter": frozenset({"attempts", "error", "due_at"}),
    "day_count": frozenset({"sk"}),
    "account": frozenset({"totp_step"}),
    "passkey": frozenset({"credential_id", "public_key"}),
}


def _opened(row: Raw) -> Raw:
    """A license with its code as it is; the seal depends on the license's id."""
    sealed = base64.b64decode(row["sealed_code"]["B"])
    return row | {"sealed_code": show_code(open_code(sealed, row["pk"]["S"]))}


def _lines_read(row: Raw) -> Raw:
    """Where an import was cut off after its licenses came into being, they count as unchanged."""
    read = sum(int(row[name]["N"]) for name in ("new", "known"))
    return {name: value for name, value in row.items() if name != "known"} | {"new": read}


def _entries_counted(row: Raw) -> Raw:
    """Entries are made of ids and codes; tests/checks/denied.py knows whether they are right."""
    return {
        name: len(unpack(base64.b64decode(value["B"]))) if "B" in value else value
        for name, value in row.items()
    }


REWRITTEN: Mapping[str, Callable[[Raw], Raw]] = {
    "license": _opened,
    "order_import": _lines_read,
    "deny_change": _entries_counted,
}


def names_in(store: Store) -> Names:
    """What licenses were called at random: the same words, and only these, stand for them."""
    found: dict[str, str] = {record.start: "<start>" for record in store.of(CodeRecord)}
    for license_ in store.of(License):
        code = open_code(license_.sealed_code, license_.pk)
        files = {key_file_name(license_.pk, product) for product in license_.products}
        found |= dict.fromkeys(files, "<key file>")
        found |= {license_.code_start: "<start>", license_.public_id: "<public id>"}
        found |= {code: "<code>", show_code(code): "<code>"}
    return found


def plain(text: str, names: Names) -> str:
    """The text with everything that is drawn anew each time taken out."""
    if names:
        words = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        known = re.compile(rf"(?<![0-9A-Za-z])({words})(?![0-9A-Za-z])")
        text = known.sub(lambda match: names[match[0]], text)
    for pattern, word in _DRAWN:
        text = pattern.sub(word, text)
    return text


def likeness(store: Store) -> Counter[str]:
    """What is kept, each item as one line, ids and times taken out."""
    found: Counter[str] = Counter()
    names = names_in(store)
    for table, rows in store.raw.items():
        for row in rows:
            if kind_of(row) not in UNCOUNTED_KINDS:
                found[f"{table} {_line(row, names)}"] += 1
    found.update(f"object of {size} bytes" for size in store.objects.values())
    found["entry of the deny list"] = sum(len(unpack(part.packed)) for part in store.of(DenyPart))
    return found


def _line(row: Raw, names: Names) -> str:
    kind = kind_of(row)
    left_out = UNCOUNTED.get(kind, frozenset())
    kept: dict[str, Any] = {name: v for name, v in sorted(row.items()) if name not in left_out}
    if kind in REWRITTEN:
        kept = REWRITTEN[kind](kept)
    return plain(json.dumps(kept, ensure_ascii=False), names)


def differences(expected: Counter[str], found: Counter[str]) -> list[str]:
    """What is missing from, or too much in, the second."""
    missing = [f"missing {n} × {line}" for line, n in (expected - found).items()]
    return missing + [f"too much {n} × {line}" for line, n in (found - expected).items()]
