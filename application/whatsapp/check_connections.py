"""Phones that drop off say nothing of it, so somebody looks."""

import asyncio

from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.linked_phones import Connection
from application.ports.webhook_routes import NumberPlace, WebhookRoutes
from application.ports.whatsapp import ProviderRefusedError
from application.whatsapp.linked_phone import NoLinkedPhoneError, PhoneTools, linked
from application.whatsapp.settle_instance import keep
from domain.shared.errors import PyTakeError
from domain.whatsapp.config import ApiType, ConnectionState

AT_ONCE = 8
"""Servers asked together; each answers within milliseconds or not at all."""


class CheckConnections(Job, frozen=True, tag="check_connections"):
    """Ask every Evolution server about its phones, once a minute."""


class CheckConnectionsHandler:
    """Ask, and keep what is said. Idempotent: what is known already changes nothing.

    A server that does not answer is no sign of the phone; sends find out by themselves and wait.
    """

    def __init__(self, *, routes: WebhookRoutes, tools: PhoneTools, clock: Clock) -> None:
        self._routes, self._tools, self._clock = routes, tools, clock

    async def __call__(self, _: CheckConnections) -> None:
        """Ask about all."""
        some = asyncio.Semaphore(AT_ONCE)

        async def check(place: NumberPlace) -> None:
            async with some:
                await self._check(place)

        await asyncio.gather(*(check(place) for place in await self._routes.of_type(ApiType.EVOLUTION)))

    async def _check(self, place: NumberPlace) -> None:
        try:
            phone = await linked(self._tools, place.tenant_id, place.config_id)
            if phone.config.connection is ConnectionState.UNKNOWN or not phone.config.is_active:
                return
            found: Connection = await self._tools.phones.connection(phone.credentials)
        except (ProviderRefusedError, NoLinkedPhoneError, PyTakeError):
            return
        await keep(self._tools, place.tenant_id, phone, found, clock=self._clock)
