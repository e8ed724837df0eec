"""Where a number's webhooks go."""

from application.ports.whatsapp import Credentials
from domain.shared.ids import WhatsAppConfigId
from domain.whatsapp.config import ApiType

WEBHOOK_PATH = "/api/v1/whatsapp/webhook"


class Callbacks:
    """Makes the addresses of this installation; `public_url` is where the world reaches it."""

    def __init__(self, public_url: str) -> None:
        self._root = f"{public_url}{WEBHOOK_PATH}"

    @property
    def shared(self) -> str:
        """Give the address of the platform's own app, which serves every number."""
        return self._root

    def of(self, config_id: WhatsAppConfigId, credentials: Credentials) -> str:
        """Give a config's own address; that of a provider that signs nothing holds a secret, and is one."""
        own = f"{self._root}/{config_id}"
        return f"{own}/{credentials.verify_token}" if credentials.api_type is ApiType.EVOLUTION else own
