"""What comes in and goes out around staff accounts."""

from datetime import datetime

from chalicelib.accounts.schemas import BrowsersZone, Email, Language, NewPassword
from chalicelib.base.actor import StaffRole
from chalicelib.entry.schema import Name, Schema
from chalicelib.staff.model import ColleagueState


class ColleagueOut(Schema):
    """A member of staff. `secured` is told to supervisors: whether there is a second factor.

    `ends_at` is when an open invitation ends.
    """

    id: str
    name: str
    email: str
    role: StaffRole
    state: ColleagueState
    secured: bool | None
    ends_at: datetime | None


class Colleagues(Schema):
    """All of staff, by last name."""

    items: list[ColleagueOut]


class InviteColleague(Schema):
    """Whom to invite, and as what."""

    email: Email
    first_name: Name
    last_name: Name
    role: StaffRole
    language: Language


class JoinStaff(NewPassword):
    """The password of somebody who joins, and where their browser is."""

    zone: BrowsersZone | None = None


class RoleChosen(Schema):
    """What somebody shall be."""

    role: StaffRole
