"""What happens by itself to invitations."""

from datetime import datetime

from chalicelib.entry.job import Jobs
from chalicelib.invitations import expiring

jobs = Jobs(__name__)


@jobs.every(minutes=15)
def mark_expired(now: datetime) -> int:
    """SCH-1: what ran out is marked, and its inviter told, once."""
    return expiring.mark_expired(now)
