"""Licenses in plain Python: who holds one, which codes it had, and which devices have its seats."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

SKEW = timedelta(days=2)
"""How much longer than its lease a device keeps its seat: a day it goes on, by a clock that may be
a day behind."""


@dataclass
class Seat:
    """A device's seat; one that is held by a lease ends with it."""

    lease_ends: date | None = None
    lease: str = ""
    older: list[str] = field(default_factory=list)

    def holds(self, now: datetime) -> bool:
        """LIC-10: to the end of the lease's last day, and some time more."""
        if self.lease_ends is None:
            return True
        return now < datetime.combine(self.lease_ends + timedelta(days=1), time(), UTC) + SKEW


@dataclass
class License:
    """What the vendor sold; `holder` is the company that claims it."""

    code: str
    products: tuple[str, ...]
    ends: date
    blocked: bool = False
    needs_check: bool = False
    holder: str = ""
    nodes: int = 2
    activated: bool = True
    id: str = ""
    public_id: str = ""
    withdrawn: str = ""
    old_codes: list[str] = field(default_factory=list)
    seats: dict[int, Seat] = field(default_factory=dict)
    released: set[int] = field(default_factory=set)

    def unusable(self, now: datetime) -> str:
        """LIC-2: why nobody can claim it, whoever holds it."""
        if self.blocked:
            return "license_blocked"
        return "license_expired" if self.ends < now.date() else ""

    def refusal(self, company: str, now: datetime) -> str:
        """LIC-2: why this company can't."""
        if self.holder and self.holder == company:
            return "license_already_here"
        return self.unusable(now) or ("license_elsewhere" if self.holder else "")

    def status(self, now: datetime) -> str:
        """LIC-4."""
        words = {"license_blocked": "blocked", "license_expired": "expired"}
        return words.get(self.unusable(now), "active" if self.activated else "not_activated")

    def proves(self, company: str) -> bool:
        """COM-10: whether it shows who is in the company, as far as the claim goes."""
        return bool(company) and self.holder == company and not self.needs_check

    def supports(self, company: str, now: datetime) -> bool:
        """REQ-2: whether the company may ask about its products."""
        return self.holder == company and not self.needs_check and not self.unusable(now)

    def refuses(self, product: str, now: datetime) -> tuple[int, str] | None:
        """LIC-10, LIC-11: why no device gets anything for this product, whether it has a seat."""
        words = {"license_blocked": "on_deny_list", "license_expired": "license_expired"}
        if reason := self.unusable(now):
            return 403, words[reason]
        return None if product in self.products else (403, "product_not_covered")

    def seat(self, device: int, now: datetime) -> Seat | None:
        """The device's seat, while it holds one."""
        found = self.seats.get(device)
        return found if found and found.holds(now) else None

    def is_full(self, now: datetime) -> bool:
        """LIC-10: devices active and unexpired leases."""
        return sum(seat.holds(now) for seat in self.seats.values()) >= self.nodes

    def gives_seat(self, device: int, seat: Seat) -> None:
        """The device has it; whoever is first activates the license."""
        self.seats[device] = seat
        self.activated = True

    def takes_seat_back(self, device: int) -> None:
        """LIC-10: free for another."""
        del self.seats[device]
        self.released.add(device)

    def gets_code(self, code: str) -> None:
        """LIC-12: another takes the place of its code."""
        self.old_codes.append(self.code)
        self.code = code
