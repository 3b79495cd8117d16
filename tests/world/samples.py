"""For each declared route a request that works, if the right person sends it."""

from collections.abc import Mapping
from typing import Any

from pyotp import TOTP

from chalicelib.accounts import second_step
from chalicelib.base import ids
from chalicelib.base.operation import Operation
from chalicelib.entry.http import ALL_ROUTES, Route
from tests.builders import PASSWORD, TOTP_SECRET, actor_for
from tests.client import Answer, Client
from tests.tickets.browsers import form
from tests.tickets.files import checksum
from tests.world.license_samples import LICENSE_SAMPLES
from tests.world.oneself import ONESELF
from tests.world.people import NEW_PASSWORD, Who, address_of
from tests.world.sample import Make, Sample, body, plain, token
from tests.world.samples_activation import ACTIVATION
from tests.world.samples_console import COMPANIES
from tests.world.samples_leaving import LEAVING
from tests.world.samples_mail import MAIL
from tests.world.samples_people import PEOPLE_SAMPLES
from tests.world.samples_recoveries import RECOVERIES
from tests.world.samples_shop import SHOP
from tests.world.second_steps import SECOND_STEPS
from tests.world.things import CONTENT, FREE_CODE, full_upload, registration
from tests.world.vendors_people import VENDORS_PEOPLE
from tests.world.world import NOW, World


def key_of(route: Route[Any]) -> str:
    """How tables name a route: `GET /api/me`."""
    return f"{route.method} {route.path}"


def routes() -> dict[str, Route[Any]]:
    """Every declared route by its name."""
    import app  # noqa: F401 - declares them all

    return {key_of(route): route for route in ALL_ROUTES}


def send(
    browser: Client, route: Route[Any], sample: Sample, headers: dict[str, str] | None = None
) -> Answer:
    """Send the sample as the browser would."""
    return browser.call(route.method, sample.target(route), sample.body, headers=headers)


def _new_password(token: str) -> Make:
    def make(world: World) -> Sample:
        password = {"password": NEW_PASSWORD, "password_repeat": NEW_PASSWORD}
        return Sample(body={"token": getattr(world.things, token), **password})

    return make


def _second_factor(staff: bool) -> Make:
    def make(world: World) -> Sample:
        secure, now = world.things.second_factor_account, world.clock.moment
        account = world.people.accounts[Who.AGENT] if staff else secure
        challenge = second_step.ask_second_factor(account, now, Operation(ids.token()))
        return Sample(body={"challenge": challenge, "code": TOTP(TOTP_SECRET).at(now)})

    return make


def _license(world: World) -> Sample:
    return Sample({"license_id": world.things.license_id})


def _key_file(world: World) -> Sample:
    return Sample({"license_id": world.things.license_id}, {"product_id": "guard-business"})


def _ticket(body: Any = None) -> Make:
    return lambda world: Sample({"ticket_id": world.things.ticket_id}, body=body)


def _number(world: World) -> Sample:
    return Sample({"number": world.things.ticket_number})


def _file(world: World) -> Sample:
    return Sample({"ticket_id": world.things.ticket_id, "file_id": world.things.file_id})


def _upload(staff: bool, number: str = "") -> Make:
    def make(world: World) -> Sample:
        upload = world.things.staff_upload if staff else world.things.upload
        place = {"part_number": number} if number else {}
        query = {"key": upload.key}
        if number:
            query |= {"sha256": checksum(CONTENT), "size": str(len(CONTENT))}
        return Sample({"upload_id": upload.uploadId, **place}, query)

    return make


def _own_upload(staff: bool, finish: bool) -> Make:
    """For routes that end an upload: one that was just made, so that no test takes another's."""

    def make(world: World) -> Sample:
        who = Who.AGENT if staff else Who.AUTHOR
        upload, parts = full_upload(actor_for(world.people.accounts[who], NOW), NOW)
        body = parts if finish else None
        return Sample({"upload_id": upload.uploadId}, {"key": upload.key}, body)

    return make


_START = body(
    filename="new.log",
    type="text/plain",
    metadata={"size": 12, "fingerprint": "f", "checksum": "sha256", "ticket_id": None},
)
_MESSAGE = {"kind": "answer", "text": "Please install the patch.", "files": []}


def _uploads(base: str, staff: bool) -> dict[str, Make]:
    one = f"{base}/s3/multipart/{{upload_id}}"
    return {
        f"GET {base}": plain,
        f"POST {base}/s3/multipart": _START,
        f"GET {one}": _upload(staff),
        f"GET {one}/{{part_number}}": _upload(staff, "1"),
        f"POST {one}/complete": _own_upload(staff, finish=True),
        f"DELETE {one}": _own_upload(staff, finish=False),
    }


BASIC: Mapping[str, Make] = {
    "GET /api/config": plain,
    "POST /api/registrations": lambda _: Sample(body=registration(email="new@westwerk.example")),
    "POST /api/companies": body(company_name="Westwerk KG", activation_code=FREE_CODE),
    "POST /api/activations/inspect": token("activation_token"),
    "POST /api/activations": _new_password("activation_token"),
    "POST /api/password-resets": body(email=address_of(Who.OWNER)),
    "POST /api/password-resets/inspect": token("reset_token"),
    "POST /api/password-resets/redeem": _new_password("reset_token"),
    "POST /api/sessions": body(email=address_of(Who.MEMBER), password=PASSWORD),
    "POST /api/sessions/second-factor": _second_factor(staff=False),
    "POST /api/staff/sessions": body(email=address_of(Who.AGENT), password=PASSWORD),
    "POST /api/staff/sessions/second-factor": _second_factor(staff=True),
    "POST /api/surveys/inspect": token("survey_token"),
    "PUT /api/surveys": lambda world: Sample(
        body={"token": world.things.survey_token, "rating": 4, "words": "Quick."}
    ),
    "DELETE /api/sessions/current": plain,
    "GET /api/me": plain,
    "PATCH /api/me": body(language="de", zone="Europe/Vienna"),
    "POST /api/me/data-statement": body(version="1"),
    "GET /api/company": plain,
    "GET /api/me/notices": plain,
    "PUT /api/me/notices": body(unwanted=["surveys"]),
    "GET /api/licenses": plain,
    "POST /api/licenses": body(activation_code=FREE_CODE),
    "GET /api/licenses/{license_id}": _license,
    "GET /api/licenses/{license_id}/key-file": _key_file,
    **LICENSE_SAMPLES,
    "GET /api/ticket-form": plain,
    "GET /api/tickets": plain,
    "POST /api/tickets": lambda _: Sample(body=form()),
    "GET /api/tickets/by-number/{number}": _number,
    "GET /api/tickets/{ticket_id}": _ticket(),
    "POST /api/tickets/{ticket_id}/messages": _ticket({"text": "It still stops.", "files": []}),
    "POST /api/tickets/{ticket_id}/close": _ticket(),
    "GET /api/tickets/{ticket_id}/files/{file_id}/download": _file,
    **_uploads("/api/uploads", staff=False),
    "DELETE /api/staff/sessions/current": plain,
    "GET /api/staff/me": plain,
    "PATCH /api/staff/me": body(language="de", zone="Europe/Vienna"),
    "GET /api/staff/me/notices": plain,
    "PUT /api/staff/me/notices": body(unwanted=["assigned"]),
    "GET /api/staff/queues": plain,
    "GET /api/staff/tickets": plain,
    "GET /api/staff/tickets/by-number/{number}": _number,
    "GET /api/staff/tickets/{ticket_id}": _ticket(),
    "POST /api/staff/tickets/{ticket_id}/messages": _ticket(_MESSAGE),
    "POST /api/staff/tickets/{ticket_id}/assignment": lambda world: Sample(
        {"ticket_id": world.things.ticket_id},
        body={"assignee": world.people.accounts[Who.DESK].pk},
    ),
    "POST /api/staff/tickets/{ticket_id}/closure": _ticket({"how": "close", "reason": None}),
    "GET /api/staff/tickets/{ticket_id}/files/{file_id}/download": _file,
    **_uploads("/api/staff/uploads", staff=True),
}

SAMPLES: Mapping[str, Make] = {
    **BASIC,
    **ACTIVATION,
    **COMPANIES,
    **ONESELF,
    **SECOND_STEPS,
    **VENDORS_PEOPLE,
    **SHOP,
    **PEOPLE_SAMPLES,
    **LEAVING,
    **MAIL,
    **RECOVERIES,
}
