"""ACC-2, REQ-2: what registering and opening a ticket ask of licenses."""

from datetime import datetime, timedelta

import pytest

from chalicelib.aws.transactions import Transaction
from chalicelib.base import ids
from chalicelib.base.errors import Conflict, Invalid
from chalicelib.base.operation import Operation
from chalicelib.licenses import service
from chalicelib.licenses.errors import LicenseElsewhere, LicenseNotActive
from chalicelib.licenses.service import ClaimableLicense, LicensedProduct
from tests.builders import make_license
from tests.licenses.builders import NOON
from tests.licenses.claiming import refuse_claim
from tests.licenses.test_listing import claim as claimed

pytestmark = pytest.mark.usefixtures("cloud")
CODE = "7F3KQ-9XDM2-B8WZ4-RT6YH"
OTHER = "AAAAA-BBBBB-CCCCC-DDDDD"
DAY = timedelta(days=1)


def change_at(now: datetime = NOON) -> Transaction:
    return Transaction(Operation(ids.token()), now)


def claim(license_id: str, company_id: str, now: datetime = NOON) -> None:
    change = change_at(now)
    service.claim(change, license_id, company_id, now, by="somebody")
    change.commit()


def test_registering_finds_the_license_of_a_code() -> None:
    """ACC-2."""
    license_ = make_license()
    found = service.find_for_registration(CODE.lower(), None, NOON)
    assert found == ClaimableLicense(license_.pk, False, None)


def test_registering_learns_who_holds_it_to_tell_them() -> None:
    """ACC-2."""
    license_ = make_license()
    claim(license_.pk, "them")
    found = service.find_for_registration(CODE, None, NOON)
    assert found.holder_company_id == "them"


def test_registering_with_an_expired_license_is_refused() -> None:
    """LIC-2."""
    make_license(expires_on="2026-11-21")
    with pytest.raises(Invalid) as refused:
        service.find_for_registration(CODE, None, NOON)
    assert refused.value.fields[0].code == "license_expired"


def test_the_first_to_activate_has_the_license() -> None:
    """ACC-2."""
    license_ = make_license()
    first, second = change_at(), change_at()
    service.claim(first, license_.pk, "first", NOON, by="a")
    service.claim(second, license_.pk, "second", NOON, by="b")
    second.commit()
    with pytest.raises(LicenseElsewhere):
        first.commit()
    assert service.holder(license_.pk) == "second"
    with pytest.raises(LicenseElsewhere):
        claim(license_.pk, "third")
    with pytest.raises(Conflict):
        claim(license_.pk, "second")


def test_a_license_that_expired_before_the_activation_is_not_claimed() -> None:
    """ACC-2, ACC-3: the link lives for days."""
    license_ = make_license(expires_on="2026-11-24")
    with pytest.raises(LicenseNotActive):
        claim(license_.pk, "us", NOON + 3 * DAY)
    with pytest.raises(LicenseNotActive):
        claim("01KAEX5H0M5Y7R3W9V2C4D6F8G", "us")
    assert service.holder(license_.pk) is None
    assert service.holder("01KAEX5H0M5Y7R3W9V2C4D6F8G") is None


def test_each_product_is_offered_once_by_the_license_that_lasts_longest() -> None:
    """REQ-2."""
    claimed(make_license(CODE, expires_on="2027-01-01", product_ids="guard-business+gate-mail"))
    longer = claimed(make_license(OTHER, expires_on="2028-01-01"))
    products = service.active_products("us", NOON)
    assert {product.product_id for product in products} == {"guard-business", "gate-mail"}
    assert LicensedProduct("guard-business", longer.pk, longer.public_id) in products


def test_no_support_comes_from_what_is_over_or_not_proven() -> None:
    """REQ-2, LIC-3."""
    claimed(make_license(CODE, expires_on="2026-11-22"))
    claimed(make_license(OTHER, needs_check="yes", product_ids="gate-mail"))
    at = "2026-11-23T00:00:00Z"
    claimed(make_license("A" * 20, blocked_at=at, product_ids="vault-server"))
    offered = {product.product_id for product in service.active_products("us", NOON)}
    assert offered == {"guard-business", "vault-server"}
    assert service.active_products("us", NOON + DAY) == []


def test_a_change_that_stands_on_a_license_fails_when_it_is_not_active() -> None:
    """Invariant 1, REQ-2: no index decides who may."""
    license_ = claimed(make_license(expires_on="2026-12-01"))
    refused = claimed(make_license(OTHER, needs_check="yes"))
    refuse_claim(refused.pk)

    def commit(license_id: str, company_id: str, now: datetime) -> None:
        change = change_at(now)
        service.demand_active(change, license_id, company_id, now)
        change.commit()

    commit(license_.pk, "us", NOON)
    for license_id, company_id, now in (
        (license_.pk, "them", NOON),
        (license_.pk, "us", NOON + 10 * DAY),
        (refused.pk, "us", NOON),
        ("01KAEX5H0M5Y7R3W9V2C4D6F8G", "us", NOON),
    ):
        with pytest.raises(LicenseNotActive):
            commit(license_id, company_id, now)
