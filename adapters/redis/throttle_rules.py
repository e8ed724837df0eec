"""How many tries in how long, and under which names they are counted: nobody's e-mail, only hashes."""

import hashlib
import ipaddress

import msgspec

from application.ports.login_throttle import Purpose

WINDOW_SECONDS = 15 * 60
PAIR_TRIES = 5
"""Per account and address (OWASP ASVS 5, 6.3.1)."""
WIDE_TRIES = 10
"""Per account over all addresses, and per network over all accounts."""
LONGER_TIMES = 2
"""How often the wait of an account and address doubles: 15 minutes, 30, an hour."""
LEVEL_SECONDS = 24 * 3600
"""How long it is remembered that a limit was reached."""
KNOWN_SECONDS = 30 * 24 * 3600
"""How long an address stays known to an account that was reached from it."""
IPV4_PREFIX, IPV6_PREFIX = 24, 64
"""What one customer of a provider, or one attacker, has at least."""


class Keys(msgspec.Struct, frozen=True, kw_only=True):
    """The names of one attempt's counts; without an address there is no network to count."""

    pair: str
    account: str
    network: str | None
    level: str
    known: str


def keys_of(purpose: Purpose, *, account: str, ip: str | None) -> Keys:
    """Name them."""
    who, where = _hash(account), _hash(ip or "")
    return Keys(
        pair=f"throttle:{purpose}:pair:{who}:{where}",
        account=f"throttle:{purpose}:account:{who}",
        network=None if ip is None else f"throttle:{purpose}:network:{_hash(_network(ip))}",
        level=f"throttle:{purpose}:level:{who}:{where}",
        known=f"throttle:{purpose}:known:{who}:{where}",
    )


def _network(ip: str) -> str:
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return ip
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    prefix = IPV4_PREFIX if address.version == 4 else IPV6_PREFIX  # noqa: PLR2004 - the version's own name
    return str(ipaddress.ip_network((address, prefix), strict=False))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
