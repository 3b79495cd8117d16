"""What can be refused around staff accounts."""

from chalicelib.base.errors import Conflict


class LastSupervisor(Conflict):
    """Somebody must be left who can manage staff."""

    code = "last_supervisor"


class NotYourself(Conflict):
    """Another supervisor does this."""

    code = "not_yourself"
