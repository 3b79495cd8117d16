"""Steps around devices: seats taken, given back and leased; licenses blocked and unblocked."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from chalicelib.licenses.sealing import device_hash
from tests.client import Answer
from tests.licenses.leases import OfflineDevice, in_base64
from tests.licenses.test_leasing import values
from tests.proof.model.accounts import numbers
from tests.proof.model.files import Files
from tests.proof.model.reference import Session
from tests.proof.model.requests import some
from tests.proof.model.scene import VERSIONS, pick
from tests.proof.model.sold import License, Seat

SERVICE = "/api/activation-service"
LONGEST_LEASE = 90
STATES = {"license_blocked": "on_deny_list", "license_expired": "license_expired", "": "active"}
machines = st.integers(1, 3)


class Devices(Files):
    """LIC-10 to LIC-12, LIC-17, STF-5."""

    def tell(self, what: str, code: str, device: int, **more: object) -> Answer:
        """What an application asks the activation service."""
        body = {"code": code, "device": OfflineDevice(device).fingerprint, **more}
        return self.ask({}, "POST", f"{SERVICE}/{what}", body)

    def sold(self, number: int) -> License:
        """Mostly one that is good for something, where there is one."""
        good = [one for one in self.known.licenses if not one.unusable(self.now)]
        return pick(good if good and number % 5 else self.known.licenses, number)

    def shown(self, which: int, old: bool) -> tuple[License, str, bool]:
        """A license and one of its codes; and whether another took that one's place."""
        license_ = self.sold(which)
        if old and license_.old_codes:
            return license_, pick(license_.old_codes, which), True
        return license_, license_.code, False

    def unwritten(self) -> None:
        """Only what was written is answered as the first time, whenever it comes again."""
        self.last = None

    @rule(which=numbers, device=machines, product=numbers, old=some)
    def device_activates(self, which: int, device: int, product: int, old: bool) -> None:
        """LIC-10, LIC-11, LIC-12: the same device again is the same activation."""
        license_, code, old = self.shown(which, old)
        wanted = pick([*license_.products * 3, *VERSIONS], product)
        answer = self.tell("activate", code, device, product=wanted)
        if refusal := license_.refuses(wanted, self.now):
            return self.expect(answer, *refusal)
        if license_.seat(device, self.now):
            self.unwritten()
            return self.expect(answer, 200)
        if old:
            return self.expect(answer, 409, "code_replaced")
        if license_.is_full(self.now):
            return self.expect(answer, 409, "no_seat_left")
        self.expect(answer, 200)
        license_.gives_seat(device, Seat())
        return None

    @rule(which=numbers, device=machines, old=some)
    def device_releases(self, which: int, device: int, old: bool) -> None:
        """LIC-10: also on a blocked license; not while a lease runs."""
        license_, code, _ = self.shown(which, old)
        answer = self.tell("release", code, device)
        seat = license_.seat(device, self.now)
        if seat and seat.lease:
            return self.expect(answer, 409, "lease_running")
        if seat is None:
            self.unwritten()
            known = device in license_.released
            return self.expect(answer, *((200, "") if known else (404, "device_not_activated")))
        self.expect(answer, 200)
        license_.takes_seat_back(device)
        return None

    @rule(which=numbers, device=machines, old=some)
    def device_is_seen(self, which: int, device: int, old: bool) -> None:
        """LIC-10: whether it may go on, and what it is told of its code."""
        license_, code, old = self.shown(which, old)
        answer = self.tell("heartbeat", code, device)
        self.unwritten()
        seat = license_.seat(device, self.now)
        told = self.tell("status", code, device).json
        self.unwritten()
        assert told["state"] == STATES[license_.unusable(self.now)]
        assert (told["code_replaced"], told["nodes"]) == (old, license_.nodes)
        assert (told["activated_since"] is None) == (seat is None)
        assert told["lease_ends"] == (str(seat.lease_ends) if seat and seat.lease_ends else None)
        if refusal := license_.refuses(license_.products[0], self.now):
            return self.expect(answer, *refusal)
        return self.expect(answer, *((200, "") if seat else (404, "device_not_activated")))

    def own_license(self, who: int, which: int) -> tuple[Session, License]:
        """Somebody, and mostly a license of their own company."""
        session = self.session(who)
        own = [one for one in self.known.licenses if one.holder == session.person.company]
        return session, pick(own if own and which % 5 else self.known.licenses, which)

    def manages(self, session: Session, license_: License, answer: Answer) -> bool:
        """Whether they may do something to it; else the refusal is compared."""
        person = self.allowed(session, answer, "manage_licenses")
        if person is None:
            return False
        if license_.holder != person.company:
            self.expect(answer, 404, "not_found")
            return False
        if license_.needs_check:
            self.expect(answer, 409, "claim_not_proven")
            return False
        return True

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, which=numbers, device=machines, days=st.sampled_from([1, 5, 90, 91]))
    def lease(self, who: int, which: int, device: int, days: int) -> None:
        """LIC-10: a lease counts as a seat, and never gets shorter."""
        request = in_base64(OfflineDevice(device).request())
        wish = {"request_base64": request, "days": days}
        session, license_ = self.own_license(who, which)
        answer = self.ask(session.cookies, "POST", f"/api/licenses/{license_.id}/leases", wish)
        if not self.manages(session, license_, answer):
            return None
        if refusal := license_.refuses(license_.products[0], self.now):
            return self.expect(answer, *refusal)
        if days > LONGEST_LEASE:
            return self.expect_reason(answer, "days", "too_large")
        seat = license_.seat(device, self.now)
        if seat is None and license_.is_full(self.now):
            return self.expect(answer, 409, "no_seat_left")
        self.expect(answer, 201)
        ends = min(self.now.date() + timedelta(days=days), license_.ends)
        if seat and seat.lease_ends:
            ends = max(ends, seat.lease_ends)
        older = [*seat.older, seat.lease] if seat and seat.lease else []
        license_.gives_seat(device, Seat(ends, values(answer)["lease-id"], older))
        assert values(answer)["ends"] == ends.isoformat()
        return None

    def leased(self) -> list[tuple[License, int, Seat]]:
        """Every seat that a lease holds."""
        return [
            (license_, device, seat)
            for license_ in self.known.licenses
            for device, seat in license_.seats.items()
            if seat.lease and seat.holds(self.now)
        ]

    @precondition(lambda self: self.leased())
    @rule(which=numbers, older=some)
    def device_returns_its_lease(self, which: int, older: bool) -> None:
        """LIC-10: by its receipt for the lease that it has now."""
        license_, device, seat = pick(self.leased(), which)
        lease = seat.older[-1] if older and seat.older else seat.lease
        receipt = in_base64(OfflineDevice(device).receipt(lease, license_.id))
        answer = self.ask({}, "POST", f"{SERVICE}/lease-returns", {"receipt_base64": receipt})
        if lease != seat.lease:
            return self.expect(answer, 409, "receipt_refused")
        self.expect(answer, 200)
        license_.takes_seat_back(device)
        return None

    @precondition(lambda self: self.known.sessions)
    @rule(who=numbers, which=numbers, device=machines)
    def drop(self, who: int, which: int, device: int) -> None:
        """LIC-17: but not while it has a lease, for it can't be told then."""
        session, license_ = self.own_license(who, which)
        device_id = device_hash(license_.id, OfflineDevice(device).fingerprint)
        path = f"/api/licenses/{license_.id}/devices/{device_id}/drop"
        answer = self.ask(session.cookies, "POST", path)
        if not self.manages(session, license_, answer):
            return None
        seat = license_.seat(device, self.now)
        if seat is None:
            return self.expect(answer, 404, "not_found")
        if seat.lease:
            return self.expect(answer, 409, "lease_running")
        self.expect(answer, 200)
        license_.takes_seat_back(device)
        return None

    @rule(which=numbers)
    def desk_blocks(self, which: int) -> None:
        """STF-5, LIC-11."""
        license_ = self.sold(which)
        body = {"at": None, "reason": "As asked."}
        path = f"/api/staff/licenses/{license_.id}/block"
        answer = self.ask(self.license_desk(), "POST", path, body)
        if license_.blocked:
            return self.expect(answer, 409, "already_blocked")
        self.expect(answer, 200)
        license_.blocked = True
        return None

    @rule(which=numbers)
    def desk_unblocks(self, which: int) -> None:
        """STF-5: but not what was taken back."""
        blocked = [one for one in self.known.licenses if one.blocked]
        license_ = pick(blocked if blocked and which % 5 else self.known.licenses, which)
        path = f"/api/staff/licenses/{license_.id}/unblock"
        answer = self.ask(self.license_desk(), "POST", path, {"reason": None})
        if not license_.blocked:
            return self.expect(answer, 409, "not_blocked")
        if license_.withdrawn:
            return self.expect(answer, 409, "sale_taken_back")
        self.expect(answer, 200)
        license_.blocked = False
        return None
