"""Codes that take the place of others, and the graph that they leave."""

from collections.abc import Sequence
from datetime import UTC, datetime, time

from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.license import Code, License
from chalicelib.licenses.model.lineage import FIRST, RECORD, CodeRecord, Why
from chalicelib.licenses.store.licenses import code_key

Parent = tuple[str, str]
"""A license's id, and the id of a code of it."""


def present(license_: License) -> Parent:
    """The code that the license has now."""
    return license_.pk, license_.code_id or FIRST


def retire_code(
    change: Transaction, license_: License, hashed: str, now: datetime, *, lost: Lost
) -> None:
    """The license's present code is replaced: from now on it adds and activates nothing."""
    code = Code(pk=code_key(hashed), sk="code")
    unreplaced = Code.replaced_at.does_not_exist()
    change.update(code, [Code.replaced_at.set(now)], unreplaced, lost=lost)
    if license_.code_id is None:
        change.create(_first(license_, now), lost=lost)
    else:
        record = CodeRecord(pk=license_.pk, sk=RECORD + license_.code_id)
        present_one = CodeRecord.replaced_at.does_not_exist()
        change.update(record, [CodeRecord.replaced_at.set(now)], present_one, lost=lost)


def add_code(  # noqa: PLR0913 - one attribute each
    change: Transaction,
    license_: License,
    code_id: str,
    hashed: str,
    *,
    start: str,
    why: Why,
    nodes: int,
    parents: Sequence[Parent],
    absorbed: Sequence[str] | None,
    now: datetime,
    taken: Lost,
) -> None:
    """A new code of the license, with what it took the place of."""
    found_by = Code(pk=code_key(hashed), sk="code", license_id=license_.pk, absorbed=absorbed)
    change.create(found_by, lost=taken)
    record = CodeRecord(
        pk=license_.pk,
        sk=RECORD + code_id,
        start=start,
        why=why,
        nodes=nodes,
        parents=[list(parent) for parent in parents],
        issued_at=now,
    )
    change.create(record)


def _first(license_: License, replaced_at: datetime | None) -> CodeRecord:
    """The record of the code that came with the order."""
    return CodeRecord(
        pk=license_.pk,
        sk=RECORD + FIRST,
        start=license_.code_start,
        why=Why.ORDER,
        nodes=license_.nodes,
        parents=[],
        issued_at=datetime.combine(license_.issued_on, time(), UTC),
        replaced_at=replaced_at,
    )


def codes_of(license_: License) -> list[CodeRecord]:
    """Every code that the license has had, the newest first. One query."""
    if license_.code_id is None:
        return [_first(license_, None)]
    found = CodeRecord.query(
        license_.pk, CodeRecord.sk.startswith(RECORD), scan_index_forward=False
    )
    return list(found)
