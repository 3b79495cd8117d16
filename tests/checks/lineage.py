"""5: the graph of a license's codes leads from each to the one that is good now."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.licenses.model.license import Code, License
from chalicelib.licenses.model.lineage import FIRST, RECORD, CodeRecord
from chalicelib.licenses.store.licenses import KIND
from tests.checks.store import Store

Place = tuple[str, str]


def lineages_have_one_present_code(store: Store) -> Iterator[str]:
    """Of all codes a license had, the last is good; none of a license that was merged away."""
    records: dict[str, list[CodeRecord]] = {}
    for record in store.of(CodeRecord):
        records.setdefault(record.pk, []).append(record)
    replaced = Counter(code.license_id for code in store.of(Code) if code.replaced_at is not None)
    for license_ in store.of(License):
        mine = records.get(license_.pk, [])
        good = [record.sk.removeprefix(RECORD) for record in mine if record.replaced_at is None]
        wanted = [] if license_.merged_into or not mine else [license_.code_id or FIRST]
        if good != wanted:
            yield f"license {license_.pk} has the codes {good} in force, not {wanted}"
        if len(mine) - len(good) != replaced[license_.pk]:
            count = replaced[license_.pk]
            yield f"license {license_.pk} replaced {count} codes, by its lineage not"
    for license_id in records:
        if store.find(License, license_id, KIND) is None:
            yield f"codes are recorded of {license_id}, which is no license"


def lineages_have_no_circle(store: Store) -> Iterator[str]:
    """Every code comes out of codes that were replaced, and in the end out of an order."""
    parents: dict[Place, list[Place]] = {
        (record.pk, record.sk.removeprefix(RECORD)): [(a, b) for a, b in record.parents]
        for record in store.of(CodeRecord)
    }
    for place, mine in parents.items():
        for parent in mine:
            found = store.find(CodeRecord, parent[0], RECORD + parent[1])
            if found is None or found.replaced_at is None:
                yield f"code {place} took the place of {parent}, which was not replaced"
        if _comes_back(place, parents):
            yield f"code {place} is its own ancestor"


def _comes_back(start: Place, parents: dict[Place, list[Place]]) -> bool:
    seen: set[Place] = set()
    ahead = list(parents[start])
    while ahead:
        place = ahead.pop()
        if place == start:
            return True
        if place not in seen:
            seen.add(place)
            ahead += parents.get(place, [])
    return False


LINEAGES = (lineages_have_one_present_code, lineages_have_no_circle)
