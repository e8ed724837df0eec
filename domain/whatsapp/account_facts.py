"""What a provider tells of a number or its account, in our words: one struct a kind (reference 3.4, 3.5).

`number` says which number is meant, by its digits or the provider's id; without one it is all of the account.
"""

import msgspec

from domain.whatsapp.health import Restriction


class _Fact(msgspec.Struct, frozen=True, kw_only=True):
    """Common base of the facts."""

    number: str | None = None


class QualityTold(_Fact, frozen=True, tag="quality"):
    """The number's quality, tier or throughput changed; what is None was not said."""

    event: str
    quality: str | None = None
    tier: str | None = None
    throughput: str | None = None


class LimitTold(_Fact, frozen=True, tag="limit"):
    """How many customers the account may begin to write to in a day, and how many numbers it may have."""

    tier: str | None = None
    max_numbers: int | None = None


class NameDecided(_Fact, frozen=True, tag="name"):
    """Whether the name that customers see was accepted."""

    decision: str
    name: str | None = None
    reason: str | None = None


class BanTold(_Fact, frozen=True, tag="ban"):
    """The account is switched off (`disable`), will be (`schedule_for_disable`), or is back (`reinstate`)."""

    state: str
    date: str | None = None


class RestrictionsTold(_Fact, frozen=True, tag="restriction"):
    """What the account may not do now; none at all means that it may again."""

    restrictions: tuple[Restriction, ...]


class AccessTold(_Fact, frozen=True, tag="access"):
    """Whether we still reach the account: it was deleted or disconnected (`reason`), or is connected again."""

    is_reachable: bool
    event: str
    reason: str | None = None


class AccountReviewed(_Fact, frozen=True, tag="review"):
    """How the provider's review of the account ended."""

    decision: str


class Warned(_Fact, frozen=True, tag="warning"):
    """The provider warns: of a violation, a changed PIN, or anything else it has a word for."""

    kind: str
    severity: str | None = None
    detail: str | None = None


AccountFact = QualityTold | LimitTold | NameDecided | BanTold | RestrictionsTold | AccessTold | AccountReviewed | Warned
"""Anything that is told of a number or its account."""
