"""The graph of a license's codes, for its page (LIC-12)."""

from collections.abc import Sequence

from chalicelib.base.actor import Actor
from chalicelib.licenses.errors import ClaimNotProven
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.license import ClaimState, License
from chalicelib.licenses.model.lineage import RECORD, CodeRecord, Why
from chalicelib.licenses.rules.codes import mask_code
from chalicelib.licenses.schemas.lineage import CodeOut, LineageOut
from chalicelib.licenses.store import lineage as store


def lineage_of(actor: Actor, license_id: str) -> LineageOut:
    """The codes of a license of the company's. Raises NotFound, or ClaimNotProven."""
    license_ = find_visible(actor, license_id)
    if actor.role is None and license_.claim != ClaimState.ACTIVE:
        raise ClaimNotProven
    return LineageOut(codes=codes_out(license_, store.codes_of(license_)))


def codes_out(license_: License, records: Sequence[CodeRecord]) -> list[CodeOut]:
    """Each with its place in the graph, the present one first."""
    return [
        CodeOut(
            id=record.sk.removeprefix(RECORD),
            code=mask_code(record.start),
            why=Why(record.why),
            nodes=int(record.nodes),
            issued_at=record.issued_at,
            replaced_at=record.replaced_at,
            parents=[code_id for owner, code_id in record.parents if owner == license_.pk],
            merged=sum(owner != license_.pk for owner, _ in record.parents),
        )
        for record in records
    ]
