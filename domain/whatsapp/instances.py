"""How a number of Evolution API is named: its instance and its server, for names are unique on one server only."""

import re
from urllib.parse import urlsplit

MAX_INSTANCE_NAME = 100
"""Evolution sets no limit; it becomes part of an address."""

_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_. -]*", re.ASCII)
_SEPARATOR = "@"

ANY_SERVER = "*"


def is_instance_name(name: str) -> bool:
    """Whether it can be an instance's name: letters, digits, `-`, `_`, `.` and spaces between."""
    return len(name) <= MAX_INSTANCE_NAME and _NAME.fullmatch(name) is not None and name == name.strip()


def number_id_of(instance: str, *, api_url: str) -> str:
    """Give what a config keeps as `phone_number_id`, such as `acme-1@evo.example:8080`."""
    return f"{instance}{_SEPARATOR}{urlsplit(api_url).netloc.rpartition('@')[2].lower()}"


def is_allowed_server(api_url: str, *, allowed: tuple[str, ...]) -> bool:
    """Whether an installation that names the servers it speaks to names this one; `*` stands for any.

    Companies choose the address, so without a list they could have this installation call its own neighbours.
    """
    return ANY_SERVER in allowed or api_url.rstrip("/") in {server.rstrip("/") for server in allowed}


def instance_of(phone_number_id: str) -> str:
    """Give the instance's name out of it."""
    instance, separator, _ = phone_number_id.rpartition(_SEPARATOR)
    return instance if separator else phone_number_id
