"""5: lineages that lead nowhere, in circles, or to two codes at once."""

from datetime import datetime

from chalicelib.base import clock
from chalicelib.licenses.model.license import License
from chalicelib.licenses.model.lineage import FIRST, RECORD, CodeRecord
from tests.checks import lineage
from tests.checks.breaking.acts import Breakage, again, alter, find
from tests.checks.full import Full

LATER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _now(_full: Full) -> datetime:
    return clock.now()


def _first(record: CodeRecord) -> bool:
    return bool(record.sk == RECORD + FIRST)


def _second(record: CodeRecord) -> bool:
    return not _first(record)


def _itself(full: Full) -> list[list[str]]:
    record = find(full, CodeRecord, _second)
    return [[record.pk, record.sk.removeprefix(RECORD)]]


LINEAGES_BROKEN = (
    Breakage(
        lineage.lineages_have_one_present_code,
        "in force, not",
        alter(CodeRecord, _second, replaced_at=_now),
    ),
    Breakage(
        lineage.lineages_have_one_present_code,
        "by its lineage not",
        again(CodeRecord, _first, sk=RECORD + LATER),
    ),
    Breakage(
        lineage.lineages_have_one_present_code,
        "which is no license",
        again(CodeRecord, _first, pk=LATER),
    ),
    Breakage(
        lineage.lineages_have_one_present_code,
        "not []",
        alter(License, lambda license_: license_.code_id is not None, merged_into=LATER),
    ),
    Breakage(
        lineage.lineages_have_no_circle,
        "which was not replaced",
        alter(CodeRecord, _first, replaced_at=None),
    ),
    Breakage(
        lineage.lineages_have_no_circle,
        "its own ancestor",
        alter(CodeRecord, _second, parents=_itself),
    ),
)
