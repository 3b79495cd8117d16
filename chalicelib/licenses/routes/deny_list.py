"""The deny list, for applications: to anybody, and to be kept (LIC-11)."""

from typing import Any

from chalicelib.entry.access import ANYONE
from chalicelib.entry.document import TextFile
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import handing_out
from chalicelib.licenses.errors import DeltaUnknown

routes = Routes(__name__)


@routes.get("/api/deny-list", ANYONE, "Fetch the signed deny list", gives=TextFile)
def deny_list(call: Call[Any]) -> TextFile:
    """LIC-11: by docs/formats/deny-list.md; a known ETag is answered 304."""
    return handing_out.deny_list(call.now)


@routes.get(
    "/api/deny-list/since/{serial}",
    ANYONE,
    "Fetch what changed on the deny list after a serial",
    gives=TextFile,
    errors=(DeltaUnknown,),
)
def deny_list_delta(call: Call[Any]) -> TextFile:
    """LIC-11: what was added and taken off, signed; nothing of both when it is the newest."""
    return handing_out.deny_list_delta(call.path["serial"], call.now)
