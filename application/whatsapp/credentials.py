"""Opening a config's secrets for the moment of use."""

from application.ports.secrets import SecretBox
from application.ports.whatsapp import Credentials
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.config import WhatsAppConfig


def place(tenant_id: TenantId, config_id: WhatsAppConfigId, column: str) -> str:
    """Name the one place where a sealed secret of a config opens."""
    return f"{tenant_id}/whatsapp_configs/{config_id}/{column}"


def credentials_of(config: WhatsAppConfig, *, tenant_id: TenantId, secrets: SecretBox) -> Credentials:
    """Decrypt what is needed to talk to the provider. Raises SecretUnreadableError."""

    def opened(sealed: bytes, column: str) -> str:
        return secrets.open(sealed, place=place(tenant_id, config.id, column))

    return Credentials(
        phone_number_id=config.phone_number_id,
        business_account_id=config.business_account_id,
        access_token=opened(config.access_token_sealed, "access_token"),
        app_secrets=(opened(config.app_secret_sealed, "app_secret"),),
        verify_token=opened(config.verify_token_sealed, "verify_token"),
    )
