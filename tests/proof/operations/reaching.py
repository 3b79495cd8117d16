"""Mail that comes back, and addresses that are opened again."""

from collections.abc import Callable

from chalicelib.aws.link_tokens import token_of
from chalicelib.base import clock
from chalicelib.mail import jobs as mail
from chalicelib.mail.model import Letter, LetterState
from chalicelib.mail.store.reaching import find_reach, id_of
from local.jobs.feedback import Wish, event
from local.testing import Cloud
from tests.client import Client
from tests.mail.feedback import promised, tell
from tests.mailbox import letters_to
from tests.proof.operation import Operation, Perform, by_job, by_route
from tests.proof.operations.jobs import outbox_event
from tests.proof.operations.people import OWNER, agent, owner

GONE = "gone@nordwerk.example"


def sent(cloud: Cloud, email: str = GONE) -> Letter:
    """A letter that went out."""
    letter = promised("survey", clock.now(), email)
    cloud.run_jobs()
    return letter


def stopped(cloud: Cloud, email: str = GONE) -> str:
    """An address that gets no mail; answers what lists call it."""
    tell(sent(cloud, email))
    reach = find_reach(email)
    assert reach is not None
    return id_of(reach)


def parked() -> Letter:
    """A letter that was given up."""
    letter = promised("password_changed", clock.now(), GONE)
    letter.state = letter.waiting = LetterState.PARKED
    letter.attempts, letter.error = 8, "MessageRejected"
    letter.save()
    return letter


def _told(wish: Wish) -> Callable[[Cloud], Perform]:
    def scene(cloud: Cloud) -> Perform:
        return by_job(mail.note_feedback, event(sent(cloud).pk, GONE, wish))

    return scene


def _hold(cloud: Cloud) -> Perform:
    stopped(cloud)
    outbox_event(cloud)
    promised("survey", clock.now(), GONE)
    return by_job(mail.send, outbox_event(cloud))


def _reopen(cloud: Cloud) -> Perform:
    return by_route(agent(), "POST", f"/api/staff/addresses/{stopped(cloud)}/reopening")


def _try_again(_cloud: Cloud) -> Perform:
    return by_route(agent(), "POST", f"/api/staff/letters/{parked().pk}/retry")


def _drop(_cloud: Cloud) -> Perform:
    return by_route(agent(), "DELETE", f"/api/staff/letters/{parked().pk}")


def _ask(cloud: Cloud) -> Perform:
    browser = owner()
    stopped(cloud, OWNER)
    return by_route(browser, "POST", "/api/me/mail/check")


def _ask_as_staff(_cloud: Cloud) -> Perform:
    return by_route(agent(), "POST", "/api/staff/me/mail/check")


def _confirm(cloud: Cloud) -> Perform:
    browser = owner()
    stopped(cloud, OWNER)
    assert browser.post("/api/me/mail/check").status == 202
    (letter,) = letters_to(OWNER, "address_check")
    body = {"token": token_of(letter.params["url"]["link"])}
    return by_route(Client(), "POST", "/api/address-checks", body)


REACHING = (
    Operation(
        name="job mail_note_feedback: it came back",
        covers=("job mail_note_feedback",),
        scene=_told(Wish.NO_MAILBOX),
        status=200,
        writes=1,
        leaves=("address.stopped",),
    ),
    Operation(
        name="job mail_note_feedback: for now",
        covers=("job mail_note_feedback",),
        scene=_told(Wish.MAILBOX_FULL),
        status=200,
        writes=1,
    ),
    Operation(
        name="job mail_note_feedback: spam",
        covers=("job mail_note_feedback",),
        scene=_told(Wish.COMPLAINT),
        status=200,
        writes=1,
        leaves=("address.stopped",),
    ),
    Operation(
        name="job mail_send: to a stopped address",
        covers=("job mail_send",),
        scene=_hold,
        status=200,
        writes=4,
        ends_as=LetterState.HELD,
    ),
    Operation(
        name="open an address again",
        covers=("POST /api/staff/addresses/{address_id}/reopening",),
        scene=_reopen,
        status=200,
        writes=1,
        leaves=("address.reopened",),
    ),
    Operation(
        name="try a parked letter again",
        covers=("POST /api/staff/letters/{letter_id}/retry",),
        scene=_try_again,
        status=200,
        writes=1,
        leaves=("letter.tried_again",),
    ),
    Operation(
        name="give a parked letter up",
        covers=("DELETE /api/staff/letters/{letter_id}",),
        scene=_drop,
        status=200,
        writes=1,
        leaves=("letter.dropped",),
        ends_as=LetterState.DROPPED,
    ),
    Operation(
        name="ask whether mail arrives",
        covers=("POST /api/me/mail/check",),
        scene=_ask,
        status=202,
        writes=4,
        leaves=("address.check_asked",),
        tells=("address_check",),
    ),
    Operation(
        name="ask whether mail arrives, as staff",
        covers=("POST /api/staff/me/mail/check",),
        scene=_ask_as_staff,
        status=202,
        writes=4,
        leaves=("address.check_asked",),
        tells=("address_check",),
    ),
    Operation(
        name="show that mail arrives",
        covers=("POST /api/address-checks",),
        scene=_confirm,
        status=200,
        writes=1,
        leaves=("address.confirmed",),
    ),
)
