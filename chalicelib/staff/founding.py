"""The first supervisor of a deployment: nobody is there yet who could invite them (STF-1)."""

from datetime import datetime

from chalicelib.aws.link_tokens import token_of
from chalicelib.aws.settings import settings
from chalicelib.aws.vendor import vendor
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.staff import service, store
from chalicelib.staff.model import Colleague, ColleagueState
from chalicelib.staff.schemas import InviteColleague


def is_founded() -> bool:
    """Whether somebody can manage staff already."""
    return store.has_supervisors()


def invite_first(data: InviteColleague, now: datetime, operation: Operation) -> str:
    """Mail somebody a link to become a supervisor; answers the link.

    Whoever is invited already gets another link, and the former one is void. Raises Invalid on
    `email` for somebody who has an account.
    """
    founder = Actor(account_id="system", name=vendor().name)
    known = _open_invitation(data.email)
    if known is None:
        account_id = service.invite(founder, data, now, operation).id
    else:
        account_id = known.sk.removeprefix("staff#")
        service.invite_again(founder, account_id, now, operation)
    invited = store.find_colleague(account_id)
    assert invited is not None, "it was just written"
    return f"{settings().public_url}/console/join#{token_of(invited.link_id)}"


def _open_invitation(email: str) -> Colleague | None:
    """An invitation of this address as a supervisor that nobody has accepted yet."""
    for one in store.colleagues():
        same = one.email.lower() == email.lower() and one.role == "supervisor"
        if same and one.state == ColleagueState.INVITED:
            return one
    return None
