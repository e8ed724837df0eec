"""One message goes to its provider, with its file before it."""

import msgspec

from application.ports.provider_files import MediaForProvider
from application.ports.providers import Providers
from application.ports.whatsapp import Credentials, OutboundMessage
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.failures import FailureKind, SendFailure, SendResult

_FILE_MAY_BE_LOST = frozenset({FailureKind.UNAVAILABLE, FailureKind.REJECTED})
"""What a provider answers that does not have a file any more; bringing it anew for the next try does no harm."""


class Sending(msgspec.Struct, frozen=True, kw_only=True):
    """By which number it goes, and how that is reached."""

    tenant_id: TenantId
    config_id: WhatsAppConfigId
    credentials: Credentials


async def submit_message(
    message: OutboundMessage, sending: Sending, *, providers: Providers, media: MediaForProvider
) -> SendResult:
    """Bring its file where the provider has it, and send it, once; a failure is a value."""
    content = await media.place(
        message.content,
        tenant_id=sending.tenant_id,
        config_id=sending.config_id,
        credentials=sending.credentials,
    )
    if isinstance(content, SendFailure):
        return content
    gateway = providers.of(sending.credentials.api_type).gateway
    ready = msgspec.structs.replace(message, content=content)
    result = await gateway.send(ready, credentials=sending.credentials)
    if isinstance(result, SendFailure) and result.kind in _FILE_MAY_BE_LOST and content is not message.content:
        await media.forget(message.content, tenant_id=sending.tenant_id, config_id=sending.config_id)
    return result
