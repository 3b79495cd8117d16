"""Codes and key files to try: good ones, and one for each reason why not (LIC-2)."""

import base64
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from chalicelib.licenses.downloading import terms_of
from chalicelib.licenses.key_files import sign_key_file
from chalicelib.licenses.rules.codes import read_code
from chalicelib.licenses.rules.key_file import KeyFile, parse_key_file, write_key_file
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import licenses as store
from local.demo.orders import Row

GOOD = 6


@dataclass(frozen=True, slots=True)
class Sample:
    """A code, or a key file by its name, and what comes of it."""

    outcome: str
    code: str = ""
    file: str = ""


def _code(word: str, number: int) -> str:
    return f"{word}-DEMO2-SAMPL-{number:05}"


CODES = (
    *(Sample("good", _code("FRESH", number)) for number in range(1, GOOD + 1)),
    Sample("good, two products", _code("TWINS", 1)),
    Sample("not activated yet, good", _code("UNUSD", 1)),
    Sample("needs to be checked by the vendor", _code("CHECK", 1)),
    Sample("expired", _code("SPENT", 1)),
    Sample("blocked", _code("BLOCK", 1)),
    Sample("another company has it", _code("TAKEN", 1)),
    Sample("unknown", "NEVER-GAVEN-BEFRE-22222"),
    Sample("unknown, and easily mistyped", _code("NOONE", 1)),
)
TAKEN = _code("TAKEN", 1)
WITH_KEY_FILE = _code("KEYED", 1)


def sample_rows(today: date) -> list[Row]:
    """The orders behind the samples."""
    year, day = timedelta(days=365), timedelta(days=1)
    changes: dict[str, Row] = {
        "TWINS": {"product_ids": "guard-business+vault-server"},
        "UNUSD": {"activated_on": ""},
        "CHECK": {"needs_check": "yes"},
        "SPENT": {"issued_on": (today - 2 * year).isoformat(), "expires_on": str(today - 9 * day)},
        "BLOCK": {"blocked_at": f"{today - 3 * day}T09:00:00Z"},
    }
    codes = [sample.code for sample in CODES if not sample.outcome.startswith("unknown")]
    return [
        _row(number, code, today) | changes.get(code[:5], {})
        for number, code in enumerate([*codes, WITH_KEY_FILE], start=1)
    ]


def _row(number: int, code: str, today: date) -> Row:
    issued = today - timedelta(days=40)
    return {
        "order_number": f"HS-{issued:%Y}-9{number:05}",
        "product_ids": "guard-business",
        "edition": "Advanced",
        "activation_code": code,
        "serial_number": f"GU-{issued:%y}-9{number:05}",
        "nodes": "50",
        "end_user": "Lindenhof Feinmechanik GmbH",
        "partner": "Ostsee IT-Systeme GmbH",
        "issued_on": issued.isoformat(),
        "starts_on": issued.isoformat(),
        "expires_on": (issued + timedelta(days=730)).isoformat(),
        "activated_on": (issued + timedelta(days=2)).isoformat(),
        "blocked_at": "",
        "needs_check": "no",
    }


def write_key_files(folder: Path, now: datetime) -> list[Sample]:
    """A good, a damaged and a forged key file, written into the folder."""
    good = _good_key_file(now)
    key_file = parse_key_file(good)
    more = KeyFile(replace(key_file.terms, nodes=5000), key_file.key_id, key_file.signature)
    name = key_file.terms.name
    files = {
        f"{name}.key": (good, "good"),
        f"{name}-damaged.key": (good.replace(b"nodes: 50", b"nodes: 80"), "damaged on its way"),
        f"{name}-forged.key": (write_key_file(more), "forged: more nodes than were sold"),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for file, (content, _) in files.items():
        (folder / file).write_bytes(content)
    return [Sample(outcome, file=file) for file, (_, outcome) in files.items()]


def _good_key_file(now: datetime) -> bytes:
    license_ = store.find_by_code(code_hash(read_code(WITH_KEY_FILE) or ""))
    assert license_ is not None, "the samples' orders are loaded first"
    return sign_key_file(terms_of(license_, license_.products[0], now))


def as_json(sample: Sample, folder: Path) -> dict[str, str]:
    """A sample for the developers' page; a file comes with its content."""
    shown = {name: value for name, value in asdict(sample).items() if value}
    if sample.file:
        shown["content_base64"] = base64.b64encode((folder / sample.file).read_bytes()).decode()
    return shown
