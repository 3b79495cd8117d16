"""Steps of the vendor's shop: sold, extended, more seats, taken back."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from chalicelib.licenses.store.sales import find_by_public_id
from tests.client import Answer
from tests.proof.model.accounts import numbers
from tests.proof.model.devices import Devices
from tests.proof.model.requests import some
from tests.proof.model.scene import NOW, VERSIONS, pick
from tests.proof.model.sold import License

ORDERS = "/api/orders/v1"
WITHDRAWN = {"cancellations": "cancelled", "refunds": "refunded"}
orders = st.integers(1, 3)
kinds = st.sampled_from(["26", "26", "27"])


@dataclass
class Line:
    """A line that was carried out: what was asked, and the license that it is about."""

    asked: dict[str, Any]
    license: License
    sold: bool = False


class Orders(Devices):
    """LIC-12, LIC-18."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, Line] = {}

    def order(self, what: str, body: dict[str, Any]) -> Answer:
        """Send it twice with one key, as a shop does that heard nothing; both answers agree."""
        answer = self.ask({}, "POST", f"{ORDERS}/{what}", body, token=self.shop)
        self.the_last_request_comes_again()
        self.last = None  # what is answered later is what is then
        return answer

    def the_last_request_comes_again(self) -> None:
        """See machine.py."""
        raise NotImplementedError

    def known_line(self, body: dict[str, Any], answer: Answer) -> Line | None:
        """The line, if it was sent before: then it is answered again, or refused as another."""
        line = self.lines.get(body["order_number"])
        if line and line.asked != body:
            self.expect(answer, 409, "order_line_differs")
        elif line:
            assert answer.status < 300, answer.text
            self.shows(answer, line.license)
        return line

    def shows(self, answer: Answer, license_: License) -> None:
        """The one line of an answer, against the license as it is."""
        (line,) = answer.json["lines"]
        told = (line["license"], line["activation_code"], line["nodes"], line["expires_on"])
        known = (license_.public_id, license_.code, license_.nodes, license_.ends.isoformat())
        assert told == known
        assert line["status"] == license_.status(self.now)

    @rule(number=orders, product=numbers, nodes=st.integers(1, 2))
    def sell(self, number: int, product: int, nodes: int) -> None:
        """LIC-18: a line makes one license, however often it is sent."""
        ends = NOW.date() + timedelta(500 + number)
        wanted: dict[str, Any] = {
            "line": 1, "product_ids": [pick(list(VERSIONS), product)], "edition": "Standard",
            "nodes": nodes, "end_user": "Werk", "expires_on": ends.isoformat(),
        }  # fmt: skip
        body: dict[str, Any] = {"order_number": f"HS-26-{number}", "lines": [wanted]}
        answer = self.order("orders", body)
        if self.known_line(body, answer):
            return
        self.expect(answer, 201)
        (line,) = answer.json["lines"]
        found = find_by_public_id(line["license"])
        assert found is not None
        made = License(
            line["activation_code"], tuple(wanted["product_ids"]), ends, nodes=nodes,
            activated=False, id=found.pk, public_id=line["license"],
        )  # fmt: skip
        self.known.licenses.append(made)
        self.lines[body["order_number"]] = Line(body, made, sold=True)
        self.shows(answer, made)

    @rule(number=orders, which=numbers, later=some)
    def extend(self, number: int, which: int, later: bool) -> None:
        """LIC-18: to a later day than it has, which is nobody else's."""
        license_ = pick(self.known.licenses, which)
        last = max(one.ends for one in self.known.licenses)
        ends = last + timedelta(days=1) if later else license_.ends
        body: dict[str, Any] = {
            "order_number": f"HS-27-{number}", "line": 1, "license": license_.public_id,
            "expires_on": ends.isoformat(),
        }  # fmt: skip
        answer = self.order("extensions", body)
        if self.known_line(body, answer):
            return
        if license_.withdrawn:
            self.expect_reason(answer, "license", "license_withdrawn")
        elif not later:
            self.expect_reason(answer, "expires_on", "not_later")
        else:
            self.expect(answer, 200)
            license_.ends = ends
            self.lines[body["order_number"]] = Line(body, license_)
            self.shows(answer, license_)

    @rule(number=orders, which=numbers, seats=st.integers(1, 2))
    def more_seats(self, number: int, which: int, seats: int) -> None:
        """LIC-12: by another code; devices keep their seats."""
        license_ = pick(self.known.licenses, which)
        body: dict[str, Any] = {
            "order_number": f"HS-28-{number}", "line": 1, "license": license_.public_id,
            "add_nodes": seats,
        }  # fmt: skip
        answer = self.order("seats", body)
        if self.known_line(body, answer):
            return
        if license_.withdrawn:
            self.expect_reason(answer, "license", "license_withdrawn")
            return
        self.expect(answer, 200)
        license_.gets_code(answer.json["lines"][0]["activation_code"])
        license_.nodes += seats
        self.lines[body["order_number"]] = Line(body, license_)
        self.shows(answer, license_)

    @rule(
        number=orders,
        kind=st.sampled_from(["26", "26", "27"]),
        what=st.sampled_from(sorted(WITHDRAWN)),
    )
    def take_back(self, number: int, kind: str, what: str) -> None:
        """LIC-18: a refund goes beyond a cancellation, not the other way."""
        name = f"HS-{kind}-{number}"
        answer = self.order(what, {"order_number": name})
        line = self.lines.get(name)
        if line is None:
            return self.expect(answer, 404, "order_unknown")
        if not line.sold:
            return self.expect(answer, 409, "order_line_no_sale")
        self.expect(answer, 200)
        license_ = line.license
        if license_.withdrawn != "refunded":
            license_.withdrawn = WITHDRAWN[what]
        license_.blocked = True
        return self.shows(answer, license_)

    @precondition(lambda self: self.known.sessions and self.replaced())
    @rule(who=numbers, which=numbers)
    def add_by_an_old_code(self, who: int, which: int) -> None:
        """LIC-12: the old one adds nothing."""
        session, code = self.session(who), pick(self.replaced(), which)
        sent = {"activation_code": code}
        answer = self.ask(session.cookies, "POST", "/api/licenses", sent)
        if self.allowed(session, answer, "manage_licenses"):
            self.expect_reason(answer, "activation_code", "code_replaced")

    def replaced(self) -> list[str]:
        """Every code that another took the place of."""
        return [code for one in self.known.licenses for code in one.old_codes]
