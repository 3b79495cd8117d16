"""Telling a license's holder what comes about by itself: its end, and a block that was planned.

SCH-3. Loaded by jobs: no pydantic here. The data is asked what is due; each license is decided on
anew, and what was told is stamped on it in the letter's own transaction.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.entry.each import do_each
from chalicelib.licenses import letters
from chalicelib.licenses.changing import alter, notice_days
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import SYSTEM, note
from chalicelib.licenses.rules.due import Prospect, block_is_due, notice_due
from chalicelib.licenses.store import due as store

AT_ONCE = 20
"""Licenses that one letter names, and one transaction stamps."""


def tell_due(now: datetime) -> int:
    """Tell of planned blocks that took effect, and of licenses that end in 30 or 7 days.

    A company's licenses come in one letter. Answers how many letters' causes there were.
    """
    groups = dict(_by_company(store.due_licenses(now, settings().job_items)))
    return do_each(groups, lambda name: _take(groups[name], now))


def _by_company(found: Iterator[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    """Named lists of a company's licenses, none longer than one transaction takes."""
    companies: dict[str, list[str]] = {}
    for license_id, company_id in found:
        companies.setdefault(company_id, []).append(license_id)
    for company_id, ids in companies.items():
        for start in range(0, len(ids), AT_ONCE):
            yield f"{company_id} {start}", ids[start : start + AT_ONCE]


def _take(license_ids: Sequence[str], now: datetime) -> bool:
    """Do what is due on a company's licenses; answers whether this run did anything."""
    due = [each for each in store.read_licenses(license_ids) if each.due_at and each.due_at <= now]
    blocked = [each for each in due if block_is_due(Prospect.of(each), now)]
    done = [_tell_block(license_, now) for license_ in blocked]
    rest = [each for each in due if each not in blocked]
    return any([*done, _tell_ends(rest, now)]) if due else False


def _tell_block(license_: License, now: datetime) -> bool:
    change = Transaction(_operation("block", [license_]), now)
    alter(change, license_, now, block_told=license_.blocked_at)
    reason = license_.block_reason or ""
    # In the history it stands at the minute that it took effect, not when the job came by.
    note(change, license_, What.BLOCKED, SYSTEM, license_.blocked_at, text=reason or None)
    to = letters.keepers(license_.company_id)
    letters.tell(change, license_, to, letters.BLOCKED, now, reason=reason)
    details = {"public_id": license_.public_id}
    record(
        change, SYSTEM, "license.block_told", license_.pk, now,
        company_id=license_.company_id, details=details,
    )  # fmt: skip
    return _committed(change)


def _tell_ends(licenses: Sequence[License], now: datetime) -> bool:
    """One letter about all whose notice is due; the others only wait for their next time."""
    if not licenses:
        return False
    change = Transaction(_operation("end", licenses), now)
    told = []
    for license_ in licenses:
        ahead = notice_due(Prospect.of(license_), notice_days(), now)
        if ahead is None:
            alter(change, license_, now)
        else:
            alter(change, license_, now, expiry_told=ahead, expiry_told_for=license_.expires_on)
            told.append(license_)
    if told:
        _announce(change, told, now)
    return _committed(change) and bool(told)


def _announce(change: Transaction, licenses: Sequence[License], now: datetime) -> None:
    company_id = licenses[0].company_id
    soonest_first = sorted(licenses, key=lambda license_: license_.expires_on)
    letters.announce_ends(change, soonest_first, letters.keepers(company_id), now)
    details = {"public_ids": [license_.public_id for license_ in soonest_first]}
    record(
        change, SYSTEM, "licenses.end_told", company_id, now,
        company_id=company_id, details=details,
    )  # fmt: skip


def _operation(what: str, licenses: Sequence[License]) -> Operation:
    places = sorted(f"{each.pk} {each.due_at.isoformat()}" for each in licenses)
    return Operation.of("job", " ".join([what, *places]))


def _committed(change: Transaction) -> bool:
    try:
        change.commit()
    except (Repeated, Conflict):
        # Another run did it, or somebody changed one of them: the next run looks again.
        return False
    return True
