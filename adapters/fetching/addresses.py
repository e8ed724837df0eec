"""Addresses of the world that may be read from: never one of ours, however it is written (reference F20)."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Collection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

import msgspec

from application.ports.downloads import DownloadError, DownloadProblem

IpAddress = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Gives every address of a host."""

_PORTS = {"https": 443, "http": 80}
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: an IPv4 address behind a translator."""
_SIX_TO_FOUR = IPv6Network("2002::/16")
"""RFC 3056: an IPv4 address within an IPv6 one."""


class Target(msgspec.Struct, frozen=True, kw_only=True):
    """Where a connection goes: one address that was looked at, and the host that it is asked for."""

    scheme: str
    host: str
    port: int
    address: str
    path: str

    @property
    def url(self) -> str:
        """Write it with the address in the host's place, so that nobody looks the host up again."""
        address = f"[{self.address}]" if ":" in self.address else self.address
        return f"{self.scheme}://{address}:{self.port}{self.path}"

    @property
    def host_header(self) -> str:
        """Name the host, as the server expects it."""
        return self.host if self.port == _PORTS[self.scheme] else f"{self.host}:{self.port}"


def origin_of(url: str) -> str:
    """Give scheme, host and port of an address, written out."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}:{parts.port or _PORTS.get(parts.scheme, 0)}"


def is_public(text: str) -> bool:
    """Whether an address is of the public internet; one that hides another is judged by that."""
    try:
        address: IpAddress = ip_address(text.split("%", maxsplit=1)[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        address = _hidden(address)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _hidden(address: IPv6Address) -> IpAddress:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    if address in _SIX_TO_FOUR:
        return IPv4Address(int(address) >> 80 & 0xFFFF_FFFF)
    return address


async def target_of(url: str, *, hosts: Collection[str], trusted: Collection[str], resolve: Resolve) -> Target:
    """Look an address up, once. Raises DownloadError for what must not be read.

    `trusted` are origins that whoever runs this installation wrote down: they may be private, and plain http.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError as error:
        raise _refused("not an address") from error
    if not host or parts.username is not None or parts.password is not None or "\\" in url:
        raise _refused("a host, and nothing else")
    is_ours = origin_of(url) in trusted
    if not is_ours and (parts.scheme != "https" or port not in {None, 443}):
        raise _refused("https on its own port only")
    if not is_ours and hosts and host not in hosts:
        raise _refused("another host than those allowed")
    port = port or _PORTS[parts.scheme]
    found = await _looked_up(host, port, resolve)
    if not is_ours and not all(is_public(address) for address in found):
        raise _refused("not of the public internet")
    path = parts.path or "/"
    query = f"?{parts.query}" if parts.query else ""
    return Target(scheme=parts.scheme, host=host, port=port, address=found[0], path=f"{path}{query}")


async def _looked_up(host: str, port: int, resolve: Resolve) -> list[str]:
    try:
        found = await resolve(host, port)
    except OSError as error:
        raise DownloadError(DownloadProblem.FAILED, "the host is not found") from error
    if not found:
        raise DownloadError(DownloadProblem.FAILED, "the host is not found")
    return found


async def system_resolve(host: str, port: int) -> list[str]:
    """Ask the system. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def _refused(why: str) -> DownloadError:
    return DownloadError(DownloadProblem.ADDRESS_REFUSED, why)
