"""11 and 12: sessions that live on, actions that left no entry, secrets where they must not be."""

from collections.abc import Callable
from datetime import timedelta

from chalicelib.accounts.model import Account, Link, Purpose, Session
from chalicelib.audit.model import Entry
from chalicelib.aws.link_tokens import token_of
from chalicelib.base import clock, ids
from chalicelib.tickets.model.message import Message, MessageKind
from tests.builders import TOTP_SECRET
from tests.checks import entries, sessions
from tests.checks.breaking.acts import Act, Breakage, again, alter, both, find, remove
from tests.checks.full import CODE, EMAIL, Full

LATER = "01KAZZZZZZZZZZZZZZZZZZZZZZ"


def _action(action: str) -> Callable[[Entry], bool]:
    return lambda entry: bool(entry.action == action)


def _ended(full: Full) -> None:
    """The log says that a session was ended, and there it is."""
    session = find(full, Session)
    entry = find(full, Entry, _action("session.opened"))
    entry.sk, entry.action, entry.subject = LATER, "session.ended", session.sk.partition("#")[2]
    entry.save()


def _changed(full: Full) -> None:
    """The log says that a password was changed; the account's sessions do not know of it."""
    account = find(full, Account, lambda account: account.email == EMAIL)
    entry = find(full, Entry, _action("account.activated"))
    entry.sk, entry.action, entry.subject = LATER, "password.changed", account.pk
    entry.actor_id, entry.at = account.pk, clock.now()
    entry.save()


def _leaked(secret: str | Callable[[Full], str]) -> Act:
    def details(full: Full) -> dict[str, str]:
        return {"leaked": secret if isinstance(secret, str) else secret(full)}

    return alter(Entry, _action("company.created"), details=details)


def _token(full: Full) -> str:
    link = find(full, Link, lambda link: link.purpose == Purpose.SURVEY)
    return token_of(link.pk.partition("#")[2])


def _note(message: Message) -> bool:
    return bool(message.what == MessageKind.QUESTION)


SESSIONS_BROKEN = (
    Breakage(
        sessions.sessions_are_bounded,
        "lives for",
        alter(Session, ends_at=lambda _: clock.now() + timedelta(days=300)),
    ),
    Breakage(
        sessions.sessions_are_bounded, "in the clear", alter(Session, secret_hash=ids.token())
    ),
    Breakage(sessions.ended_sessions_are_gone, "was ended and is there", _ended),
    Breakage(
        sessions.ended_sessions_are_gone, "was opened 0 times", again(Session, sk="session#x")
    ),
    Breakage(sessions.no_session_outlives_its_password, "and is taken", _changed),
)

ENTRIES_BROKEN = (
    Breakage(
        entries.entries_stand_in_their_lists,
        "not found where it belongs",
        alter(Entry, every="other"),
    ),
    Breakage(
        entries.no_action_is_logged_twice,
        "is logged 2 times",
        again(Entry, _action("key_file.signed"), sk=LATER),
    ),
    Breakage(
        entries.requests_are_logged_step_by_step,
        "was opened 0 times, by the log",
        remove(Entry, _action("ticket.opened")),
    ),
    Breakage(
        entries.requests_are_logged_step_by_step,
        "moved 1 times, 0 logged",
        remove(Entry, _action("ticket.ended")),
    ),
    Breakage(
        entries.staff_leave_their_names,
        "is logged as",
        alter(Entry, _action("ticket.answered"), actor_id="system"),
    ),
    Breakage(
        entries.secrets_stand_nowhere, "a link's token stands in kontor-audit", _leaked(_token)
    ),
    Breakage(entries.secrets_stand_nowhere, "an activation code stands", _leaked(CODE)),
    Breakage(
        entries.secrets_stand_nowhere, "a second factor's secret stands", _leaked(TOTP_SECRET)
    ),
    Breakage(
        entries.secrets_stand_nowhere,
        "a canary stands in the logs",
        both(),
        given={"logs": "they typed hunter2 again", "canaries": ("hunter2",)},
    ),
    Breakage(
        entries.nobodys_words_are_logged,
        "stands in the log",
        both(
            alter(Message, _note, text="Which version do you use there?"),
            _leaked("Which version do you use there?"),
        ),
    ),
)
