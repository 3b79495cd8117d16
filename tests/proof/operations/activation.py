"""Devices that take seats, leases, and the deny list."""

from chalicelib.licenses import jobs
from local.testing import Cloud
from tests.builders import make_license
from tests.proof.operation import Operation, Perform, by_job
from tests.proof.operations.jobs import SCHEDULED
from tests.proof.operations.people import CODE


def _publish(_cloud: Cloud) -> Perform:
    make_license(CODE, blocked_at="2026-01-20T12:00:00Z")
    return by_job(jobs.publish_deny_list, SCHEDULED)


ACTIVATION = (
    Operation(
        name="job licenses_publish_deny_list",
        covers=("job licenses_publish_deny_list",),
        scene=_publish,
        status=200,
        writes=1,
    ),
)
