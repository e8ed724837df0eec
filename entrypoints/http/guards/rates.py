"""How fast one may call: which buckets a request is taken from, and what the caller is told of them."""

import hashlib
import math
from ipaddress import IPv6Address, ip_network
from typing import Any

from litestar.types import HTTPScope

from application.ports.request_limits import Allowance, Bucket, RequestLimits
from domain.shared.errors import RateLimitedError
from entrypoints.http.access import opt_in
from entrypoints.http.answer_headers import add_headers, kept_headers
from entrypoints.http.guards.authentication import Caller
from entrypoints.http.guards.client_address import read_address
from entrypoints.http.settings import Rates

CLIENT_IPV6_PREFIX = 64
"""One customer of a provider has all of such a network."""


class RateGate:
    """Counts requests, and says how many are left."""

    def __init__(self, limits: RequestLimits, rates: Rates) -> None:
        self._limits, self._rates = limits, rates

    async def let_known(self, scope: HTTPScope, caller: Caller, opt: dict[str, Any]) -> None:
        """Count a request of somebody we know. Raises RateLimitedError."""
        await self._take(scope, self._of_caller(caller, opt))

    async def let_stranger(self, scope: HTTPScope, ip: str | None, opt: dict[str, Any]) -> None:
        """Count a request of an address. Raises RateLimitedError."""
        name, rates = _network(ip), self._rates
        buckets = [Bucket(key=f"ip:{name}", per_second=rates.per_second, burst=rates.burst)]
        if opt.get("rare"):
            buckets.append(Bucket(key=f"rare:{name}", per_second=rates.rare_per_second, burst=rates.rare_burst))
        await self._take(scope, buckets)

    async def _take(self, scope: HTTPScope, buckets: list[Bucket]) -> None:
        allowance = await self._limits.take(buckets)
        add_headers(scope, *_told(allowance))
        if allowance.retry_after is not None:
            raise RateLimitedError("Too many requests.", retry_after=allowance.retry_after)

    def _of_caller(self, caller: Caller, opt: dict[str, Any]) -> list[Bucket]:
        """Give the caller's own bucket and the company's; what the company set for itself holds for each of both."""
        actor, tenant, rates = caller.actor, caller.tenant, self._rates
        own, burst = tenant.requests_per_second, tenant.burst
        who = f"user:{actor.user_id}" if actor.api_key_id is None else f"key:{actor.api_key_id}"
        company = f"{{{actor.tenant_id}}}"  # the braces keep a company's keys on one node of a cluster
        buckets = [
            Bucket(key=f"{company}:{who}", per_second=own or rates.per_second, burst=burst or rates.burst),
            Bucket(key=company, per_second=own or rates.tenant_per_second, burst=burst or rates.tenant_burst),
        ]
        if opt.get("heavy"):
            heavy = Bucket(key=f"{company}:heavy", per_second=rates.heavy_per_second, burst=rates.heavy_burst)
            buckets.append(heavy)
        return buckets


def is_counted(scope: HTTPScope) -> bool:
    """Whether a request was counted, or need not be."""
    return _LIMIT in kept_headers(scope) or bool(opt_in(scope).get("unlimited"))


_LIMIT = "ratelimit-limit"


def _told(allowance: Allowance) -> list[tuple[str, str]]:
    return [
        (_LIMIT, str(allowance.limit)),
        ("ratelimit-remaining", str(allowance.remaining)),
        ("ratelimit-reset", str(math.ceil(allowance.reset))),
    ]


def _network(ip: str | None) -> str:
    """Name an address, or an IPv6 customer's whole network, without telling it."""
    address = read_address(ip or "")
    name = str(ip_network((address, CLIENT_IPV6_PREFIX), strict=False)) if isinstance(address, IPv6Address) else ip
    return hashlib.blake2b((name or "").encode(), digest_size=12).hexdigest()
