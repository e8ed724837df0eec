"""A provider delivers: keep it, durably, and only then say thanks."""

import hmac

import msgspec

from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.journal import Journal
from application.ports.lanes import Webhook
from application.ports.providers import Providers
from application.ports.webhook_routes import WebhookRoute, WebhookRoutes
from application.ports.whatsapp import WebhookRouting
from domain.shared.ids import JournalId, WhatsAppConfigId
from domain.whatsapp.config import ApiType
from domain.whatsapp.errors import ConfigNotFoundError, SignatureInvalidError


class WebhookDelivery(msgspec.Struct, frozen=True, kw_only=True):
    """What came: the raw bytes, the header that proves its sender, and what the path names: a config, its secret.

    The header is Meta's signature, or the secret that we had Evolution API send along.
    """

    body: bytes
    signature: str | None
    config_id: WhatsAppConfigId | None = None
    path_secret: str | None = None

    def __repr__(self) -> str:
        """Show no secret and nothing that somebody wrote."""
        return f"WebhookDelivery(config_id={self.config_id})"


class Stamp(msgspec.Struct, frozen=True, kw_only=True):
    """What every journalled webhook is stamped and counted with."""

    clock: Clock
    ids: Ids
    counters: Counters


class ReceiveWebhook:
    """Anybody may call; only a valid signature is kept, over the raw bytes, before anything is read.

    The shared path trusts the platform app's secrets, a config's own path that config's. A body that names several
    numbers is kept once for each, so that each number's order is its own; what names none of ours is kept too.
    """

    def __init__(
        self,
        *,
        routes: WebhookRoutes,
        providers: Providers,
        routing: WebhookRouting,
        journal: Journal,
        stamp: Stamp,
        app_secrets: tuple[str, ...],
    ) -> None:
        self._routes, self._providers, self._routing = routes, providers, routing
        self._journal, self._stamp, self._app_secrets = journal, stamp, app_secrets

    async def __call__(self, delivery: WebhookDelivery) -> None:
        """Journal it. Raises SignatureInvalidError, ConfigNotFoundError, JournalUnavailableError."""
        own = await self._own_route(delivery)
        if not self._is_genuine(delivery, own):
            self._stamp.counters.count("webhooks_refused", reason="signature")
            raise SignatureInvalidError("The signature does not match the body.")
        routes: list[WebhookRoute | None] = [own]
        if own is None or own.api_type is ApiType.OFFICIAL:
            routes = await self._routes_of(delivery.body, own=own)
        await self._journal.append([self._webhook(delivery.body, route) for route in routes])
        self._stamp.counters.count("webhooks_journalled")

    def _is_genuine(self, delivery: WebhookDelivery, own: WebhookRoute | None) -> bool:
        """Whether the provider sent it. A secret in the path must be the config's, and Evolution API's path has one."""
        if own is None:
            signature = self._providers.of(ApiType.OFFICIAL).signature
            return signature.is_valid(header=delivery.signature, body=delivery.body, secrets=self._app_secrets)
        signature = self._providers.of(own.api_type).signature
        is_signed = signature.is_valid(header=delivery.signature, body=delivery.body, secrets=own.app_secrets)
        return is_signed and _is_right_path(delivery, own)

    async def _own_route(self, delivery: WebhookDelivery) -> WebhookRoute | None:
        if delivery.config_id is None:
            return None
        route = await self._routes.by_config(delivery.config_id)
        if route is None:
            raise ConfigNotFoundError("No WhatsApp config has this id.")
        return route

    async def _routes_of(self, body: bytes, *, own: WebhookRoute | None) -> list[WebhookRoute | None]:
        """Give the routes of the numbers in the body, and None besides where some number has none here."""
        addressees = self._routing.addressees(body)
        named, accounts = addressees.phone_number_ids, addressees.account_ids
        if own is not None:
            strays = [number for number in named if number != own.phone_number_id]
            return [own, None] if strays else [own]
        found = list(await self._routes.by_phone_number_ids(named)) if named else []
        found += await self._routes.by_account_ids(accounts) if accounts else []
        are_all_known = len(found) == len(named) + len(accounts) > 0
        routes: dict[WhatsAppConfigId, WebhookRoute | None] = {route.config_id: route for route in found}
        return [*routes.values()] if are_all_known else [*routes.values(), None]

    def _webhook(self, body: bytes, route: WebhookRoute | None) -> Webhook:
        return Webhook(
            id=JournalId(self._stamp.ids.new()),
            tenant_id=route.tenant_id if route is not None else None,
            config_id=route.config_id if route is not None else None,
            received_at=self._stamp.clock.now(),
            body=body,
        )


def _is_right_path(delivery: WebhookDelivery, own: WebhookRoute) -> bool:
    """Compare the path's secret in constant time; only Meta, whose signature covers the body, may do without."""
    if delivery.path_secret is None:
        return own.api_type is ApiType.OFFICIAL
    expected = own.verify_token.strip().encode()
    return bool(expected) and hmac.compare_digest(delivery.path_secret.encode(), expected)
