"""Handing out key files (LIC-5, LIC-6)."""

import base64
from datetime import datetime

from chalicelib.audit.service import record
from chalicelib.aws.transactions import Transaction
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.base.texts import DEFAULT_LANGUAGE
from chalicelib.catalog.service import product_name
from chalicelib.licenses.errors import ClaimNotProven, LicenseNotActive
from chalicelib.licenses.listing import find_visible
from chalicelib.licenses.model.history import What
from chalicelib.licenses.model.license import License, Status
from chalicelib.licenses.noting import note
from chalicelib.licenses.rules.key_file import Terms
from chalicelib.licenses.rules.signed_text import fitting
from chalicelib.licenses.rules.status import opens_for, status
from chalicelib.licenses.schemas.licenses import KeyFileOut


def download_key_file(
    actor: Actor, license_id: str, product_id: str, now: datetime, operation: Operation
) -> KeyFileOut:
    """Sign the key file of one product of a license, and log that it was signed.

    Raises NotFound for a license or product that is not there or not the company's,
    ClaimNotProven while the vendor checks the claim, LicenseNotActive for a blocked license.
    """
    license_ = find_visible(actor, license_id)
    if product_id not in license_.products:
        raise NotFound
    if not opens_for(actor, license_):
        raise ClaimNotProven
    if status(license_, now) == Status.BLOCKED:
        raise LicenseNotActive
    answer = _signed(license_, product_id, now)
    change = Transaction(operation, now)
    details = {"product_id": product_id, "name": answer.name}
    record(change, actor, "key_file.signed", license_.pk, now, details=details)
    told = {"product": product_id, "file": answer.name}
    note(change, license_, What.KEY_FILE_SIGNED, actor, now, details=told)
    change.commit(answer.model_dump(mode="json"))
    return answer


def terms_of(license_: License, product_id: str, now: datetime) -> Terms:
    """What the key file of one product says; software is named in the default language.

    What people typed is brought into the form that a file can hold.
    """
    return Terms(
        record=license_.pk,
        license=license_.public_id,
        product=product_id,
        software=fitting(product_name(product_id, DEFAULT_LANGUAGE, now)),
        edition=fitting(license_.edition),
        serial=fitting(license_.serial_number),
        end_user=fitting(license_.end_user),
        nodes=int(license_.nodes),
        issued=license_.issued_on,
        starts=license_.starts_on,
        expires=license_.expires_on,
    )


def _signed(license_: License, product_id: str, now: datetime) -> KeyFileOut:
    # Only a download needs cryptography loaded.
    from chalicelib.licenses.key_files import sign_key_file

    terms = terms_of(license_, product_id, now)
    content = base64.b64encode(sign_key_file(terms)).decode()
    return KeyFileOut(name=f"{terms.name}.key", content_base64=content)
