"""What happens by itself to licenses."""

from datetime import datetime

from chalicelib.entry.job import Jobs
from chalicelib.licenses import publishing, telling

jobs = Jobs(__name__)


@jobs.every(minutes=1)
def publish_deny_list(now: datetime) -> int:
    """LIC-11, LIC-13, SCH-3: what is blocked, or planned for now, stands on the published list."""
    return publishing.publish(now)


@jobs.every(minutes=5)
def tell_due(now: datetime) -> int:
    """SCH-3, LIC-13: planned blocks that took effect, licenses that end in 30 or 7 days."""
    return telling.tell_due(now)
