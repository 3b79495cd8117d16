"""The public key-file service (LIC-9): a code and an address in, key files by mail.

The page says the same to everybody. A code that is unknown, blocked or over brings a mail, too,
which says so: whoever typed it wrong would wait in vain. As much is read and written for it.
"""

from datetime import datetime, timedelta

from chalicelib.accounts import links
from chalicelib.accounts.model import Purpose
from chalicelib.accounts.throttling import from_source, throttle
from chalicelib.audit.service import record
from chalicelib.aws.settings import settings
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.operation import Operation
from chalicelib.catalog.service import catalog, product_names
from chalicelib.licenses import finding
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules.claims import mailable
from chalicelib.licenses.rules.codes import code_start, mask_code, read_code
from chalicelib.licenses.schemas.public import KeyFilesAsked
from chalicelib.licenses.sealing import code_hash
from chalicelib.licenses.store import licenses as store
from chalicelib.mail.service import Recipient, post

KEY_FILES = "key_files"
KEY_FILES_REFUSED = "key_files_refused"


def ask_key_files(actor: Actor, data: KeyFilesAsked, now: datetime, operation: Operation) -> None:
    """Promise a mail with the key files of a code's license, or with the reason why not.

    Raises Invalid on `activation_code` for what can be no code, and TooManyAttempts by source,
    address or code: a known code no sooner than another.
    """
    code = read_code(data.activation_code)
    if code is None:
        raise finding.refuse(finding.CODE, "code_malformed")
    _throttle(actor.address, data.email, code_hash(code), now)
    license_ = store.find_by_code(code_hash(code))
    if license_ is None:
        store.find_license(links.NOBODYS)
    # A letter about a license names its products: so for none the catalog is read, too.
    catalog(now)
    reason = mailable(license_, now)
    # Signed in or not: it is done in nobody's name.
    asker = Actor(address=actor.address)
    to = Recipient(data.email, actor.reads)
    change = Transaction(operation, now)
    if license_ is None or reason:
        _refuse(change, asker, to, code, reason or "unknown", now)
    else:
        _send(change, asker, to, license_, now)
    change.commit({})


def _throttle(source: str, email: str, hashed: str, now: datetime) -> None:
    limits, hour = settings(), timedelta(hours=1)
    most = limits.key_file_mails_per_hour_per_source
    throttle(from_source("key files", source), now, most, hour)
    throttle(f"key files to {email.lower()}", now, limits.key_file_mails_per_hour, hour)
    throttle(f"key files of {hashed}", now, limits.key_file_mails_per_hour_per_code, hour)


def _send(
    change: Transaction, asker: Actor, to: Recipient, license_: License, now: datetime
) -> None:
    params = {
        "product": product_names(license_.products, to.language, now),
        "public_id": license_.public_id,
        "expires_on": license_.expires_on.isoformat(),
    }
    wanted = {"feature": "licenses", "what": "key_files", "license_id": license_.pk}
    post(change, to, KEY_FILES, params, now, enclose=wanted)
    note(change, license_, What.KEY_FILES_MAILED, asker, now)
    company_id = license_.company_id or ""
    record(change, asker, "key_files.mailed", license_.pk, now, company_id=company_id)


def _refuse(
    change: Transaction, asker: Actor, to: Recipient, code: str, reason: str, now: datetime
) -> None:
    params = {"code": mask_code(code_start(code)), "reason": reason}
    post(change, to, KEY_FILES_REFUSED, params, now)
    links.pretend(change, Purpose.RESET_PASSWORD, now, items=1)
    record(change, asker, "key_files.refused", links.NOBODYS, now, details={"reason": reason})
