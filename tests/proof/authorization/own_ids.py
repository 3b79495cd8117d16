"""Places of requests about one's own account."""

from chalicelib.base.ids import digest
from tests.proof.authorization.case import Case, Get
from tests.world.oneself import give_passkey
from tests.world.people import Who
from tests.world.world import World


def _session(who: Who) -> Get:
    return lambda world: next(iter(world.people.cookies[who].values())).split(".")[2]


def _passkey(who: Who) -> Get:
    def get(world: World) -> str:
        device = give_passkey(world.people.accounts[who], world.clock.moment)
        return digest(device.id)

    return get


def _account(who: Who) -> Get:
    return lambda world: str(world.people.accounts[who].pk)


NO_STAFF = [Case(Who.SUPERVISOR, _account(Who.OWNER)), Case(Who.SUPERVISOR, _account(Who.DELETED))]
COLLEAGUES = {
    (f"{method} /api/staff/colleagues/{{colleague_id}}/{act}", "path:colleague_id"): NO_STAFF
    for method, act in (
        ("POST", "invitation"),
        ("DELETE", "invitation"),
        ("PUT", "role"),
        ("POST", "deactivation"),
        ("POST", "reactivation"),
        ("POST", "factor-reset"),
        ("POST", "password-link"),
    )
}
OWN_THINGS: dict[tuple[str, str], list[Case]] = {
    **COLLEAGUES,
    ("DELETE /api/me/sessions/{session_id}", "path:session_id"): [
        Case(Who.AUTHOR, _session(Who.OWNER)),
        Case(Who.STRANGER, _session(Who.AUTHOR)),
    ],
    ("DELETE /api/staff/me/sessions/{session_id}", "path:session_id"): [
        Case(Who.AGENT, _session(Who.DESK))
    ],
    ("POST /api/me/passkeys/{passkey_id}/removal", "path:passkey_id"): [
        Case(Who.STRANGER, _passkey(Who.AUTHOR)),
        Case(Who.OWNER, _passkey(Who.AUTHOR)),
    ],
    ("POST /api/staff/me/passkeys/{passkey_id}/removal", "path:passkey_id"): [
        Case(Who.DESK, _passkey(Who.AGENT))
    ],
}
