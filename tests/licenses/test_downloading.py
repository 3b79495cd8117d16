"""LIC-5, LIC-6: downloading key files."""

import base64
from datetime import datetime, timedelta

import pytest

from chalicelib.audit.model import Entry
from chalicelib.base import ids
from chalicelib.base.actor import Actor
from chalicelib.base.errors import NotFound
from chalicelib.base.operation import Operation
from chalicelib.licenses.downloading import download_key_file
from chalicelib.licenses.errors import ClaimNotProven, LicenseNotActive
from chalicelib.licenses.key_files import read_key_file
from chalicelib.licenses.schemas.licenses import KeyFileOut
from tests.builders import make_catalog, make_license
from tests.licenses.builders import NOON
from tests.licenses.test_listing import US, claim

pytestmark = pytest.mark.usefixtures("cloud")


def download(
    license_id: str, product_id: str = "guard-business", actor: Actor = US, now: datetime = NOON
) -> KeyFileOut:
    return download_key_file(actor, license_id, product_id, now, Operation(ids.token()))


def test_a_key_file_is_genuine_and_says_the_terms() -> None:
    """Invariant 7."""
    make_catalog(NOON)
    license_ = claim(make_license(product_ids="guard-business+vault-server"))
    file = download(license_.pk, "vault-server")
    terms = read_key_file(base64.b64decode(file.content_base64))
    assert file.name == f"{terms.name}.key"
    assert (terms.record, terms.license) == (license_.pk, license_.public_id)
    assert (terms.product, terms.software) == ("vault-server", "Halbton Vault for Servers")
    assert (terms.end_user, terms.nodes) == ("Nordwerk GmbH", 25)
    assert terms.expires == license_.expires_on


def test_each_download_is_logged_once_and_without_secrets() -> None:
    """Invariants 7 and 12."""
    license_ = claim(make_license())
    download(license_.pk)
    (entry,) = [entry for entry in Entry.query("us") if entry.action == "key_file.signed"]
    assert entry.subject == license_.pk
    assert entry.details is not None
    assert set(entry.details) == {"product_id", "name"}


def test_there_is_none_for_another_company_or_another_product() -> None:
    """Invariant 1."""
    license_ = claim(make_license())
    them = Actor(account_id="b", company_id="them", owner=True)
    with pytest.raises(NotFound):
        download(license_.pk, actor=them)
    with pytest.raises(NotFound):
        download(license_.pk, "vault-server")


def test_there_is_none_while_the_vendor_checks() -> None:
    """LIC-3."""
    license_ = claim(make_license(needs_check="yes"))
    with pytest.raises(ClaimNotProven):
        download(license_.pk)


def test_there_is_none_for_a_blocked_license() -> None:
    later = NOON + timedelta(days=3)
    license_ = claim(make_license(blocked_at=later.isoformat()))
    assert download(license_.pk).name
    with pytest.raises(LicenseNotActive):
        download(license_.pk, now=later)
