"""Addresses of the web as others write them, read once and strictly: two readers that differ are a way in."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

MAX_ADDRESS = 8_192
"""Characters; servers refuse longer ones."""
MAX_HOST = 253
"""Of a name in the DNS (RFC 1035)."""
PORTS = {"https": 443, "http": 80}

_LABELS = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_KEPT = "!$&'()*+,;=:@/~%"
"""What stands for itself in a path, with the escapes that are there already."""


class NotAWebAddressError(Exception):
    """It is no address that may be asked; the text is a word of ours and never the address."""


class WebAddress(msgspec.Struct, frozen=True, kw_only=True):
    """What an address says: `host` in the DNS's letters or an IP address written out, `path` with its query."""

    scheme: str
    host: str
    port: int
    path: str = "/"

    @property
    def has_usual_port(self) -> bool:
        """Whether the port is its scheme's own."""
        return self.port == PORTS[self.scheme]

    @property
    def authority(self) -> str:
        """Name the host as a server expects it, and as people write it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.has_usual_port else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Give scheme, host and port."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """Write it out."""
        return f"{self.origin}{self.path}"


def read_address(text: str) -> WebAddress:
    """Read an absolute http or https address; what comes after `#` is dropped. Raises NotAWebAddressError."""
    if len(text) > MAX_ADDRESS or "\\" in text or any(sign < " " or sign == "\x7f" for sign in text):
        raise NotAWebAddressError("not an address")
    try:
        parts = urlsplit(text.strip())
        port = parts.port
    except ValueError as error:
        raise NotAWebAddressError("not an address") from error
    if parts.scheme not in PORTS:
        raise NotAWebAddressError("http or https only")
    if "@" in parts.netloc or not parts.hostname or port == 0:
        raise NotAWebAddressError("a host, and nothing else")
    return WebAddress(
        scheme=parts.scheme, host=read_host(parts.hostname), port=port or PORTS[parts.scheme], path=_path(parts)
    )


def read_host(text: str) -> str:
    """Read a host's name or IP address, without a port. Raises NotAWebAddressError.

    Numbers that only some readers take for IP addresses (`0`, `127.1`, `0x7f000001`) are none, nor is a name with a
    dot at its end, which is another spelling of the same host.
    """
    literal = _ip(text)
    if literal is not None:
        return str(literal)
    try:
        host = text.encode("idna").decode().lower()
    except ValueError as error:
        raise NotAWebAddressError("not a host") from error
    if len(host) > MAX_HOST or not _LABELS.fullmatch(host):
        raise NotAWebAddressError("not a host")
    if _NUMBER.fullmatch(host.rpartition(".")[2]) and not isinstance(_ip(host), IPv4Address):
        raise NotAWebAddressError("not a host")
    return host


def _ip(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return None if "%" in text else ip_address(text)
    except ValueError:
        return None


def _path(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_KEPT + '?')}" if parts.query else ""
    return f"{quote(parts.path, safe=_KEPT) or '/'}{query}"
