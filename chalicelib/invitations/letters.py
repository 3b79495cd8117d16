"""The letters of an invitation's life (COM-3, COM-4, SCH-1)."""

from collections.abc import Sequence
from datetime import datetime

from chalicelib.accounts.model import Account
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.companies.model import Company
from chalicelib.companies.told import Told, tell_managers
from chalicelib.invitations.model import Invitation
from chalicelib.mail.service import Recipient, post

NAMED = 10


def invite_by_letter(
    change: Transaction, invitation: Invitation, company_name: str, now: datetime
) -> None:
    """The invitation itself, with its link."""
    params = {
        "url": {"link": invitation.link_id, "page": "/invitation"},
        "company": company_name,
        "inviter": invitation.inviter_name,
        "days": settings().link_days,
    }
    to = Recipient(invitation.email or "", invitation.language)
    post(change, to, "invitation", params, now)


def tell_of_joining(
    change: Transaction,
    company: Company,
    newcomer: Account,
    branch: str,
    told: Told,
    now: datetime,
) -> None:
    """The person; inviter and owner; and everybody else who manages users there."""
    to = Recipient(newcomer.email, newcomer.language, newcomer.name)
    post(change, to, "account_activated", {"company": company.name}, now)
    params = {
        "who": newcomer.name,
        "email": newcomer.email,
        "branch": branch,
        "company": company.name,
        "url": {"page": "/users"},
    }
    for reader in told.first:
        post(change, reader, "member_joined", params, now)
    tell_managers(change, told, "account_created", params, now)


def tell_of_end(
    change: Transaction, inviter: Actor, ended: Sequence[Invitation], now: datetime
) -> None:
    """One letter for all that ran out together."""
    addresses = [invitation.email for invitation in ended if invitation.email]
    params = {
        "count": len(ended),
        "addresses": ", ".join(addresses[:NAMED]),
        "more": max(0, len(addresses) - NAMED),
        "url": {"page": "/users"},
    }
    post(change, Recipient.of(inviter), "invitation_expired", params, now)
