"""What is stored of a person about ownerships, for that person (ACC-13)."""

from typing import Any

from chalicelib.base.actor import Actor
from chalicelib.recoveries import store
from chalicelib.recoveries.model import Recovery

MOST = 50


def own_data(actor: Actor) -> dict[str, Any]:
    """What they asked for, and what they said against the open one of their company."""
    asked = store.asked_by(actor.account_id, MOST)
    return {"asked_for": [_asked(one) for one in asked], "objection": _objection(actor)}


def _asked(recovery: Recovery) -> dict[str, Any]:
    return {
        "license": recovery.license_public_id,
        "file": {"name": recovery.file_name, "size": int(recovery.file_size)},
        "words": recovery.words,
        "state": recovery.state,
        "asked_at": recovery.asked_at,
        "ended_at": recovery.ended_at,
    }


def _objection(actor: Actor) -> dict[str, Any] | None:
    if not actor.recovery_id:
        return None
    found = store.find_objection(actor.recovery_id, actor.account_id)
    return {"at": found.at, "words": found.words} if found else None
