"""The check of a password that somebody chooses, wherever they choose it."""

from collections.abc import Container, Iterable

from domain.identity.passwords import fault_of
from domain.shared.errors import ErrorDetail


class PasswordPolicy:
    """Says what is wrong with a password, for the use case to refuse together with whatever else is wrong."""

    def __init__(self, common: Container[str]) -> None:
        self._common = common

    def wrong(self, password: str, *, about: Iterable[str] = (), field: str = "password") -> list[ErrorDetail]:
        """Give at most one fault; `about` is what is known of the person: e-mail, name, company."""
        fault = fault_of(password, common=self._common, about=about)
        return [] if fault is None else [ErrorDetail(field=field, message=fault.value)]
