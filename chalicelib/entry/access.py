"""Who may use a route: declared on it, decided here."""

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.base.actor import Actor, Right, StaffRole
from chalicelib.base.errors import Forbidden, KontorError, NotSignedIn


class NoCompany(Forbidden):
    """The person is in no company (ACC-12)."""

    code = "no_company"


class Audience(StrEnum):
    """The circles that a route can be open to."""

    ANYONE = "anyone"
    PERSON = "person"
    MEMBER = "member"
    OWNER = "owner"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Access:
    """A route's condition on the actor: the circle, and within it a right or one of some roles."""

    audience: Audience
    right: Right | None = None
    roles: frozenset[StaffRole] = frozenset()

    def refusal(self, actor: Actor) -> KontorError | None:
        """Why this actor may not, or None."""
        if self.audience is Audience.ANYONE:
            return None
        if not actor.account_id:
            return NotSignedIn()
        if self.audience is Audience.STAFF:
            allowed = actor.role is not None and (not self.roles or actor.role in self.roles)
            return None if allowed else Forbidden()
        if self.audience is Audience.PERSON:
            return None
        if not actor.company_id:
            return NoCompany()
        if self.audience is Audience.OWNER and not actor.owner:
            return Forbidden()
        return None if self.right is None or actor.may(self.right) else Forbidden()


ANYONE = Access(Audience.ANYONE)
PERSON = Access(Audience.PERSON)
MEMBER = Access(Audience.MEMBER)
OWNER = Access(Audience.OWNER)
STAFF = Access(Audience.STAFF)


def member_with(right: Right) -> Access:
    """A member of a company who holds this right (owners hold all)."""
    return Access(Audience.MEMBER, right=right)


def staff_as(*roles: StaffRole) -> Access:
    """A member of staff in one of these roles."""
    return Access(Audience.STAFF, roles=frozenset(roles))
