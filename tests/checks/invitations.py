"""3 and 4: invitations move as their table says, and lead in once, into one company."""

from collections import Counter
from collections.abc import Iterator

from chalicelib.accounts.model import Link, Purpose
from chalicelib.audit.model import Entry
from chalicelib.invitations.model import Invitation, InvitationState
from chalicelib.invitations.rules.moves import MOVES, Move
from chalicelib.invitations.store import RUNNING, invitation_id
from chalicelib.mail.model import Letter
from tests.checks.store import Store

STEPS = {
    "invitation.sent": Move.SEND,
    "invitation.resent": Move.RESEND,
    "invitation.accepted": Move.ACCEPT,
    "invitation.withdrawn": Move.WITHDRAW,
    "invitation.expired": Move.RUN_OUT,
}
"""What each entry says that happened."""


def invitations_came_by_allowed_moves(store: Store) -> Iterator[str]:
    """Its entries, in order, lead to where it stands. By the clock one can run out unlogged."""
    history: dict[str, list[Entry]] = {}
    for entry in sorted(store.of(Entry), key=lambda entry: entry.sk):
        if entry.action in STEPS:
            history.setdefault(entry.subject, []).append(entry)
    for invitation in store.of(Invitation):
        state: InvitationState | None = None
        for entry in history.get(invitation.id, []):
            move = STEPS[entry.action]
            if (state, move) not in MOVES and move is Move.SEND:
                state = InvitationState.EXPIRED
            if (state, move) not in MOVES:
                yield f"invitation {invitation.id} was {state} and is {entry.action}"
            state = MOVES.get((state, move), state)
        if state != invitation.state:
            yield f"invitation {invitation.id} is {invitation.state}, its entries say {state}"


def invitations_stand_where_somebody_finds_them(store: Store) -> Iterator[str]:
    """Open ones in the list, running ones where the job looks; closed ones know no address."""
    for invitation in store.of(Invitation):
        where = f"invitation {invitation.id} is {invitation.state}"
        open_ = invitation.state in {InvitationState.PENDING, InvitationState.EXPIRED}
        if (invitation.open == invitation.pk) != open_:
            yield f"{where} and stands in the list of {invitation.open}"
        if (invitation.running == RUNNING) != (invitation.state == InvitationState.PENDING):
            yield f"{where} and waits as {invitation.running}"
        if bool(invitation.email) != open_:
            yield f"{where} and has the address {invitation.email}"
        if invitation.email and invitation.id != invitation_id(invitation.pk, invitation.email):
            yield f"{where} and is another address's"
        if bool(invitation.account_id) != (invitation.state == InvitationState.ACCEPTED):
            yield f"{where} and was accepted by {invitation.account_id}"


def each_open_invitation_has_its_link(store: Store) -> Iterator[str]:
    """One that is unused, for it alone; the other way round a used link was accepted."""
    for invitation in store.of(Invitation):
        link = store.find(Link, f"link#{invitation.link_id}", "link")
        where = f"invitation {invitation.id} is {invitation.state}"
        if link is None or link.purpose != Purpose.INVITATION or link.subject != invitation.id:
            yield f"{where} and has no link of its own"
        elif bool(link.spent_at) != (invitation.state == InvitationState.ACCEPTED):
            yield f"{where} and its link was used at {link.spent_at}"


def each_sending_has_its_letter(store: Store) -> Iterator[str]:
    """Many can go out at one moment; so they are counted by it."""
    sent = Counter(
        entry.at
        for entry in store.of(Entry)
        if entry.action in {"invitation.sent", "invitation.resent"}
    )
    letters = Counter(
        letter.created_at for letter in store.of(Letter) if letter.template == "invitation"
    )
    for moment in sent.keys() | letters.keys():
        if sent[moment] != letters[moment]:
            yield f"{sent[moment]} invitations at {moment} have {letters[moment]} letters"


INVITATIONS = (
    invitations_came_by_allowed_moves,
    invitations_stand_where_somebody_finds_them,
    each_open_invitation_has_its_link,
    each_sending_has_its_letter,
)
