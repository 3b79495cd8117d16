"""What staff ask and hear about a person's earlier accounts (STF-9)."""

from datetime import datetime

from chalicelib.entry.schema import Id, Schema
from chalicelib.journeys.schemas.evidence import Evidence


class EarlierAccount(Schema):
    """An account whose requests may become this person's. `name` is empty once it is deleted."""

    account_id: str
    name: str
    email: str
    departed_at: datetime | None
    companies: list[str]
    movable: bool


class EarlierQuery(Schema):
    """Besides accounts of the same address: the author of this request, by its number."""

    number: str = ""


class EarlierAccounts(Schema):
    """Whose requests may become this person's."""

    items: list[EarlierAccount]


class MoveHistory(Schema):
    """Whose requests become this person's, and by which request they asked for it."""

    from_account_id: Id
    evidence: Evidence
