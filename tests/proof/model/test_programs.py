"""Programs of the model test that are always run: what once failed, and what is told apart late.

A failing run prints its steps; they are pasted here as a function, so that no later version of
Hypothesis can forget them.
"""

from collections.abc import Callable

import pytest

from local.testing import Machine
from tests.proof.model.machine import Portal


def two_registered_with_one_code(state: Portal) -> None:
    """ACC-2: the first to activate has it; the other's link stays, and is told why."""
    state.register(1, 1)
    state.register(2, 1)
    state.activate(1, 1)
    state.activate(2, 1)
    state.activate(1, 1)
    state.staff_look()


def a_request_is_forgotten_and_closes_by_itself(state: Portal) -> None:
    """REQ-16: late jobs remind first, and nothing is done twice."""
    state.staff_say(1, "question")
    state.time_passes(24 * 31)
    for name in ("close", "resolve", "remind", "resolve", "close"):
        state.job_runs(name, twice=True)
    state.time_passes(24 * 8)
    state.job_runs("close", twice=True)
    state.rate(1, 4, None)
    state.rate(1, None, "Good")
    state.staff_look()


def an_old_link_and_an_old_session_after_a_new_password(state: Portal) -> None:
    """ACC-6, ACC-7: the second link is over with the first one's use."""
    state.ask_for_a_new_password(0)
    state.ask_for_a_new_password(0)
    state.set_a_new_password(1, 1)
    state.set_a_new_password(2, 0)
    state.somebody_looks(0)
    state.sign_in(0, 1, 0)
    state.somebody_looks(1)
    state.the_last_request_comes_again()


def a_file_from_its_first_byte_to_its_download(state: Portal) -> None:
    """REQ-4: in quarantine until the scan has spoken, and infected for good."""
    state.complete(1, 1)
    state.send_part(1, 1)
    state.complete(1, 1)
    state.the_last_request_comes_again()
    state.reply(1, 2, 2)
    state.download(0, 1, staff=False)
    for word in ("FAILED", "NO_THREATS_FOUND", "THREATS_FOUND", "NO_THREATS_FOUND"):
        state.scan(0, word)
        state.download(0, 1, staff=False)
        state.download(0, 1, staff=True)
    state.give_up(0, 1)


def rights_come_and_go(state: Portal) -> None:
    """COM-2: from the next request on."""
    for rights in ({"manage_tickets"}, {"manage_licenses"}, set[str]()):
        state.grant(0, rights)
        state.somebody_looks(1)
        state.add_license(1, 5)
        state.cancel(1, 1)


def somebody_came_and_was_removed(state: Portal) -> None:
    """COM-6: what was acknowledged to them was true then."""
    state.hire(0, 0, {"manage_users"})
    state.hire(1, 0, set())
    state.sign_in(0, 1, 0)
    state.remove(1, 1)
    state.remove(1, 0)
    state.invite(1, 0, {"manage_tickets"})
    state.accept(1, 1)


def a_colleague_comes_to_own_the_company(state: Portal) -> None:
    """COM-10: not before the days are over; who owned it may be removed, and found another."""
    state.grant(0, {"manage_users"})
    state.ask_to_own(2, 0, 1, old=False)
    state.ask_to_own(1, 0, 1, old=False)
    state.ask_to_own(1, 0, 1, old=False)
    state.mail_goes_out()
    state.object_signed_in(1)
    state.decide(0, accept=True, unseen=False)
    state.somebody_looks(1)
    state.time_passes(24 * 8)
    state.object_by_link(0)
    state.decide(0, accept=True, unseen=False)
    state.mail_goes_out()
    state.somebody_looks(1)
    state.staff_look()
    state.remove(1, 1)
    state.register(0, 5)
    state.activate(1, 1)
    state.sign_in(0, 1, 0)
    state.somebody_looks(2)


def somebody_from_outside_comes_to_own_the_company(state: Portal) -> None:
    """COM-10: refused by the owner's word, withdrawn, and accepted the third time."""
    state.ask_to_own(0, 4, 1, old=False)
    state.ask_to_own(0, 0, 1, old=False)
    state.mail_goes_out()
    state.object_by_link(0)
    state.object_by_link(0)
    state.time_passes(24 * 8)
    state.decide(0, accept=True, unseen=False)
    state.decide(0, accept=False, unseen=False)
    state.ask_to_own(0, 0, 1, old=False)
    state.staff_look()
    state.withdraw_wish(0)
    state.mail_goes_out()
    state.ask_to_own(0, 0, 1, old=False)
    state.time_passes(24 * 7)
    state.decide(1, accept=True, unseen=False)
    state.mail_goes_out()
    state.somebody_looks(0)
    state.staff_look()


def whoever_asked_is_overtaken(state: Portal) -> None:
    """COM-10: by another owner, and by leaving."""
    state.send_part(0, 1)
    state.complete(0, 1)
    state.open_ticket(1, 0, 0, 2)
    state.scan(0, "NO_THREATS_FOUND")
    state.ask_to_own(0, 0, 1, old=False)
    state.staff_hand_over(0, 1)
    state.mail_goes_out()
    state.ask_to_own(2, 0, 1, old=False)
    state.remove(1, 1)
    state.decide(0, accept=True, unseen=False)
    state.time_passes(24 * 8)
    state.decide(0, accept=True, unseen=False)
    state.mail_goes_out()
    state.decide(0, accept=True, unseen=False)
    state.staff_look()


PROGRAMS = [
    a_colleague_comes_to_own_the_company,
    somebody_from_outside_comes_to_own_the_company,
    whoever_asked_is_overtaken,
    somebody_came_and_was_removed,
    two_registered_with_one_code,
    a_request_is_forgotten_and_closes_by_itself,
    an_old_link_and_an_old_session_after_a_new_password,
    a_file_from_its_first_byte_to_its_download,
    rights_come_and_go,
]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.__name__)
def test_a_program_goes_as_the_reference_says(
    program: Callable[[Portal], None], machine: Machine
) -> None:
    Portal.machine = machine
    state = Portal()
    try:
        state.begin()
        program(state)
        state.settle()
    finally:
        state.teardown()
