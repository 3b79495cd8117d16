"""Bounds on trying count sources: who has a whole network is one."""

from ipaddress import IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.base.networks import source_network

HOSTS = st.integers(0, 2**64 - 1)


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("", ""),
        ("unknown", "unknown"),
        ("203.0.113.7:443", "203.0.113.7:443"),
    ],
)
def test_an_address_counts_as_its_network(address: str, source: str) -> None:
    assert source_network(address) == source


@given(st.integers(1, 2**64 - 1), HOSTS, HOSTS)
def test_no_host_of_a_network_is_another_source(network: int, one: int, other: int) -> None:
    first, second = (str(IPv6Address(network << 64 | host)) for host in (one, other))
    assert source_network(first) == source_network(second)
