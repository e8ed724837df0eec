"""Guessing made slow: how often somebody may try a password, a code, an address, before being told to wait."""

from enum import StrEnum
from typing import Protocol

import msgspec


class Purpose(StrEnum):
    """What is tried; each counts by itself."""

    LOGIN = "login"
    SECOND_FACTOR = "second_factor"
    PASSWORD = "password"  # noqa: S105 - what is tried, by somebody who is logged in
    FORGOT_PASSWORD = "forgot_password"  # noqa: S105 - the same
    REGISTER = "register"
    ONE_TIME_TOKEN = "one_time_token"  # noqa: S105 - the same


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One try that was admitted, and counts as a failure until it is said to be none."""

    purpose: Purpose
    account: str
    ip: str | None
    number: str


class LoginThrottle(Protocol):
    """Admits five tries in 15 minutes per account and address, ten per account, ten per network (/24, /64).

    Who reaches the limit of account and address again and again waits longer each time, an hour at most; nobody is
    shut out for good. An address from which the account was reached before is not held to the limit per account, so
    that a stranger's guesses do not keep its owner out. Never raises for want of Redis: each process then counts alone.
    """

    async def attempt(self, purpose: Purpose, *, account: str, ip: str | None) -> Attempt:
        """Count a try before anything costly is done for it. Raises RateLimitedError, and then counts nothing.

        `account` is what is tried, such as a case-folded e-mail, whether it exists or not; it is kept as a hash.
        """
        ...

    async def succeeded(self, attempt: Attempt) -> None:
        """Say that this was no failure: account and address begin anew, the others forget this one try."""
        ...
