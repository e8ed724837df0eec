"""What flows may send to others and nobody may read: a document names it, and never holds it."""

import re
from collections.abc import Sequence
from datetime import datetime

from domain.shared.aggregate import Aggregate
from domain.shared.errors import ErrorDetail
from domain.shared.ids import SecretId
from domain.shared.web_address import NotAWebAddressError, read_host

MAX_SECRETS = 200
"""Some for every service that a company knows."""
MAX_VALUE = 4_096
"""Characters: a header is refused by most servers beyond that."""
MAX_HOSTS = 20

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,62}", re.ASCII)


class Secret(Aggregate, kw_only=True, eq=False):
    """A secret by its name. It is sent to `hosts` and to no other host, whatever a flow says.

    Whoever may change the hosts could have it sent to themselves, so hosts are only ever set together with a value.
    """

    id: SecretId
    name: str
    value_sealed: bytes
    hosts: tuple[str, ...]
    created_at: datetime
    updated_at: datetime
    last_used_at: datetime | None = None


def is_secret_name(text: str) -> bool:
    """Whether a document can name it: a letter, then letters, digits and `_`."""
    return _NAME.fullmatch(text) is not None


def read_hosts(hosts: Sequence[str]) -> tuple[str, ...]:
    """Read host names, each once. Raises NotAWebAddressError."""
    return tuple(dict.fromkeys(read_host(host.strip()) for host in hosts))


def wrong_in_secret(*, name: str, value: str, hosts: Sequence[str]) -> tuple[ErrorDetail, ...]:
    """Say what is wrong with a secret."""
    wrong = []
    if not is_secret_name(name):
        wrong.append(ErrorDetail(field="name", message="a letter, then up to 62 letters, digits and _"))
    if not value.strip() or len(value) > MAX_VALUE or not (value.isascii() and value.isprintable()):
        wrong.append(
            ErrorDetail(
                field="value", message="1 to {limit} characters that a header can hold", values={"limit": MAX_VALUE}
            )
        )
    if not 1 <= len(hosts) <= MAX_HOSTS:
        wrong.append(ErrorDetail(field="hosts", message="1 to {limit} hosts", values={"limit": MAX_HOSTS}))
    for place, host in enumerate(hosts):
        try:
            read_hosts([host])
        except NotAWebAddressError:
            wrong.append(ErrorDetail(field=f"hosts[{place}]", message="a host's name, such as api.example.com"))
    return tuple(wrong)
