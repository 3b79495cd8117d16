"""The key usage report over all of a company's licenses (LIC-17)."""

from typing import Any

from chalicelib.aws.pages import BadCursor
from chalicelib.base.actor import Right
from chalicelib.base.errors import Invalid
from chalicelib.entry.access import member_with
from chalicelib.entry.document import CsvFile
from chalicelib.entry.http import Call, Routes
from chalicelib.licenses import reporting, tabling
from chalicelib.licenses.schemas.usage import UsagePage, UsageQuery

routes = Routes(__name__)
MANAGING = member_with(Right.MANAGE_LICENSES)


@routes.get(
    "/api/licenses/usage",
    MANAGING,
    "List the company's licenses with the devices that hold their seats",
    query=UsageQuery,
    gives=UsagePage,
    errors=(BadCursor, Invalid),
)
def usage_report(call: Call[Any]) -> UsagePage:
    """LIC-17: of each license the first devices; `more` says that its own list has others."""
    assert isinstance(call.query, UsageQuery)
    return reporting.usage_report(call.actor, call.query.cursor, call.now)


@routes.get(
    "/api/licenses/usage.csv",
    MANAGING,
    "Get the devices of all of the company's licenses as a table",
    query=UsageQuery,
    gives=CsvFile,
    errors=(BadCursor, Invalid),
)
def usage_as_csv(call: Call[Any]) -> CsvFile:
    """LIC-17: the header X-Next-Cursor is there as long as more follow."""
    assert isinstance(call.query, UsageQuery)
    return tabling.usage_as_csv(call.actor, call.query.cursor, call.now)
