"""LIC-10, LIC-11: a device that holds a seat activates again."""

import pytest

from chalicelib.base import clock
from chalicelib.licenses.model.license import License
from tests.builders import make_license
from tests.licenses.test_activating import activate, replace_code

pytestmark = pytest.mark.usefixtures("cloud")


@pytest.mark.parametrize("nodes", ["1", "25"])
def test_a_device_with_a_seat_is_told_of_a_block_and_of_what_is_not_covered(nodes: str) -> None:
    """LIC-11: repeating the activation is no way around the deny list, on an old code neither."""
    license_ = make_license(nodes=nodes)
    assert activate().status == 200
    assert activate(product="vault-server").code == "product_not_covered"
    license_.update([License.blocked_at.set(clock.now())])
    assert activate().code == "on_deny_list"
    replace_code()
    assert activate().code == "on_deny_list"
    license_.update([License.blocked_at.remove()])
    assert activate(product="vault-server").code == "product_not_covered"
    assert activate().status == 200
