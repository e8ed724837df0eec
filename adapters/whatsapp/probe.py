"""An empty webhook of Meta's, delivered to ourselves through whatever stands in front of us."""

import hashlib
import hmac

import httpx

from application.ports.whatsapp import Credentials

EMPTY = b'{"object":"whatsapp_business_account","entry":[],"probe":"S\\u00e3o Paulo 1\\/2"}'
"""It changes nothing. Written as Meta writes: a proxy that reads and writes it again breaks its signature."""

TIMEOUT = 10.0


class HttpWebhookProbe:
    """Implements WebhookProbe; the address is this installation's own."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def deliver(self, address: str, *, credentials: Credentials) -> str | None:
        """Give nothing when it was taken, else what was seen."""
        secret = next(iter(credentials.app_secrets), "")
        signature = hmac.new(secret.encode(), EMPTY, hashlib.sha256).hexdigest()
        headers = {"x-hub-signature-256": f"sha256={signature}", "content-type": "application/json"}
        try:
            answer = await self._client.post(address, content=EMPTY, headers=headers, timeout=TIMEOUT)
        except httpx.HTTPError as error:
            return f"no answer: {type(error).__name__}"
        return None if answer.status_code == httpx.codes.OK else f"answered {answer.status_code}"
