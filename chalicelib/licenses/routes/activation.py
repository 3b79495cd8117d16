"""The activation service, for applications and without an account (docs/activation.md)."""

from typing import Any

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.base.errors import Conflict, Invalid, KontorError
from chalicelib.entry.access import ANYONE
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import activating, refusals
from chalicelib.licenses.schemas.activation import (
    Activated,
    ActivateIn,
    CodeStatus,
    DeviceIn,
    DeviceReleased,
    StatusIn,
)

routes = Routes(__name__)
BASE = "/api/activation-service"
SHOWN: tuple[type[KontorError], ...] = (
    refusals.CodeMalformed,
    refusals.CodeUnknown,
    TooManyAttempts,
    Invalid,
)


@routes.post(
    f"{BASE}/activate",
    ANYONE,
    "Activate a device by a code",
    takes=ActivateIn,
    gives=Activated,
    errors=(
        *SHOWN,
        *refusals.UNUSABLE,
        refusals.ProductNotCovered,
        refusals.OldCode,
        refusals.NoSeatLeft,
        Conflict,
    ),
)
def activate(call: Call[ActivateIn]) -> Activated:
    """LIC-10: the same device again is the same activation."""
    return activating.activate(call.actor, call.body, call.now, call.operation)


@routes.post(
    f"{BASE}/release",
    ANYONE,
    "Give a device's seat back",
    takes=DeviceIn,
    gives=DeviceReleased,
    errors=(*SHOWN, refusals.DeviceNotActivated, refusals.LeaseRunning, Conflict),
)
def release(call: Call[DeviceIn]) -> DeviceReleased:
    """LIC-10: the seat is free for another device."""
    return activating.release(call.actor, call.body, call.now, call.operation)


@routes.post(
    f"{BASE}/heartbeat",
    ANYONE,
    "Ask whether a device may go on, and be seen",
    takes=DeviceIn,
    gives=Activated,
    errors=(*SHOWN, *refusals.UNUSABLE, refusals.DeviceNotActivated),
)
def heartbeat(call: Call[DeviceIn]) -> Activated:
    """LIC-10, LIC-17: noted once a day at most."""
    return activating.heartbeat(call.actor, call.body, call.now, call.operation)


@routes.post(
    f"{BASE}/status",
    ANYONE,
    "Ask what a code is good for",
    takes=StatusIn,
    gives=CodeStatus,
    errors=SHOWN,
)
def code_status(call: Call[Any]) -> CodeStatus:
    """LIC-10: by POST, because a code is a secret that must stand in no address."""
    return activating.code_status(call.actor, call.body, call.now)
