"""Keys, reads and writes of licenses."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Literal

from pynamodb.expressions.condition import Condition

from chalicelib.aws.bulk import New, create_all
from chalicelib.aws.counting import count_index
from chalicelib.aws.pages import Page, read_cursor, read_page
from chalicelib.aws.settings import settings
from chalicelib.aws.tables import Item, Key, read_many, read_one
from chalicelib.aws.transactions import Lost, Transaction
from chalicelib.licenses.model.license import ClaimState, Code, License, PublicId
from chalicelib.licenses.store.changing import actions, unchanged

KIND = "license"
CURSOR_KEYS = frozenset({"pk", "sk", "expires_on"})
# How many licenses one query looks at when a filter leaves some out: 4 units at most.
LOOKED_AT = 100
MOST_READ = 100
Filter = Literal["all", "active", "expired", "not_activated", "blocked"]


def code_key(hashed: str) -> str:
    """The partition key of an activation code's item."""
    return f"code#{hashed}"


def public_key(public_id: str) -> str:
    """The partition key of a public id's item."""
    return f"public#{public_id}"


def find_license(license_id: str) -> License | None:
    """The license, or None."""
    return read_one(License, license_id, KIND)


def surviving(license_: License) -> License:
    """The license that took its place by mergers, or itself: what its devices count on."""
    return path_of(license_)[-1]


def path_of(license_: License) -> tuple[License, ...]:
    """The license itself, and each that took the place of the one before; a read for each."""
    path = [license_]
    while path[-1].merged_into is not None:
        next_one = find_license(path[-1].merged_into)
        if next_one is None:
            break
        path.append(next_one)
    return tuple(path)


def find_by_code(hashed: str) -> License | None:
    """The license of an activation code, replaced ones included, or None."""
    return find_code(hashed)[1]


def find_code(hashed: str) -> tuple[Code | None, License | None]:
    """An activation code and its license, if there are.

    Two reads, one after the other: a license can get a new code, so its id can't follow from it.
    """
    code = read_one(Code, code_key(hashed), "code")
    return code, find_license(code.license_id) if code else None


def _not_blocked(now: datetime) -> Condition:
    condition: Condition = License.blocked_at.does_not_exist() | (License.blocked_at > now)
    return condition


def _filter(chosen: Filter, now: datetime) -> tuple[Condition | None, Condition | None]:
    """Which part of the index, and what of it: `rules.status`, as DynamoDB says it."""
    living, over = License.expires_on >= now.date(), License.expires_on < now.date()
    match chosen:
        case "all":
            return None, None
        case "active":
            return living, License.activated_on.exists() & _not_blocked(now)
        case "not_activated":
            return living, License.activated_on.does_not_exist() & _not_blocked(now)
        case "expired":
            return over, _not_blocked(now)
        case "blocked":
            return None, License.blocked_at <= now


def list_licenses(
    company_id: str,
    chosen: Filter,
    last_first: bool,
    cursor: str | None,
    now: datetime,
    *,
    size: int | None = None,
) -> Page[License]:
    """A page of what a company claims, by expiry; each with what the index holds of it.

    `size` is that of other lists unless it is given.
    """
    partition, size = {"company_id": company_id}, size or settings().page_size
    part, rest = _filter(chosen, now)
    results = License.by_expiry.query(
        company_id,
        range_key_condition=part,
        filter_condition=rest,
        scan_index_forward=not last_first,
        limit=size + 1,
        page_size=size + 1 if rest is None else LOOKED_AT,
        last_evaluated_key=read_cursor(cursor, partition, CURSOR_KEYS),
    )
    return read_page(results, partition, size)


def count_licenses(company_id: str, most: int) -> int:
    """How many licenses a company claims, refused ones too; looks at no more than `most`."""
    return count_index(License.Meta.table_name, "by_expiry", "company_id", company_id, most)


def living_licenses(
    company_id: str, today: date, *, at_a_time: int | None = None
) -> Iterator[License]:
    """A company's licenses that have not ended, the last to end first.

    Read as far as they are looked at, `at_a_time` by one query (25 are one unit), or as many as
    an answer holds.
    """
    living = License.expires_on >= today
    return License.by_expiry.query(
        company_id, living, scan_index_forward=False, page_size=at_a_time
    )


def _unheld() -> Condition:
    condition: Condition = License.claim.does_not_exist() | (License.claim == ClaimState.REFUSED)
    return condition


def _usable(now: datetime) -> Condition:
    whole = License.merged_into.does_not_exist()
    condition: Condition = (License.expires_on >= now.date()) & _not_blocked(now) & whole
    return condition


def put_claim(
    change: Transaction,
    license_: License,
    claim: Mapping[str, Any],
    now: datetime,
    *,
    lost: Lost,
) -> None:
    """Make the license somebody's, if it is good and nobody holds it at that moment.

    `claim` are the attributes that say so, None removes one; when its holder is to be told next is
    among them, so no block may have been planned since the license was read.
    """
    free = _unheld() & _usable(now) & unchanged(license_, "blocked_at")
    change.update(license_, actions(claim), free, lost=lost)


def ids_of_company(company_id: str, most: int) -> list[str]:
    """Ids of up to `most` licenses that a company claims, by an index."""
    return [license_.pk for license_ in License.by_expiry.query(company_id, limit=most)]


def demand_claim(
    change: Transaction, license_id: str, company_id: str, now: datetime, *, lost: Lost
) -> None:
    """Let the change happen only while the company holds the license and the license is good."""
    holds = (License.company_id == company_id) & (License.claim == ClaimState.ACTIVE)
    change.check(License(pk=license_id, sk=KIND), holds & _usable(now), lost=lost)


def demand_shown(
    change: Transaction, license_id: str, company_id: str, now: datetime, *, lost: Lost
) -> None:
    """Let the change happen only while the company holds the license, expired or not."""
    holds = (License.company_id == company_id) & (License.claim == ClaimState.ACTIVE)
    good = License.merged_into.does_not_exist() & _not_blocked(now)
    change.check(License(pk=license_id, sk=KIND), holds & good, lost=lost)


def demand_let_go(change: Transaction, license_id: str, company_id: str, *, lost: Lost) -> None:
    """Let the change happen only while the company does not hold the license."""
    gone = License.company_id.does_not_exist() | (License.company_id != company_id)
    change.check(
        License(pk=license_id, sk=KIND), gone | (License.claim != ClaimState.ACTIVE), lost=lost
    )


def known_codes(hashes: Iterable[str]) -> set[str]:
    """Those of the hashed codes that have a license."""
    return set(_licenses_by(Code, {code_key(hashed): hashed for hashed in hashes}, "code"))


def owners_of(public_ids: Iterable[str]) -> dict[str, str]:
    """Those of the public ids that are in use, each with its license's id."""
    return _licenses_by(PublicId, {public_key(name): name for name in public_ids}, "public")


def _licenses_by(
    kind: type[Code] | type[PublicId], names: Mapping[str, str], sk: str
) -> dict[str, str]:
    keys: list[Key] = [(kind, pk, sk) for pk in names]
    chunks = (keys[start : start + MOST_READ] for start in range(0, len(keys), MOST_READ))
    found = (item for chunk in chunks for item in read_many(chunk) if item)
    return {names[item.pk]: item.license_id for item in found}


def write_licenses(new: Iterable[tuple[License, str, Sequence[Item]]]) -> set[str]:
    """Write new licenses, each with its hashed code and what else comes with it, whole or not.

    Answers the ids of those that were not written, because their code or public id was taken.
    """
    wanted = [
        New(
            unique=(
                Code(pk=code_key(hashed), sk="code", license_id=license_.pk),
                PublicId(pk=public_key(license_.public_id), sk="public", license_id=license_.pk),
            ),
            others=(license_, *more),
        )
        for license_, hashed, more in new
    ]
    return {refused.others[0].pk for refused in create_all(wanted)}
