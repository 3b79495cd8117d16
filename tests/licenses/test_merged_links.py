"""LIC-14: what becomes of the page of a license that was merged into another."""

import pytest

from chalicelib.base import clock
from tests.builders import make_person
from tests.licenses.test_merging_devices import Merged
from tests.proof.operations.people import browser_of

pytestmark = pytest.mark.usefixtures("cloud")


def test_links_to_a_merged_license_lead_to_what_is_left() -> None:
    """LIC-5, LIC-14: for its company; for others there never was such a license."""
    merged = Merged()
    merged.merge()
    found = merged.browser.get(f"/api/licenses/{merged.goes.pk}")
    assert (found.status, found.json["id"]) == (200, merged.stays.pk)
    stranger = browser_of(make_person(clock.now(), email="eve@suedwerk.example"))
    unknown = stranger.get(f"/api/licenses/{merged.goes.pk}")
    assert (unknown.status, unknown.code) == (404, "not_found")
