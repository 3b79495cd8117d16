"""What can be refused around leaving, handing over and recovering."""

from chalicelib.base.errors import Conflict


class OwnerStays(Conflict):
    """The owner can't leave without handing the company on or deleting it (ACC-10)."""

    code = "owner_stays"


class RecoveryOpen(Conflict):
    """Somebody asks for the company's ownership already (COM-10)."""

    code = "recovery_open"


class RecoveryOver(Conflict):
    """It was decided, withdrawn or objected to in the meantime."""

    code = "recovery_over"


class ObjectionPending(Conflict):
    """The time to object is not over; `ends_at` says when."""

    code = "objection_pending"


class HistoryElsewhere(Conflict):
    """The requests belong to another living company than the person's."""

    code = "history_elsewhere"
