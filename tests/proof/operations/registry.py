"""Every state-changing operation there is. Whoever adds a route or a job that writes adds it here.

A test fails until then (test_coverage.py); what is here is swept by crashes (test_sweep.py).
"""

from tests.proof.operation import Operation
from tests.proof.operations.accounts import ACCOUNTS
from tests.proof.operations.activation import ACTIVATION
from tests.proof.operations.catalogue import CATALOGUE
from tests.proof.operations.desk import DESK
from tests.proof.operations.factors import FACTORS
from tests.proof.operations.founding import FOUNDING
from tests.proof.operations.imports import IMPORTING
from tests.proof.operations.invitations import INVITATIONS
from tests.proof.operations.jobs import JOBS
from tests.proof.operations.joining import JOINING
from tests.proof.operations.keeping import KEEPING
from tests.proof.operations.leaving import LEAVING
from tests.proof.operations.licenses import LICENSES
from tests.proof.operations.members import MEMBERS
from tests.proof.operations.merged_sales import MERGED_SALES
from tests.proof.operations.oneself import ONESELF
from tests.proof.operations.reaching import REACHING
from tests.proof.operations.recoveries import RECOVERIES
from tests.proof.operations.renaming import RENAMING
from tests.proof.operations.requests import REQUESTS
from tests.proof.operations.second_steps import SECOND_STEPS
from tests.proof.operations.shop import SHOP
from tests.proof.operations.staff import STAFF
from tests.proof.operations.uploads import UPLOADS
from tests.proof.operations.vendors_people import VENDORS_PEOPLE

OPERATIONS: tuple[Operation, ...] = (
    *ACCOUNTS,
    *ACTIVATION,
    *JOINING,
    *FOUNDING,
    *INVITATIONS,
    *KEEPING,
    *LEAVING,
    *RENAMING,
    *LICENSES,
    *MEMBERS,
    *ONESELF,
    *FACTORS,
    *SECOND_STEPS,
    *VENDORS_PEOPLE,
    *RECOVERIES,
    *REQUESTS,
    *SHOP,
    *MERGED_SALES,
    *CATALOGUE,
    *IMPORTING,
    *STAFF,
    *UPLOADS,
    *JOBS,
    *REACHING,
    *DESK,
)
