"""Order exports that staff hand in."""

from typing import Any

from chalicelib.base.actor import StaffRole
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.console.schemas.imports import ImportAsked, ImportList, ImportOut
from chalicelib.console.service import imports
from chalicelib.entry.access import staff_as
from chalicelib.entry.document import CsvFile
from chalicelib.entry.http import Call, Routes

routes = Routes(__name__)
DESK = staff_as(StaffRole.LICENSE_DESK, StaffRole.SUPERVISOR)


@routes.get("/api/staff/order-imports", DESK, "List the newest imports", gives=ImportList)
def list_imports(_call: Call[Any]) -> ImportList:
    """LIC-18: how far each is."""
    return imports.list_imports()


@routes.post(
    "/api/staff/order-imports",
    DESK,
    "Import the orders of an uploaded file",
    takes=ImportAsked,
    gives=ImportOut,
    status=201,
    errors=(Invalid,),
)
def ask_import(call: Call[ImportAsked]) -> ImportOut:
    """LIC-18: good lines go in, bad ones are told; importing again changes nothing."""
    return imports.ask_import(call.actor, call.body, call.now, call.operation)


@routes.get(
    "/api/staff/order-imports/{import_id}/report",
    DESK,
    "Download what was wrong in an import",
    gives=CsvFile,
    errors=(NotFound,),
)
def report(call: Call[Any]) -> CsvFile:
    """LIC-18: line, column and reason."""
    text = imports.report(call.path["import_id"], call.language)
    return CsvFile(text=text, file_name=f"import-{call.path['import_id']}.csv")
