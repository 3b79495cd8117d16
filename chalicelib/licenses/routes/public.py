"""Key files without an account, and what a license activates."""

from typing import Any

from chalicelib.accounts.errors import TooManyAttempts
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.entry.access import ANYONE, MEMBER
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.licenses.compatible import compatible
from chalicelib.licenses.mailing_key_files import ask_key_files
from chalicelib.licenses.schemas.public import Compatible, KeyFilesAsked

routes = Routes(__name__)


@routes.post(
    "/api/key-file-requests",
    ANYONE,
    "Have the key files of an activation code mailed",
    takes=KeyFilesAsked,
    status=202,
    errors=(Invalid, TooManyAttempts),
)
def key_files(call: Call[KeyFilesAsked]) -> Nothing:
    """LIC-9: the same answer whether the code is known or not."""
    ask_key_files(call.actor, call.body, call.now, call.operation)
    return Nothing()


@routes.get(
    "/api/licenses/{license_id}/applications",
    MEMBER,
    "See what a license activates, and who sold it",
    gives=Compatible,
    errors=(NotFound,),
)
def applications(call: Call[Any]) -> Compatible:
    """LIC-8, LIC-16."""
    return compatible(call.actor, call.path["license_id"], call.now)
