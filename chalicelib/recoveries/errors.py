"""What can be refused around recovering the ownership of a company (COM-10)."""

from chalicelib.base.errors import Conflict


class AlreadyOwner(Conflict):
    """Who asks owns the company."""

    code = "already_owner"


class RecoveryOpen(Conflict):
    """Somebody asks for the company's ownership already."""

    code = "recovery_open"


class RecoveryOver(Conflict):
    """It was decided or withdrawn, or another owner came, in the meantime."""

    code = "recovery_over"


class ObjectionPending(Conflict):
    """The time to object is not over; `ends_at` says when."""

    code = "objection_pending"


class ObjectionCame(Conflict):
    """Somebody objected since the page was opened."""

    code = "objection_came"


class OwnerObjected(Conflict):
    """The owner is there and says no: there is nothing to recover."""

    code = "owner_objected"


class ObjectedAlready(Conflict):
    """The same person has objected before."""

    code = "objected_already"


class AskerGone(Conflict):
    """Who asked has left, or is in another company by now."""

    code = "asker_gone"


class ProofGone(Conflict):
    """The license that was shown is not the company's any more, or is blocked."""

    code = "proof_gone"
