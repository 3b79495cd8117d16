"""What comes in and goes out when somebody leaves."""

from datetime import datetime
from typing import Literal

from chalicelib.accounts.schemas import Password
from chalicelib.entry.schema import Schema, Token


class Confirmed(Schema):
    """The box that says: yes, I want that."""

    confirm: Literal[True]


class LinkAndPassword(Schema):
    """A mailed link, and the password of the person it was mailed to."""

    token: Token
    password: Password


class AccountLeaving(Schema):
    """Whose account a link would delete. `owner`: it can't, the company needs one first."""

    email: str
    first_name: str
    last_name: str
    company_name: str | None
    owner: bool
    expires_at: datetime


class CompanyLeaving(Schema):
    """Which company a link would delete, and how much goes with it.

    `licenses` is counted up to `counted_to`.
    """

    company_name: str
    email: str
    licenses: int
    counted_to: int
    expires_at: datetime
