"""Who really calls: the address behind the proxies that we trust, whatever anybody else claims."""

from collections.abc import Iterable
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Networks = tuple[IPv4Network | IPv6Network, ...]

MAX_HOPS = 20
"""No request passes more proxies of ours than that; what lies further left is somebody's story."""
KEPT_POLICIES = 1_024
"""Companies with an allow-list of their own that call at the same time."""


@lru_cache(maxsize=KEPT_POLICIES)
def networks_of(blocks: tuple[str, ...]) -> Networks:
    """Read CIDR blocks. Raises ValueError."""
    return tuple(ip_network(block, strict=False) for block in blocks)


def client_address(peer: str | None, forwarded: Iterable[str], *, trusted: Networks) -> str | None:
    """Give the rightmost address that is no trusted proxy's; None when the peer has none.

    `forwarded` are the values of X-Forwarded-For as they came. Each proxy appends whom it heard from, so everything
    left of the first stranger is the stranger's own claim. What is no address ends the way at the proxy that said it.
    """
    nearest = read_address(peer or "")
    if nearest is None or not is_in(nearest, trusted):
        return peer if nearest is None else str(nearest)
    hops = ",".join(forwarded).split(",") if forwarded else []
    for hop in reversed(hops[-MAX_HOPS:]):
        address = read_address(hop)
        if address is None:
            break
        nearest = address
        if not is_in(address, trusted):
            break
    return str(nearest)


def read_address(text: str) -> Address | None:
    """Read an address as proxies write it, with a port or without; an IPv4 address in IPv6's clothes is one."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def is_in(address: Address, networks: Networks) -> bool:
    """Whether one of the networks holds the address."""
    return any(address in network for network in networks)


def is_allowed(ip: str | None, blocks: tuple[str, ...]) -> bool:
    """Whether a company's allow-list, if it has one, holds the address; one that nobody knows is in no list."""
    if not blocks:
        return True
    address = read_address(ip or "")
    return address is not None and is_in(address, networks_of(blocks))
