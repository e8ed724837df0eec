"""How a variable's text becomes a value; one that cannot is a ValueError that says what it must be."""

from collections.abc import Callable
from datetime import timedelta
from ipaddress import ip_network
from urllib.parse import urlsplit

from application.shared.master_key import parse_master_key
from domain.keys.lifetimes import LONGEST_ACCESS
from domain.whatsapp.instances import ANY_SERVER

MOST_REQUESTS = 1_000_000
"""As good as no limit."""


def url(*schemes: str) -> Callable[[str], str]:
    """Make a reader of addresses with one of these schemes."""

    def read(text: str) -> str:
        if not text.startswith(tuple(f"{scheme}://" for scheme in schemes)):
            raise ValueError(f"must start with {' or '.join(f'{scheme}://' for scheme in schemes)}")
        return text.rstrip("/") if schemes[0] == "http" else text

    return read


def number(low: int, high: int) -> Callable[[str], int]:
    """Make a reader of whole numbers from one to the other."""

    def read(text: str) -> int:
        if not (text.isascii() and text.isdigit()) or not low <= int(text) <= high:
            raise ValueError(f"must be a number between {low} and {high}")
        return int(text)

    return read


def master_key(text: str) -> str:
    """Read a master key."""
    parse_master_key(text)
    return text.strip()


def master_keys(text: str) -> tuple[str, ...]:
    """Read several."""
    return tuple(master_key(key) for key in listed(text))


def lifetime(text: str) -> timedelta:
    """Read minutes."""
    return timedelta(minutes=number(1, int(LONGEST_ACCESS.total_seconds() // 60))(text))


def networks(text: str) -> tuple[str, ...]:
    """Read CIDR blocks."""
    return tuple(str(ip_network(block)) for block in listed(text))


def origins(text: str) -> tuple[str, ...]:
    """Read origins: scheme, host and port, and nothing else."""
    origins = tuple(origin.rstrip("/").lower() for origin in listed(text))
    for origin in origins:
        parts = urlsplit(origin)
        if parts.scheme not in {"http", "https"} or f"{parts.scheme}://{parts.netloc}" != origin or not parts.netloc:
            raise ValueError("must be origins, such as https://app.example.com")
    return origins


def rate(text: str) -> tuple[int, int]:
    """Read requests a second and at once."""
    parts = text.split("/")
    if len(parts) != 2:  # noqa: PLR2004  # the two of the message
        raise ValueError("must be requests a second and at once, such as 10/100")
    return number(1, MOST_REQUESTS)(parts[0]), number(1, MOST_REQUESTS)(parts[1])


def mail_url(text: str) -> str:
    """Read where e-mail goes."""
    if not text.startswith(("smtp://", "file:")):
        raise ValueError("must be smtp://user:password@host:587?tls=starttls, or file:/a/folder")
    return text


def mail_from(text: str) -> str:
    """Read whom e-mail is from."""
    if "@" not in text.strip("@"):
        raise ValueError("must be an e-mail address, or a name and one: PyTake <no-reply@example.com>")
    return text


def files_url(text: str) -> str:
    """Read where files are kept."""
    if not text.startswith(("s3://", "file:")):
        raise ValueError("must be file:/a/folder, or s3://bucket?region=us-east-1&endpoint=https://s3.example.com")
    return text


def servers(text: str) -> tuple[str, ...]:
    """Read addresses, or the one sign for any."""
    return tuple(part if part == ANY_SERVER else url("http", "https")(part) for part in listed(text))


def listed(text: str) -> tuple[str, ...]:
    """Read words by commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def log_format(text: str) -> str:
    """Read how logs are written."""
    if text not in {"json", "console"}:
        raise ValueError("must be json or console")
    return text
