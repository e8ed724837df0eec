"""Where models are asked: with the company's key, within what a month may cost, and counted."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

import msgspec

from application.ports.ai import AiError, ModelAccess
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.secrets import SecretBox, SecretUnreadableError
from application.ports.unit_of_work import UnitOfWork
from domain.ai.errors import AiBudgetSpentError
from domain.ai.settings import AiSettings
from domain.ai.usage import Hold, Used
from domain.shared.ids import TenantId

T = TypeVar("T")


def key_place(tenant_id: TenantId) -> str:
    """Name the one place where a company's key opens."""
    return f"ai_settings/{tenant_id}/api_key"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Of whom something is asked, and how many tokens that may take, as far as one can tell."""

    tenant_id: TenantId
    settings: AiSettings
    model: str
    input_tokens: int
    output_tokens: int = 0


class ModelDesk:
    """Holds what a question may cost before it is asked, and settles after: parallel questions pass no cap."""

    def __init__(self, *, uow: UnitOfWork, secrets: SecretBox, clock: Clock, ids: Ids) -> None:
        self._uow, self._secrets, self._clock, self._ids = uow, secrets, clock, ids

    async def ask(
        self,
        order: Order,
        question: Callable[[ModelAccess], Awaitable[T]],
        tokens: Callable[[T], tuple[int, int]],
    ) -> T:
        """Ask, and count what the answer says it took. Raises AiBudgetSpentError, AiError.

        An answer that does not say it took anything counts as what was held.
        """
        access = await self._access(order)
        hold_id, prices = self._ids.new(), order.settings.prices
        cost = prices.cost(input_tokens=order.input_tokens, output_tokens=order.output_tokens)
        hold = Hold(tokens=order.input_tokens + order.output_tokens, cost_micros=cost)
        async with self._uow(order.tenant_id) as tx:
            if not await tx.ai_usage.hold(hold_id, hold, now=self._clock.now()):
                raise AiBudgetSpentError("What this month's models may cost is used up.")
        used: Used | None = None
        try:
            answer = await question(access)
            taken, given = tokens(answer)
            if not taken and not given:
                taken, given = order.input_tokens, order.output_tokens
            cost = prices.cost(input_tokens=taken, output_tokens=given)
            used = Used(input_tokens=taken, output_tokens=given, cost_micros=cost)
        finally:
            async with self._uow(order.tenant_id) as tx:
                await tx.ai_usage.settle(hold_id, used, model=order.model, at=self._clock.now())
        return answer

    async def _access(self, order: Order) -> ModelAccess:
        settings, sealed = order.settings, order.settings.api_key_sealed
        key = None
        if sealed is not None:
            try:
                key = await self._secrets.open(sealed, tenant_id=order.tenant_id, place=key_place(order.tenant_id))
            except SecretUnreadableError as error:
                raise AiError("bad_key", "it does not open: give it anew") from error
        if not order.model:
            raise AiError("no_such_model")
        return ModelAccess(provider=settings.provider, model=order.model, base_url=settings.url, key=key)
