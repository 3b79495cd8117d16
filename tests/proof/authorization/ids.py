"""Which places of a request name something of somebody's, and whose names are tried there."""

from pathlib import Path

from tests.proof.authorization.case import Case, Get
from tests.proof.authorization.device_ids import DEVICES
from tests.proof.authorization.own_ids import OWN_THINGS
from tests.world.people import Who
from tests.world.world import World


def _thing(name: str) -> Get:
    return lambda world: str(getattr(world.things, name))


def _account(who: Who) -> Get:
    return lambda world: world.people.accounts[who].pk


def _upload_key(world: World) -> str:
    return world.things.upload.key


def _upload_id(world: World) -> str:
    return world.things.upload.uploadId


def _staff_key(world: World) -> str:
    return world.things.staff_upload.key


def _staff_id(world: World) -> str:
    return world.things.staff_upload.uploadId


def _invited(name: str) -> Get:
    return lambda world: str(getattr(world.things.invited, name))


# One's own company's, but out of the branch that the right is limited to; and another company's.
PERSON = [
    Case(Who.BRANCH, _account(Who.AUTHOR)),
    Case(Who.OWNER, _account(Who.STRANGER)),
    Case(Who.STRANGER, _account(Who.OWNER)),
    Case(Who.OWNER, _account(Who.AGENT)),
]
INVITATION = [
    Case(Who.BRANCH, _invited("invitation_id")),
    Case(Who.OWNER, _invited("foreign_id")),
]
OUTSIDERS = (Who.STRANGER, Who.MEMBER, Who.BRANCH, Who.LICENSES)
TICKET = [Case(who, _thing("ticket_id")) for who in OUTSIDERS]
OTHERS_FILES = [
    Case(Who.STRANGER, _thing("whole_upload"), own={"path:ticket_id": _thing("foreign_ticket_id")}),
    Case(Who.OWNER, _thing("whole_upload"), own={"path:ticket_id": _thing("owners_ticket_id")}),
    Case(Who.AUTHOR, _thing("file_id")),  # of a message already
    Case(Who.AUTHOR, _thing("note_file_id")),
    Case(Who.AUTHOR, _staff_key),
]
NEW_FILES = [Case(case.who, case.foreign) for case in OTHERS_FILES]
STAFFS_FILES = [
    Case(Who.AGENT, _thing("whole_upload")),
    Case(Who.DESK, _staff_key),
    Case(Who.AGENT, _thing("note_file_id")),
]
FILE = [
    *(Case(who, _thing("file_id")) for who in OUTSIDERS),
    Case(Who.AUTHOR, _thing("note_file_id")),
    Case(Who.STRANGER, _thing("file_id"), own={"path:ticket_id": _thing("foreign_ticket_id")}),
]
NO_SUCH_NUMBER = "261122-000000"


def _uploads(base: str, staff: bool) -> dict[tuple[str, str], list[Case]]:
    """Another's key with another's id, with one's own id, and the other way round."""
    key, upload_id = (_staff_key, _staff_id) if staff else (_upload_key, _upload_id)
    others = (Who.DESK, Who.SUPERVISOR) if staff else (Who.OWNER, *OUTSIDERS)
    cases = [Case(who, key) for who in others]
    by_id = [Case(who, upload_id) for who in others]
    owner = Who.AGENT if staff else Who.AUTHOR
    cases.append(Case(owner, _upload_key if staff else _staff_key))
    by_id.append(Case(owner, _upload_id if staff else _staff_id))
    one = f"{base}/s3/multipart/{{upload_id}}"
    methods = (f"GET {one}", f"GET {one}/{{part_number}}", f"POST {one}/complete", f"DELETE {one}")
    found = {(method, "query:key"): cases for method in methods}
    return found | {(method, "path:upload_id"): by_id for method in methods}


MESSAGES = "POST /api/tickets/{ticket_id}/messages"
STAFF_MESSAGES = "POST /api/staff/tickets/{ticket_id}/messages"
DOWNLOAD = "GET /api/tickets/{ticket_id}/files/{file_id}/download"
STAFF_DOWNLOAD = "GET /api/staff/tickets/{ticket_id}/files/{file_id}/download"


CASES: dict[tuple[str, str], list[Case]] = {
    **OWN_THINGS,
    ("GET /api/licenses/{license_id}", "path:license_id"): [
        Case(Who.STRANGER, _thing("license_id"))
    ],
    ("GET /api/licenses/{license_id}/history", "path:license_id"): [
        Case(Who.STRANGER, _thing("license_id"))
    ],
    ("GET /api/licenses/{license_id}/applications", "path:license_id"): [
        Case(Who.STRANGER, _thing("license_id"))
    ],
    **{
        (f"{method} /api/licenses/{{license_id}}/{what}", "path:license_id"): [
            Case(Who.STRANGER, _thing("license_id"))
        ]
        for method, what in (
            *(("GET", "codes"), ("GET", "open-requests")),
            *(("POST", "removal"), ("POST", "compromise")),
        )
    },
    ("POST /api/licenses/{license_id}/compromise", "body:files"): [
        Case(Who.OWNER, _thing("whole_upload")),
        Case(Who.OWNER, _staff_key),
    ],
    **DEVICES,
    ("GET /api/licenses/{license_id}/key-file", "path:license_id"): [
        Case(Who.STRANGER, _thing("license_id"))
    ],
    ("GET /api/licenses/{license_id}/key-file", "query:product_id"): [
        Case(Who.OWNER, lambda _: "gate-mail", "no-such-product"),
    ],
    ("GET /api/tickets/by-number/{number}", "path:number"): [
        Case(who, _thing("ticket_number"), NO_SUCH_NUMBER) for who in OUTSIDERS
    ],
    ("GET /api/tickets/{ticket_id}", "path:ticket_id"): TICKET,
    (MESSAGES, "path:ticket_id"): TICKET,
    (MESSAGES, "body:files"): OTHERS_FILES,
    ("POST /api/tickets/{ticket_id}/close", "path:ticket_id"): TICKET,
    (DOWNLOAD, "path:ticket_id"): TICKET,
    (DOWNLOAD, "path:file_id"): FILE,
    ("POST /api/tickets", "body:product_id"): [
        Case(Who.STRANGER, lambda _: "vault-server", "no-such-product"),
        Case(Who.OWNER, lambda _: "gate-mail", "no-such-product"),
    ],
    ("POST /api/tickets", "body:files"): NEW_FILES,
    ("POST /api/tickets", "body:related_ticket_id"): TICKET,
    (STAFF_MESSAGES, "body:files"): STAFFS_FILES,
    (STAFF_DOWNLOAD, "path:file_id"): [Case(Who.AGENT, _upload_key)],
    ("POST /api/staff/tickets/{ticket_id}/assignment", "body:assignee"): [
        Case(Who.AGENT, _account(Who.OWNER)),
        Case(Who.AGENT, _account(Who.DELETED)),
    ],
    ("POST /api/uploads/s3/multipart", "body:metadata.ticket_id"): TICKET,
    ("POST /api/staff/order-imports", "body:key"): [Case(Who.DESK, _thing("whole_upload"))],
    ("GET /api/company/users/{account_id}", "path:account_id"): PERSON,
    ("PATCH /api/company/users/{account_id}", "path:account_id"): PERSON,
    ("PUT /api/company/users/{account_id}/rights", "path:account_id"): PERSON,
    ("POST /api/company/users/{account_id}/password-reset", "path:account_id"): PERSON,
    ("POST /api/company/invitations/{invitation_id}/resend", "path:invitation_id"): INVITATION,
    ("POST /api/company/invitations/{invitation_id}/withdrawal", "path:invitation_id"): INVITATION,
    ("POST /api/company/users/{account_id}/deletion", "path:account_id"): [
        Case(who, _account(Who.MEMBER)) for who in (Who.STRANGER, Who.BRANCH)
    ],
    ("PATCH /api/staff/companies/{company_id}", "body:owner_id"): [
        Case(Who.DESK, _account(Who.STRANGER)),
        Case(Who.DESK, _account(Who.DISMISSED)),
    ],
    ("PATCH /api/staff/companies/{company_id}", "body:evidence.file_id"): [
        Case(Who.DESK, _upload_key),
    ],
    ("POST /api/staff/people/{account_id}/history", "body:evidence.file_id"): [
        Case(Who.DESK, _upload_key),
    ],
    ("POST /api/staff/people/{account_id}/history", "body:from_account_id"): [
        Case(Who.DESK, _account(Who.PERSON)),
    ],
    ("POST /api/recoveries", "body:file"): [
        *(Case(who, _thing("whole_upload")) for who in (Who.MEMBER, Who.PERSON)),
        Case(Who.AUTHOR, _thing("file_id")),
        Case(Who.AUTHOR, _staff_key),
    ],
    **_uploads("/api/uploads", staff=False),
    **_uploads("/api/staff/uploads", staff=True),
}

# Staff see every request, so none is foreign to them.
OPEN_TO_STAFF = frozenset(
    {
        *("path:ticket_id", "path:license_id", "path:number", "body:metadata.ticket_id"),
        *("path:company_id", "query:company_id", "query:number", "body:evidence.number"),
        *("path:account_id", "path:recovery_id"),
        *("path:token_id", "path:group_id", "path:application_id", "path:partner_id"),
        "path:import_id",
        "query:actor_id",
        *("path:letter_id", "path:address_id"),
        *("body:products.id", "body:products.versions.id", "body:trial.product_id"),
    }
)
# The vendor's own systems may name every license that the vendor sold.
OPEN_TO_SYSTEMS = frozenset({"body:license"})


def nobodys() -> frozenset[tuple[str, str]]:
    """Places that name nobody's thing: words, choices, and secrets that who has them may use.

    `no_ids.txt` tells them route by route: a place of the same name elsewhere may well be an id.
    """
    lines = (Path(__file__).parent / "no_ids.txt").read_text("utf-8").splitlines()
    told = (line.partition(": ") for line in lines)
    return frozenset((route, place) for route, _, places in told for place in places.split())


def is_open(route: str, place: str) -> bool:
    """Whether a place names what everybody who gets there may see."""
    if "/api/orders/" in route:
        return place in OPEN_TO_SYSTEMS
    return "/api/staff/" in route and place in OPEN_TO_STAFF
