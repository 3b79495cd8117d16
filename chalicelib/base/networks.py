"""Which addresses of the internet are one source."""

from ipaddress import IPv6Address, IPv6Network, ip_address

PREFIX = 64
"""Bits of an IPv6 address that a provider gives out; who has them has 2^64 addresses."""


def source_network(address: str) -> str:
    """What tries are counted under: an IPv4 address, or the network that an IPv6 one is of.

    What is no address stands for itself.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(found, IPv6Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(IPv6Network((found, PREFIX), strict=False))
