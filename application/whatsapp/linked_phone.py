"""What the use cases of a linked phone share: whose it is, and the provider's no."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec

from application.ports.linked_phones import LinkedPhones
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials, ProviderRefusedError
from application.whatsapp.callbacks import Callbacks
from application.whatsapp.credentials import credentials_of
from domain.shared.errors import ConflictError, UnavailableError
from domain.shared.ids import TenantId, WhatsAppConfigId
from domain.whatsapp.capabilities import capabilities_of
from domain.whatsapp.config import WhatsAppConfig

NOT_REACHED = frozenset({"NEVER_SENT", "NO_ANSWER", "NO_CODE_YET", "CONNECTION_CLOSED"})
"""Asking again in some seconds may help."""


class NoLinkedPhoneError(ConflictError):
    """The number is Meta's own: there is no phone to link."""

    code = "NO_LINKED_PHONE"


class PhoneLinkedError(ConflictError):
    """The phone is linked already: there is no code to show."""

    code = "PHONE_LINKED"


class PhoneServerRefusedError(ConflictError):
    """The server that the phone is linked to said no; the message says why."""

    code = "PHONE_SERVER_REFUSED"


class PhoneServerSilentError(UnavailableError):
    """The server that the phone is linked to does not answer, or has no code yet."""

    code = "PHONE_SERVER_UNAVAILABLE"


class PhoneTools(msgspec.Struct, frozen=True, kw_only=True):
    """What these use cases need of the world."""

    uow: UnitOfWork
    phones: LinkedPhones
    secrets: SecretBox
    callbacks: Callbacks


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """A number that is a linked phone, and how it is reached."""

    config: WhatsAppConfig
    credentials: Credentials


async def linked(tools: PhoneTools, tenant_id: TenantId, config_id: WhatsAppConfigId) -> Linked:
    """Load it. Raises ConfigNotFoundError, NoLinkedPhoneError, SecretUnreadableError."""
    async with tools.uow(tenant_id) as tx:
        config = await tx.whatsapp_configs.get(config_id)
    if not capabilities_of(config.api_type).has_qr:
        raise NoLinkedPhoneError("This number is one of Meta's own: there is no phone to link.")
    return Linked(config=config, credentials=await credentials_of(config, tenant_id=tenant_id, secrets=tools.secrets))


@asynccontextmanager
async def translated() -> AsyncIterator[None]:
    """Turn the provider's no into ours. Raises PhoneServerRefusedError, PhoneServerSilentError."""
    try:
        yield
    except ProviderRefusedError as error:
        if error.code in NOT_REACHED:
            raise PhoneServerSilentError(f"The server gives no answer to this now ({error.code}).") from error
        raise PhoneServerRefusedError(str(error)) from error
