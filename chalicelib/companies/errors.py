"""What can be refused around a company's people."""

from chalicelib.base.errors import Conflict, Forbidden


class OwnRights(Forbidden):
    """Nobody changes their own rights, nor deletes themselves among the others."""

    code = "own_rights"


class OwnerRights(Forbidden):
    """The owner holds every right; nobody gives or takes them."""

    code = "owner_rights"


class NotYoursToGrant(Forbidden):
    """A right that the person who grants or takes it does not hold."""

    code = "not_yours_to_grant"


class OutsideScope(Forbidden):
    """Rights or a place beyond the one branch that the actor's own rights are limited to."""

    code = "outside_scope"


class MemberChanged(Conflict):
    """Somebody else changed this person since they were read."""

    code = "member_changed"


class CompanyChanged(Conflict):
    """Somebody else changed the company's name, branches or owner since they were read."""

    code = "company_changed"
