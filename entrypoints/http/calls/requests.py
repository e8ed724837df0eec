"""What callers send about secrets."""

from typing import Annotated

import msgspec

from application.calls.set_secret import SetSecret
from domain.calls.secret import MAX_HOSTS
from entrypoints.http.requests import Secret, Word


class SetSecretRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The value, and the only hosts that it is sent to: names without a scheme, such as `api.example.com`."""

    value: Secret
    hosts: Annotated[tuple[Word, ...], msgspec.Meta(min_length=1, max_length=MAX_HOSTS)]

    def __repr__(self) -> str:
        """Show no secret."""
        return "SetSecretRequest()"

    def to_command(self, name: str, *, version: int | None) -> SetSecret:
        """Build the order."""
        return SetSecret(name=name, value=self.value, hosts=self.hosts, version=version)
