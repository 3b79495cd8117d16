"""What can be refused around leaving and handing over."""

from chalicelib.base.errors import Conflict


class OwnerStays(Conflict):
    """The owner can't leave without handing the company on or deleting it (ACC-10)."""

    code = "owner_stays"


class HistoryElsewhere(Conflict):
    """The requests belong to another living company than the person's."""

    code = "history_elsewhere"
