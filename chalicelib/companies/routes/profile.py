"""The signed-in person, and their company."""

from chalicelib.accounts.schemas import Me, Preferences, StaffMe, StatementAccepted
from chalicelib.base.errors import Invalid, NotFound
from chalicelib.companies import notices, overview, own_data, profile
from chalicelib.companies.schemas import CompanyOut, OwnDataOut
from chalicelib.entry.access import MEMBER, PERSON, STAFF, STAFF_ENROLLING
from chalicelib.entry.http import Call, Routes
from chalicelib.entry.schema import Nothing
from chalicelib.mail.schemas import NoticesChosen, NoticesOut

routes = Routes(__name__)


@routes.get("/api/me", PERSON, "Who is signed in", gives=Me)
def me(call: Call[Nothing]) -> Me:
    """The person, their company and their rights in it."""
    return profile.me(call.actor)


@routes.patch("/api/me", PERSON, "Choose language and time zone", takes=Preferences, gives=Me)
def choose_preferences(call: Call[Preferences]) -> Me:
    """ACC-8: the choice is kept."""
    return profile.choose(call.actor, call.body, call.now, call.operation)


@routes.post(
    "/api/me/data-statement",
    PERSON,
    "Accept the statement on providing data",
    takes=StatementAccepted,
    gives=Me,
)
def accept_data_statement(call: Call[StatementAccepted]) -> Me:
    """REQ-4: asked for once, before the first upload."""
    return profile.accept_data_statement(call.actor, call.body.version, call.now, call.operation)


@routes.get("/api/staff/me", STAFF_ENROLLING, "Which member of staff is signed in", gives=StaffMe)
def staff_me(call: Call[Nothing]) -> StaffMe:
    """STF-1: the person and the role."""
    return profile.staff_me(call.actor)


@routes.patch(
    "/api/staff/me",
    STAFF_ENROLLING,
    "Choose language and time zone as staff",
    takes=Preferences,
    gives=StaffMe,
)
def choose_staff_preferences(call: Call[Preferences]) -> StaffMe:
    """ACC-8: the same in the console."""
    return profile.choose_as_staff(call.actor, call.body, call.now, call.operation)


@routes.get("/api/company", MEMBER, "See the own company", gives=CompanyOut, errors=(NotFound,))
def show_company(call: Call[Nothing]) -> CompanyOut:
    """COM-1: its name and branches, for everybody in it."""
    return overview.show_company(call.actor)


def _notices(call: Call[Nothing]) -> NoticesOut:
    return notices.notices(call.actor)


def _choose_notices(call: Call[NoticesChosen]) -> NoticesOut:
    return notices.choose_notices(call.actor, call.body.unwanted, call.now, call.operation)


@routes.get("/api/me/notices", PERSON, "Which letters one gets", gives=NoticesOut)
def own_notices(call: Call[Nothing]) -> NoticesOut:
    """NOT-4: the customers' topics."""
    return _notices(call)


@routes.put(
    "/api/me/notices",
    PERSON,
    "Choose which letters one gets",
    takes=NoticesChosen,
    gives=NoticesOut,
    errors=(Invalid,),
)
def choose_notices(call: Call[NoticesChosen]) -> NoticesOut:
    """NOT-4: all but those that always come."""
    return _choose_notices(call)


@routes.get("/api/staff/me/notices", STAFF, "Which letters one gets as staff", gives=NoticesOut)
def staff_notices(call: Call[Nothing]) -> NoticesOut:
    """NOT-4: staff's topics."""
    return _notices(call)


@routes.put(
    "/api/staff/me/notices",
    STAFF,
    "Choose which letters one gets as staff",
    takes=NoticesChosen,
    gives=NoticesOut,
    errors=(Invalid,),
)
def choose_staff_notices(call: Call[NoticesChosen]) -> NoticesOut:
    """NOT-4: all but those that always come."""
    return _choose_notices(call)


@routes.get("/api/me/data", PERSON, "The own personal data", gives=OwnDataOut)
def show_own_data(call: Call[Nothing]) -> OwnDataOut:
    """ACC-9: with the branches that there are to choose from."""
    return own_data.own_data(call.actor)
