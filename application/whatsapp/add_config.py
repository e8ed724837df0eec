"""A number is connected."""

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.credentials import place
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE, Author
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ChatbotId, TenantId, WhatsAppConfigId
from domain.shared.phone import digits, is_phone
from domain.tenants.plans import Metric
from domain.whatsapp.config import DEFAULT_MESSAGES_PER_SECOND, WhatsAppConfig

MAX_MESSAGES_PER_SECOND = 1_000
"""Meta's throughput of an upgraded number."""

_TOLD = ("name", "phone_number", "phone_number_id", "business_account_id", "chatbot_id", "messages_per_second")


class AddConfig(msgspec.Struct, frozen=True, kw_only=True):
    """A number and its secrets, which are sealed before they are written and never shown again."""

    name: str
    phone_number: str
    phone_number_id: str
    business_account_id: str
    access_token: str
    app_secret: str
    webhook_verify_token: str
    chatbot_id: ChatbotId | None = None
    messages_per_second: int = DEFAULT_MESSAGES_PER_SECOND

    def __repr__(self) -> str:
        """Show no secret."""
        return f"AddConfig(phone_number_id={self.phone_number_id!r})"


class AddConfigHandler:
    """Write a config of Meta's Cloud API. Needs whatsapp:manage. A number belongs to one tenant."""

    def __init__(self, *, uow: UnitOfWork, secrets: SecretBox, clock: Clock, ids: Ids) -> None:
        self._uow, self._secrets, self._clock, self._ids = uow, secrets, clock, ids

    async def __call__(self, actor: Actor, command: AddConfig) -> WhatsAppConfigId:
        """Give the config's id. Raises NumberTakenError, PlanLimitReachedError, InvalidError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        return await self.add(actor.tenant_id, command, by=actor.author)

    async def add(self, tenant_id: TenantId, command: AddConfig, *, by: Author = CONSOLE) -> WhatsAppConfigId:
        """Do it for the operator of the platform, who asks from the command line."""
        _check(command)
        config_id = WhatsAppConfigId(self._ids.new())

        async def sealed(secret: str, column: str) -> bytes:
            return await self._secrets.seal(secret, tenant_id=tenant_id, place=place(config_id, column))

        config = WhatsAppConfig(
            id=config_id,
            name=command.name.strip(),
            phone_number=digits(command.phone_number),
            phone_number_id=command.phone_number_id,
            business_account_id=command.business_account_id,
            access_token_sealed=await sealed(command.access_token, "access_token"),
            app_secret_sealed=await sealed(command.app_secret, "app_secret"),
            verify_token_sealed=await sealed(command.webhook_verify_token, "verify_token"),
            created_at=self._clock.now(),
            chatbot_id=command.chatbot_id,
            messages_per_second=command.messages_per_second,
        )
        async with self._uow(tenant_id) as tx:
            await tx.usage.take(Metric.WHATSAPP_NUMBERS)
            await tx.whatsapp_configs.add(config)
            told = {name: getattr(config, name) for name in _TOLD}
            on = Subject(type="whatsapp_config", id=config_id)
            tx.audit.record(AuditAction.WHATSAPP_CONFIG_ADDED, by=by, on=on, after=told)
        return config_id


def _check(command: AddConfig) -> None:
    wrong = [
        ErrorDetail(field=field, message="must not be empty")
        for field in ("name", "phone_number_id", "business_account_id", "access_token", "app_secret")
        if not getattr(command, field).strip()
    ]
    if not command.webhook_verify_token.strip():
        wrong.append(ErrorDetail(field="webhook_verify_token", message="must not be empty"))
    if not is_phone(command.phone_number):
        wrong.append(ErrorDetail(field="phone_number", message="a phone number with its country code"))
    if not 1 <= command.messages_per_second <= MAX_MESSAGES_PER_SECOND:
        limit = f"between 1 and {MAX_MESSAGES_PER_SECOND}"
        wrong.append(ErrorDetail(field="messages_per_second", message=limit))
    if wrong:
        raise InvalidError("The WhatsApp config cannot be added.", details=tuple(wrong))
