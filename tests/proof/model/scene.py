"""The real product beside the reference: the same thing is done to both, and compared."""

import os
from contextlib import ExitStack
from copy import deepcopy
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis.stateful import RuleBasedStateMachine

from chalicelib.accounts.store.accounts import find_by_email
from chalicelib.base.actor import StaffRole
from chalicelib.entry.call import CUSTOMER_COOKIE, STAFF_COOKIE
from local.testing import Machine, forget_deployment
from tests.builders import make_catalog, make_cookie, make_license, make_staff, make_token
from tests.checks.store import Store
from tests.client import Answer, Client
from tests.clockwork import standing_at
from tests.invariants import check_all
from tests.mailbox import letters_to, link_in
from tests.proof.model.reference import Reference
from tests.proof.model.sold import License

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
_T = TypeVar("_T")
VERSIONS = {"guard-business": "12.1", "vault-server": "4.2", "gate-mail": "7.0"}
# No two end on one day: which of two a request stands on would be anybody's guess.
SOLD = (
    License("7F3KQ-AAAAA-B8WZ4-RT6YH", ("guard-business",), NOW.date() + timedelta(400)),
    License("7F3KQ-BBBBB-B8WZ4-RT6YH", ("vault-server",), NOW.date() + timedelta(401)),
    License("7F3KQ-CCCCC-B8WZ4-RT6YH", ("gate-mail",), NOW.date() + timedelta(402), False, True),
    License("7F3KQ-DDDDD-B8WZ4-RT6YH", ("guard-business",), NOW.date() + timedelta(403), True),
    License("7F3KQ-EEEEE-B8WZ4-RT6YH", ("guard-business",), NOW.date() - timedelta(1)),
    License("7F3KQ-FFFFF-B8WZ4-RT6YH", ("vault-server",), NOW.date() + timedelta(9)),
    License(
        "7F3KQ-GGGGG-B8WZ4-RT6YH", ("guard-business", "gate-mail"), NOW.date() + timedelta(404)
    ),
)
# The bounds on trying have tests of their own; here they would only hide what comes after them.
UNBOUNDED = (
    *("SIGN_IN_ATTEMPTS", "SIGN_IN_ATTEMPTS_PER_SOURCE", "SIGN_IN_ATTEMPTS_PER_ACCOUNT"),
    *("RESETS_PER_HOUR", "RESETS_PER_HOUR_PER_SOURCE", "RESETS_PER_HOUR_PER_ACCOUNT"),
    *("REGISTRATIONS_PER_HOUR", "RESENDS_PER_DAY", "KNOWN_ADDRESSES_PER_HOUR"),
    "RECOVERIES_PER_COMPANY",
    *("ACTIVATION_MISSES", "ACTIVATION_REFUSALS", "TOKEN_CALLS_PER_MINUTE"),
)
STEPS = [0]
"""How many steps were taken and compared in this process."""


def pick(choices: list[_T], number: int) -> _T:
    """One of them, whatever the number."""
    return choices[number % len(choices)]


class Scene(RuleBasedStateMachine):
    """An account with a catalog, licenses that nobody has yet, and an agent."""

    machine: Machine

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        patch = self.open.enter_context(pytest.MonkeyPatch.context())
        for name in UNBOUNDED:
            patch.setenv(f"KONTOR_{name}", "1000000")
        self.cloud = self.open.enter_context(self.machine.fresh(patch.setenv))
        self.clock = self.open.enter_context(standing_at(NOW))
        self.known = Reference(deepcopy([*SOLD]))
        make_catalog(NOW)
        for number, sold in enumerate(self.known.licenses):
            self._sell(number, sold)
        self.agent = make_staff(NOW)
        self.desk = make_staff(NOW, StaffRole.LICENSE_DESK, email="desk@vendor.example")
        self.shop = make_token(NOW)
        self.last: tuple[Client, str, str, Any, str, Answer] | None = None
        self.before: Store | None = None

    def _sell(self, number: int, sold: License) -> None:
        made = make_license(
            sold.code,
            product_ids="+".join(sold.products),
            serial_number=f"HG-26-{number}",
            expires_on=sold.ends.isoformat(),
            blocked_at="2026-11-01T00:00:00Z" if sold.blocked else "",
            needs_check="yes" if sold.needs_check else "no",
            nodes=str(sold.nodes),
        )
        sold.id, sold.public_id = made.pk, made.public_id

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.open.close()
        forget_deployment()

    @property
    def now(self) -> datetime:
        """What the clock of both says."""
        return self.clock.moment

    def ask(
        self, cookies: dict[str, str], method: str, path: str, body: Any = None, token: str = ""
    ) -> Answer:
        """Ask the product, a second later than whatever was asked before."""
        self.clock.pass_by(SECOND)
        key = os.urandom(16).hex()
        answer = Client(cookies=dict(cookies), token=token).call(method, path, body, key=key)
        if method != "GET":
            asker = Client(cookies=dict(cookies), token=token)
            self.last = (asker, method, path, body, key, answer)
        return answer

    def expect(self, answer: Answer, status: int, code: str = "") -> None:
        """The reference's word against the product's."""
        assert (answer.status, answer.code) == (status, code), answer.text

    def expect_reason(self, answer: Answer, field: str, code: str) -> None:
        """One field was refused, for this reason."""
        assert (answer.status, answer.reasons()) == (422, {field: {code}}), answer.text

    def staff(self) -> dict[str, str]:
        """The agent's cookies; signs in anew each time, so that no session runs out."""
        return {STAFF_COOKIE: make_cookie(self.agent, self.now)}

    def license_desk(self) -> dict[str, str]:
        """The same of the license desk."""
        return {STAFF_COOKIE: make_cookie(self.desk, self.now)}

    def customer(self, email: str) -> dict[str, str]:
        """The same of a customer."""
        account = find_by_email(email)
        assert account is not None
        return {CUSTOMER_COOKIE: make_cookie(account, self.now)}

    def token_to(self, email: str, template: str, thread: str = "") -> str:
        """The secret in the newest such letter."""
        letters = letters_to(email, template)
        return link_in([letter for letter in letters if thread in {"", letter.thread}][-1])

    def settle(self) -> None:
        """All invariants hold, and what changed was changed by its own operation."""
        STEPS[0] += 1
        self.before = check_all(self.cloud, self.before)
