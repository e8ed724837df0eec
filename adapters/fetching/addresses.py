"""Addresses of the world that may be asked: never one of ours, however it is written (reference F20).

A host is looked up once. Every address that it has is looked at, and the connection goes to one of them, so that
nobody can answer otherwise the second time.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import msgspec

from domain.shared.web_address import NotAWebAddressError, WebAddress, read_address

IpAddress = IPv4Address | IPv6Address
_LOOKUPS = ThreadPoolExecutor(max_workers=32, thread_name_prefix="lookup")
"""Threads of their own: somebody's slow name server may hold them, and nothing else that waits for a thread."""
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Gives every address of a host."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv4 address behind a translator."""
_SIX_TO_FOUR = IPv6Network("2002::/16")
"""RFC 3056: an IPv4 address within an IPv6 one."""
_LOOK_PUBLIC = tuple(
    ip_network(block)
    for block in (
        "168.63.129.16/32",  # Azure's own services, which answer every machine there
        "192.0.0.0/24",  # RFC 6890; Oracle's metadata is at 192.0.0.192
        "192.88.99.0/24",  # RFC 7526: relays of 6to4 that are no more
        "64:ff9b:1::/48",  # RFC 8215: translators of a network's own
        "2001::/32",  # RFC 4380: Teredo, an IPv4 address behind somebody's relay
        "fec0::/10",  # RFC 3879: local to a site
    )
)
"""What Python takes for public, in some of its versions at least."""


class AddressRefusedError(Exception):
    """Nobody may ask there; the text is a word of ours and never the address."""


class HostNotFoundError(Exception):
    """The host has no address."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where a connection goes: one address that was looked at, and what it is asked for."""

    asked: WebAddress
    address: str
    is_ours: bool

    @property
    def url(self) -> str:
        """Write it with the address in the host's place, so that nobody looks the host up again."""
        address = f"[{self.address}]" if ":" in self.address else self.address
        return f"{self.asked.scheme}://{address}:{self.asked.port}{self.asked.path}"

    @property
    def host_header(self) -> str:
        """Name the host, as the server expects it."""
        return self.asked.authority

    @property
    def extensions(self) -> dict[str, str]:
        """Have TLS ask for, and check, the host and not the address."""
        return {"sni_hostname": self.asked.host}


class Guard:
    """Looks addresses up. `trusted` are addresses whose origins may be private: the operator wrote them down."""

    def __init__(self, *, trusted: Collection[str] = (), resolve: Resolve | None = None) -> None:
        self._trusted = frozenset(read_address(url).origin for url in trusted)
        self._resolve = resolve or system_resolve

    async def target_of(self, url: str, *, schemes: Collection[str], hosts: Collection[str] = ()) -> Target:
        """Look an address up, once. Raises AddressRefusedError, HostNotFoundError.

        But for the operator's own, it has one of `schemes` on its usual port and, where `hosts` are given, one of them.
        """
        try:
            asked = read_address(url)
        except NotAWebAddressError as error:
            raise AddressRefusedError(str(error)) from error
        is_ours = asked.origin in self._trusted
        if not is_ours and (asked.scheme not in schemes or not asked.has_usual_port):
            raise AddressRefusedError(f"{' or '.join(schemes)} on its own port only")
        if not is_ours and hosts and asked.host not in hosts:
            raise AddressRefusedError("another host than those allowed")
        found = await self._looked_up(asked)
        if not is_ours and not all(is_public(address) for address in found):
            raise AddressRefusedError("not of the public internet")
        return Target(asked=asked, address=found[0], is_ours=is_ours)

    async def _looked_up(self, asked: WebAddress) -> list[str]:
        try:
            found = await self._resolve(asked.host, asked.port)
        except (OSError, UnicodeError) as error:
            raise HostNotFoundError("the host is not found") from error
        if not found:
            raise HostNotFoundError("the host is not found")
        return found


def is_public(text: str) -> bool:
    """Whether an address is of the public internet; one that hides another is judged by that."""
    try:
        address: IpAddress = ip_address(text.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        address = _hidden(address)
    if any(address in block for block in _LOOK_PUBLIC):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _hidden(address: IPv6Address) -> IpAddress:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _SIX_TO_FOUR:
        return IPv4Address(int(address) >> 80 & 0xFFFF_FFFF)
    return address


async def system_resolve(host: str, port: int) -> list[str]:
    """Ask the system. Raises OSError."""
    look_up = partial(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM)
    found = await asyncio.get_running_loop().run_in_executor(_LOOKUPS, look_up)
    return [str(entry[4][0]) for entry in found]
