"""What can come between the decision about a trial and its writing."""

from chalicelib.base.errors import Conflict


class TrialTaken(Conflict):
    """The address or the company got another trial at the same moment."""
