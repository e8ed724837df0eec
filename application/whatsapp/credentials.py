"""Opening a config's secrets for the moment of use."""

from application.ports.secrets import SecretBox
from application.ports.whatsapp import Credentials
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


def place(config_id: WhatsAppConfigId, column: str) -> str:
    """Name the one place where a sealed secret of a config opens."""
    return f"whatsapp_configs/{config_id}/{column}"


async def credentials_of(config: WhatsAppConfig, *, tenant_id: TenantId, secrets: SecretBox) -> Credentials:
    """Decrypt what is needed to talk to the provider. Raises SecretUnreadableError."""

    async def opened(sealed: bytes, column: str) -> str:
        return await secrets.open(sealed, tenant_id=tenant_id, place=place(config.id, column))

    return Credentials(
        phone_number_id=config.phone_number_id,
        business_account_id=config.business_account_id,
        access_token=await opened(config.access_token_sealed, "access_token"),
        app_secrets=(await opened(config.app_secret_sealed, "app_secret"),),
        verify_token=await opened(config.verify_token_sealed, "verify_token"),
        api_type=config.api_type,
        api_url=config.api_url,
    )
