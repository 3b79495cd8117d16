"""Sample requests around a license's life."""

from typing import Any

from chalicelib.licenses.store.licenses import find_license
from tests.world.people import Who
from tests.world.sample import Make, Sample, body
from tests.world.world import World


def _license(**fields: Any) -> Make:
    return lambda world: Sample({"license_id": world.things.license_id}, body=fields or None)


def _pending(world: World) -> Sample:
    return Sample({"license_id": world.things.desk.pending_id})


def _decision(world: World) -> Sample:
    license_ = find_license(world.things.desk.pending_id)
    assert license_ is not None
    claimed_at = license_.claimed_at.isoformat()
    return Sample({"license_id": license_.pk}, body={"accept": True, "claimed_at": claimed_at})


def _of_company(world: World) -> Sample:
    return Sample(query={"company_id": world.people.accounts[Who.OWNER].company_id})


_STAFF = "/api/staff/licenses"
LICENSE_SAMPLES: dict[str, Make] = {
    "GET /api/licenses/{license_id}/history": _license(),
    "GET /api/licenses/{license_id}/codes": _license(),
    "GET /api/licenses/{license_id}/open-requests": _license(),
    "POST /api/licenses/{license_id}/removal": _license(support_ends=True),
    "POST /api/licenses/{license_id}/compromise": _license(at=None, text="In a forum.", files=[]),
    f"GET {_STAFF}/{{license_id}}/history": _license(),
    f"POST {_STAFF}/search": body(text="HS-2026-000017"),
    f"GET {_STAFF}": _of_company,
    f"GET {_STAFF}/{{license_id}}": _license(),
    f"POST {_STAFF}/{{license_id}}/block": _license(at=None, reason="As asked."),
    f"POST {_STAFF}/{{license_id}}/unblock": lambda world: Sample(
        {"license_id": world.things.desk.blocked_id}, body={"reason": None}
    ),
    f"POST {_STAFF}/{{license_id}}/code": _license(code_id="0" * 26, reason="As asked."),
    f"POST {_STAFF}/{{license_id}}/seats": _license(seats=5),
    f"POST {_STAFF}/{{license_id}}/merger": lambda world: Sample(
        {"license_id": world.things.desk.renewable_ids[0]},
        body={"others": [world.things.desk.other_renewable], "expires_on": "2027-12-31"},
    ),
    f"POST {_STAFF}/{{license_id}}/overuse-review": lambda world: Sample(
        {"license_id": world.things.desk.renewable_ids[0]}
    ),
    "GET /api/staff/overused-licenses": lambda _: Sample(),
    "GET /api/staff/license-checks": lambda _: Sample(),
    "GET /api/staff/license-checks/{license_id}": _pending,
    "POST /api/staff/license-checks/{license_id}/decision": _decision,
}
