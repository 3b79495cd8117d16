"""Who may use a route: declared on it, decided here."""

from dataclasses import dataclass
from enum import StrEnum

from chalicelib.base.actor import Actor, Right, Scope, StaffRole
from chalicelib.base.errors import Forbidden, KontorError, NotSignedIn


class NoCompany(Forbidden):
    """The person is in no company (ACC-12)."""

    code = "no_company"


class TokenRefused(KontorError):
    """No token, or one that is unknown, revoked or over; which of them is not told."""

    code = "token_refused"
    status = 401


class ScopeMissing(Forbidden):
    """The token is good, and was not made for this."""

    code = "scope_missing"


class SecondFactorNeeded(Forbidden):
    """Staff must set up a second factor before anything else (ACC-5)."""

    code = "second_factor_needed"


class Audience(StrEnum):
    """The circles that a route can be open to."""

    ANYONE = "anyone"
    PERSON = "person"
    MEMBER = "member"
    OWNER = "owner"
    STAFF = "staff"
    MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Access:
    """A route's condition on the actor: the circle, and within it a right, a role or a scope.

    `enrolling`: open also to staff who have no second factor yet.
    """

    audience: Audience
    right: Right | None = None
    roles: frozenset[StaffRole] = frozenset()
    scope: Scope | None = None
    enrolling: bool = False

    def refusal(self, actor: Actor) -> KontorError | None:
        """Why this actor may not, or None."""
        if self.audience is Audience.ANYONE:
            return None
        if self.audience is Audience.MACHINE:
            return self._machines_refusal(actor)
        if not actor.account_id:
            return NotSignedIn()
        return self._persons_refusal(actor)

    def _persons_refusal(self, actor: Actor) -> KontorError | None:
        if self.audience is Audience.STAFF:
            return self._refusal_of_staff(actor)
        if self.audience is Audience.PERSON:
            return None
        if not actor.company_id:
            return NoCompany()
        if self.audience is Audience.OWNER and not actor.owner:
            return Forbidden()
        return None if self.right is None or actor.may(self.right) else Forbidden()

    def _machines_refusal(self, actor: Actor) -> KontorError | None:
        if not actor.token_id:
            return TokenRefused()
        allowed = self.scope is None or self.scope in actor.scopes
        return None if allowed else ScopeMissing(scope=str(self.scope))

    def _refusal_of_staff(self, actor: Actor) -> KontorError | None:
        if actor.role is None or (self.roles and actor.role not in self.roles):
            return Forbidden()
        return SecondFactorNeeded() if actor.enrolling and not self.enrolling else None


ANYONE = Access(Audience.ANYONE)
PERSON = Access(Audience.PERSON)
MEMBER = Access(Audience.MEMBER)
OWNER = Access(Audience.OWNER)
STAFF = Access(Audience.STAFF)
STAFF_ENROLLING = Access(Audience.STAFF, enrolling=True)


def member_with(right: Right) -> Access:
    """A member of a company who holds this right (owners hold all)."""
    return Access(Audience.MEMBER, right=right)


def staff_as(*roles: StaffRole) -> Access:
    """A member of staff in one of these roles."""
    return Access(Audience.STAFF, roles=frozenset(roles))


def machine_with(scope: Scope) -> Access:
    """One of the vendor's own systems, with a token that has this scope."""
    return Access(Audience.MACHINE, scope=scope)
