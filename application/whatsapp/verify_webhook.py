"""Meta asks whether a callback address is ours."""

import hmac

from application.ports.webhook_routes import WebhookRoutes
from domain.shared.errors import ForbiddenError
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.errors import ConfigNotFoundError


class VerifyTokenWrongError(ForbiddenError):
    """The verify token is not the one that was configured, or none was."""

    code = "VERIFY_TOKEN_WRONG"


class VerifyWebhook:
    """Anybody may call. A blank configured token never matches."""

    def __init__(self, *, routes: WebhookRoutes, platform_token: str | None) -> None:
        self._routes, self._platform_token = routes, platform_token

    async def __call__(
        self, *, mode: str | None, token: str | None, challenge: str | None, config_id: WhatsAppConfigId | None
    ) -> str:
        """Give the challenge back. Raises VerifyTokenWrongError, ConfigNotFoundError."""
        expected = await self._expected(config_id)
        given = (token or "").encode()
        if mode != "subscribe" or not expected or not hmac.compare_digest(given, expected.encode()):
            raise VerifyTokenWrongError("The verify token is not the one configured for this address.")
        return challenge or ""

    async def _expected(self, config_id: WhatsAppConfigId | None) -> str:
        if config_id is None:
            return self._platform_token or ""
        route = await self._routes.by_config(config_id)
        if route is None:
            raise ConfigNotFoundError("No WhatsApp config has this id.")
        return route.verify_token
