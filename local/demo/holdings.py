"""What the demo's companies bought, and hold."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.audit.service import record
from chalicelib.aws.transactions import Repeated, Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import KontorError
from chalicelib.base.operation import Operation
from chalicelib.licenses import service
from chalicelib.licenses.rules.codes import read_code
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import licenses as store
from local.demo.names import Buyer
from local.demo.orders import SEED, Row, order_row
from local.demo.people import Facts, cast, email_of
from local.demo.samples import TAKEN

FIRST_NUMBER = 800_000
# What each company has for certain, whatever chance gives it besides.
CERTAIN: tuple[Row, ...] = (
    {"product_ids": "guard-business"},
    {"product_ids": "vault-server"},
    {"product_ids": "guard-business+conductor"},
    {"product_ids": "gate-mail", "activated_on": ""},
    {"product_ids": "gate-web", "needs_check": "yes"},
)
BLOCKED_DAYS_AGO = 12


def bought_rows(company: Facts, place: int, today: date) -> list[Row]:
    """The orders of one of the demo's companies."""
    chance = Random(f"{SEED} {company['name']}")  # noqa: S311 - the same orders every time
    partner = "Kessler & Roth Systemhaus GmbH" if company["language"] == "de" else ""
    buyer = Buyer(company["name"], company["language"], partner)
    number = FIRST_NUMBER + place * 1000
    rows = [order_row(number + i, buyer, today, chance) for i in range(company["licenses"])]
    blocked_on = today - timedelta(days=BLOCKED_DAYS_AGO)
    blocked = {"product_ids": "vault-desktop", "blocked_at": f"{blocked_on}T09:00:00Z"}
    for row, changes in zip(rows, (*CERTAIN, blocked), strict=False):
        row.update(_plain(today) | changes)
    return rows


def _plain(today: date) -> Row:
    issued = today - timedelta(days=200)
    return {
        "issued_on": issued.isoformat(),
        "starts_on": issued.isoformat(),
        "activated_on": (issued + timedelta(days=3)).isoformat(),
        "expires_on": (issued + timedelta(days=729)).isoformat(),
        "blocked_at": "",
        "needs_check": "no",
    }


def all_bought_rows(today: date) -> Iterator[Row]:
    """The orders of all of the demo's companies."""
    for place, company in enumerate(cast()["companies"]):
        yield from bought_rows(company, place, today)


def claim_all(today: date) -> int:
    """Give the companies what they bought, on the day after they bought it.

    Answers how many claims were made; a claim that there is stays.
    """
    claimed = 0
    for place, company in enumerate(cast()["companies"]):
        owner = accounts.find_by_email(email_of(company["people"][0], company["domain"]))
        assert owner is not None, "the people are made first"
        codes = [row["activation_code"] for row in bought_rows(company, place, today)]
        if place == 0:
            codes.append(TAKEN)
        claimed += sum(_claim(owner, code) for code in codes)
    return claimed


def _claim(owner: Account, code: str) -> bool:
    license_ = store.find_by_code(code_hash(read_code(code) or ""))
    assert license_ is not None, "the orders are loaded first"
    assert owner.company_id is not None
    if license_.company_id == owner.company_id:
        return False
    at = datetime.combine(license_.issued_on + timedelta(days=1), time(10), UTC)
    actor = Actor(account_id=owner.pk, name=owner.name, company_id=owner.company_id)
    change = Transaction(Operation.of(owner.pk, f"demo {license_.pk}"), at)
    try:
        state = service.claim(change, license_.pk, owner.company_id, at, by=owner.pk)
        details = {"public_id": license_.public_id, "claim": state, "by": "activation_code"}
        record(change, actor, "license.added", license_.pk, at, details=details)
        change.commit()
    except (KontorError, Repeated):
        # Somebody played with it: it stays as it is.
        return False
    return True
