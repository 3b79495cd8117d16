"""Makes what tests start from, by the stores that the product writes with."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from chalicelib.accounts import hashing
from chalicelib.accounts.model import Account
from chalicelib.accounts.store import accounts
from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.actor import NOBODY, Actor, Right, Scope, StaffRole
from chalicelib.base.operation import Operation
from chalicelib.catalog.loading import load_catalog
from chalicelib.catalog.schemas.file import CatalogFile
from chalicelib.companies.service import authenticate
from chalicelib.companies.store import companies, members
from chalicelib.licenses.importing import import_orders
from chalicelib.licenses.model.license import License
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import licenses
from chalicelib.staff.store import enlist
from chalicelib.tokens import service as tokens
from chalicelib.tokens.schemas import NewToken

PASSWORD = "Zugvogel#88abend"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
CATALOG = Path(__file__).parent / "vectors" / "catalog.json"


@cache
def _hashed() -> str:
    return hashing.hash_password(PASSWORD)


def _account(email: str, now: datetime, **more: Any) -> Account:
    person = {"first_name": "Mara", "last_name": "Lind", "country": "DE", "language": "en"} | more
    return Account(
        pk=ids.ulid(now),
        sk="account",
        email=email,
        password_hash=_hashed(),
        created_at=now,
        **person,
    )


def _anew() -> Operation:
    return Operation(ids.token())


def _change(now: datetime) -> Transaction:
    return Transaction(_anew(), now)


def make_person(
    now: datetime,
    *,
    email: str = "mara.lind@nordwerk.example",
    company: str | None = "Nordwerk GmbH",
    language: str = "en",
) -> Account:
    """A customer who owns a new company, or (company None) is in none."""
    company_id = ids.ulid(now) if company else None
    account = _account(email, now, company_id=company_id)
    account.language = language
    change = _change(now)
    accounts.add_account(change, account)
    if company_id and company:
        companies.add_company(change, company_id, company, account, now)
    change.commit()
    return account


def make_colleague(
    owner: Account,
    now: datetime,
    *rights: Right,
    email: str = "jonas@nordwerk.example",
    branch: str | None = None,
    scope: str | None = None,
    **person: str,
) -> Account:
    """Another member of the owner's company, with these rights."""
    account = _account(email, now, company_id=owner.company_id, **person)
    change = _change(now)
    accounts.add_account(change, account)
    granted = frozenset(rights)
    members.add_member(
        change, owner.company_id, account, now, rights=granted, branch=branch, scope=scope
    )
    change.commit()
    return account


def make_staff(
    now: datetime, role: StaffRole = StaffRole.AGENT, *, email: str = "agent@vendor.example"
) -> Account:
    """A member of staff, whose authenticator app has TOTP_SECRET."""
    account = _account(email, now, role=role, totp_secret=TOTP_SECRET)
    change = _change(now)
    accounts.add_account(change, account, accounts.STAFF)
    enlist(change, account)
    change.commit()
    return account


def make_cookie(account: Account, now: datetime) -> str:
    """A session of the account, as its cookie."""
    from chalicelib.accounts.service import open_session

    return open_session(NOBODY, account, "Firefox", now, _anew()).cookie


def actor_for(account: Account, now: datetime) -> Actor:
    """The actor that a request of this account has."""
    return authenticate(make_cookie(account, now), staff=account.role is not None, now=now)


def make_token(now: datetime, *scopes: Scope) -> str:
    """The token of a system of the vendor's, with these scopes or all."""
    data = NewToken(name="Shop", scopes=list(scopes or Scope))
    return tokens.make_token(NOBODY, data, now, _anew()).token


def token_id(token: str) -> str:
    """The id that a token's text holds."""
    return token.split("_")[1]


def make_license(code: str = "7F3KQ-9XDM2-B8WZ4-RT6YH", **columns: str) -> License:
    """A license out of the order export; columns not named are those of a good, plain one."""
    row = {
        "order_number": "HS-2026-000017",
        "product_ids": "guard-business",
        "edition": "Standard",
        "activation_code": code,
        "serial_number": "HG-26-004711",
        "nodes": "25",
        "end_user": "Nordwerk GmbH",
        "issued_on": "2026-01-15",
        "starts_on": "2026-01-15",
        "expires_on": "2099-12-31",
        "activated_on": "2026-02-03",
    }
    done = import_orders([row | columns])
    assert done.bad == 0
    made = licenses.find_by_code(code_hash(code.replace("-", "")))
    assert made is not None
    return made


def make_catalog(now: datetime) -> None:
    """A small catalog: one group with two products."""
    load_catalog(NOBODY, CatalogFile.model_validate_json(CATALOG.read_bytes()), now, _anew())
