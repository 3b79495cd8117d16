"""Adding a license to a company (LIC-1 to LIC-3)."""

from datetime import datetime
from functools import partial

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import Conflict
from chalicelib.base.operation import Operation
from chalicelib.companies.store import companies
from chalicelib.licenses import finding, letters
from chalicelib.licenses.listing import row
from chalicelib.licenses.model.license import ClaimState
from chalicelib.licenses.rules import claims
from chalicelib.licenses.rules.codes import mask_code
from chalicelib.licenses.schemas.licenses import AddLicense, LicenseOut
from chalicelib.licenses.service import put_claim
from chalicelib.licenses.trying import find_for


def add_license(actor: Actor, data: AddLicense, now: datetime, operation: Operation) -> LicenseOut:
    """Claim the license of a code or key file for the actor's company, and tell its keepers.

    Where the vendor checks first (LIC-3) the letter waits for the outcome.

    Answers the row of its first product, the code masked: answers are kept for repeats, and
    codes are kept nowhere in the clear. Raises Invalid on `activation_code` or `key_file` with
    what `finding.find` says or license_expired, license_blocked, license_already_here,
    license_elsewhere; who comes second in a race gets the same. Raises TooManyAttempts after too
    many codes that nobody has, and Conflict where the company was deleted meanwhile.
    """
    field, license_ = find_for(actor, data, now)
    refused = partial(finding.refuse, field)
    if reason := claims.refusal(license_, actor.company_id, now):
        raise refused(reason)
    change = Transaction(operation, now)
    state = put_claim(change, license_, actor.company_id, now, by=actor.account_id, refused=refused)
    companies.demand_company(change, actor.company_id, lost=Conflict())
    details = {"public_id": license_.public_id, "claim": state, "by": field}
    record(change, actor, "license.added", license_.pk, now, details=details)
    if state == ClaimState.ACTIVE:
        to = letters.keepers(actor.company_id)
        ends = license_.expires_on.isoformat()
        letters.tell(change, license_, to, letters.ADDED, now, expires_on=ends)
    license_.claim, license_.claimed_at = state, now
    masked = mask_code(license_.code_start)
    answer = row(actor, license_, license_.products[0], masked, now)
    change.commit(answer.model_dump(mode="json"))
    return answer
