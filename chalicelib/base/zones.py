"""Where people are in time: IANA's zones, by name (`Europe/Berlin`)."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

_NAME = re.compile(r"[A-Z][A-Za-z]+(/[A-Z][A-Za-z0-9_+-]*){0,2}")


def is_zone(name: str) -> bool:
    """Whether there is a zone of that name."""
    try:
        return bool(_NAME.fullmatch(name)) and ZoneInfo(name).key == name
    except (LookupError, OSError, ValueError):
        return False


def in_zone(moment: datetime, name: str) -> datetime:
    """The moment as the clocks there show it; a day without a time stays the day it is."""
    return moment.astimezone(ZoneInfo(name)) if moment.tzinfo else moment


def short_name(local: datetime) -> str:
    """What people there call the zone at that time of the year: `CET`; empty without a name."""
    name = local.tzname() or ""
    return name if name.isalpha() else ""


def offset(local: datetime) -> str:
    """How far the zone is from UTC at that time: `UTC+05:30`."""
    east = f"{local:%z}"
    return f"UTC{east[:3]}:{east[3:5]}"
