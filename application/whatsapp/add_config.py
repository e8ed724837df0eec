"""A number is connected."""

from secrets import token_urlsafe

import msgspec

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import Transaction, UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.config_checks import blank, refuse, wrong_limits, wrong_phone, wrong_server
from application.whatsapp.credentials import place
from application.whatsapp.hear_notice import RefreshNumberOf
from application.whatsapp.settle_instance import SettleInstanceOf
from application.whatsapp.templates.tools import order_sync
from domain.audit.actions import AuditAction
from domain.audit.author import CONSOLE, Author
from domain.identity.permissions import Permission
from domain.shared.ids import ChatbotId, TenantId, WhatsAppConfigId
from domain.shared.phone import digits
from domain.tenants.plans import Metric
from domain.whatsapp.config import DEFAULT_MESSAGES_PER_SECOND, ApiType, WhatsAppConfig
from domain.whatsapp.instances import number_id_of

SECRET_BYTES = 32

_TOLD = (
    "name",
    "api_type",
    "phone_number",
    "phone_number_id",
    "business_account_id",
    "chatbot_id",
    "messages_per_second",
    "rate_limit_per_minute",
    "daily_limit",
)


class AddConfig(msgspec.Struct, frozen=True, kw_only=True):
    """A number and its secrets, which are sealed before they are written and never shown again.

    Of an Evolution number `phone_number_id` is the instance's name, `api_url` its server, and the access token the
    server's API key; the phone is learnt when it is linked, and secrets that are left out are made.
    """

    name: str
    phone_number_id: str
    access_token: str
    phone_number: str = ""
    business_account_id: str = ""
    app_secret: str = ""
    webhook_verify_token: str = ""
    api_type: ApiType = ApiType.OFFICIAL
    api_url: str | None = None
    chatbot_id: ChatbotId | None = None
    messages_per_second: int = DEFAULT_MESSAGES_PER_SECOND
    rate_limit_per_minute: int | None = None
    daily_limit: int | None = None

    def __repr__(self) -> str:
        """Show no secret."""
        return f"AddConfig(phone_number_id={self.phone_number_id!r})"


class AddConfigHandler:
    """Write a config of Meta's Cloud API or an Evolution API. Needs whatsapp:manage. A number belongs to one tenant."""

    def __init__(self, *, uow: UnitOfWork, secrets: SecretBox, clock: Clock, ids: Ids) -> None:
        self._uow, self._secrets, self._clock, self._ids = uow, secrets, clock, ids

    async def __call__(self, actor: Actor, command: AddConfig) -> WhatsAppConfigId:
        """Give the config's id. Raises NumberTakenError, PlanLimitReachedError, InvalidError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        return await self.add(actor.tenant_id, command, by=actor.author)

    async def add(self, tenant_id: TenantId, command: AddConfig, *, by: Author = CONSOLE) -> WhatsAppConfigId:
        """Do it for the operator of the platform, who asks from the command line."""
        _check(command)
        config = await self._config(tenant_id, _completed(command))
        async with self._uow(tenant_id) as tx:
            await tx.usage.take(Metric.WHATSAPP_NUMBERS)
            await tx.whatsapp_configs.add(config)
            _order_first_look(tx, config)
            told = {name: getattr(config, name) for name in _TOLD}
            on = Subject(type="whatsapp_config", id=config.id)
            tx.audit.record(AuditAction.WHATSAPP_CONFIG_ADDED, by=by, on=on, after=told)
        return config.id

    async def _config(self, tenant_id: TenantId, command: AddConfig) -> WhatsAppConfig:
        config_id = WhatsAppConfigId(self._ids.new())

        async def sealed(secret: str, column: str) -> bytes:
            return await self._secrets.seal(secret, tenant_id=tenant_id, place=place(config_id, column))

        return WhatsAppConfig(
            id=config_id,
            name=command.name.strip(),
            phone_number=digits(command.phone_number),
            phone_number_id=command.phone_number_id,
            business_account_id=command.business_account_id,
            access_token_sealed=await sealed(command.access_token, "access_token"),
            app_secret_sealed=await sealed(command.app_secret, "app_secret"),
            verify_token_sealed=await sealed(command.webhook_verify_token, "verify_token"),
            created_at=self._clock.now(),
            api_type=command.api_type,
            api_url=command.api_url,
            chatbot_id=command.chatbot_id,
            messages_per_second=command.messages_per_second,
            rate_limit_per_minute=command.rate_limit_per_minute,
            daily_limit=command.daily_limit,
        )


def _order_first_look(tx: Transaction, config: WhatsAppConfig) -> None:
    """Have the instance made, or the number asked about and its templates read, when this commits."""
    if config.api_type is ApiType.EVOLUTION:
        tx.jobs.put(SettleInstanceOf(tenant_id=tx.tenant_id, config_id=config.id))
    else:
        order = RefreshNumberOf(tenant_id=tx.tenant_id, config_id=config.id)
        tx.jobs.put(order, key=f"refresh_number:{config.id}")
        order_sync(tx.jobs, tx.tenant_id, config.id)


def _completed(command: AddConfig) -> AddConfig:
    """Name an Evolution number by instance and server, and make the secrets that nobody has to know."""
    if command.api_type is ApiType.OFFICIAL:
        return msgspec.structs.replace(command, api_url=None)
    api_url = (command.api_url or "").rstrip("/")
    number_id = number_id_of(command.phone_number_id, api_url=api_url)
    return msgspec.structs.replace(
        command,
        api_url=api_url,
        phone_number_id=number_id,
        business_account_id=number_id,
        app_secret=command.app_secret or token_urlsafe(SECRET_BYTES),
        webhook_verify_token=command.webhook_verify_token or token_urlsafe(SECRET_BYTES),
    )


def _check(command: AddConfig) -> None:
    wanted = ["name", "phone_number_id", "access_token"]
    wrong = []
    if command.api_type is ApiType.OFFICIAL:
        wanted += ["business_account_id", "app_secret", "webhook_verify_token"]
        wrong += wrong_phone(command.phone_number)
    else:
        wrong += wrong_phone(command.phone_number or None)
        wrong += wrong_server(command.api_url, instance=command.phone_number_id.strip() or None)
    wrong += blank(msgspec.structs.asdict(command), only=wanted)
    wrong += wrong_limits(
        per_second=command.messages_per_second,
        per_minute=command.rate_limit_per_minute,
        per_day=command.daily_limit,
    )
    refuse(wrong, what="The WhatsApp config cannot be added.")
