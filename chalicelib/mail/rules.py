"""When a letter is tried again, and when it is given up."""

from datetime import datetime, timedelta

FIRST_PAUSE = timedelta(minutes=1)
LONGEST_PAUSE = timedelta(hours=6)


def next_attempt(now: datetime, attempts: int) -> datetime:
    """When to try again if the attempt with this number (from 1) comes to nothing.

    The pause doubles each time.
    """
    # Bounded before it is computed: 2 to the power of a large number is no span of time.
    pause: timedelta = FIRST_PAUSE * 2 ** min(attempts - 1, 16)
    return now + min(pause, LONGEST_PAUSE)


def is_hopeless(attempts: int, most: int) -> bool:
    """Whether the attempts made so far were all that a letter gets."""
    return attempts >= most
