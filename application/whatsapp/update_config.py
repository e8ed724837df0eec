"""A number is called or reached otherwise, or may send more or less."""

import msgspec
from msgspec import UNSET, UnsetType

from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.lanes import LaneKind
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from application.whatsapp.config_checks import blank, refuse, wrong_limits, wrong_phone, wrong_server
from application.whatsapp.credentials import place
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, StaleVersionError
from domain.shared.ids import ChatbotId, TenantId, WhatsAppConfigId
from domain.shared.phone import digits
from domain.whatsapp.config import ApiType, PauseReason, WhatsAppConfig
from domain.whatsapp.instances import instance_of, number_id_of

SECRETS = {"access_token": "access_token", "app_secret": "app_secret", "webhook_verify_token": "verify_token"}
"""What callers say, and the column without its ending."""
_PLAIN = ("name", "phone_number_id", "business_account_id", "messages_per_second")
_CLEARABLE = ("chatbot_id", "rate_limit_per_minute", "daily_limit")
_TOLD = (*_PLAIN, *_CLEARABLE, "phone_number", "api_url")


class UpdateConfig(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it, and clears what may be absent, which UNSET leaves.

    `version` is the one that was read, where the caller cares.
    """

    config_id: WhatsAppConfigId
    name: str | None = None
    phone_number: str | None = None
    phone_number_id: str | None = None
    business_account_id: str | None = None
    api_url: str | None = None
    access_token: str | None = None
    app_secret: str | None = None
    webhook_verify_token: str | None = None
    messages_per_second: int | None = None
    chatbot_id: ChatbotId | UnsetType | None = UNSET
    rate_limit_per_minute: int | UnsetType | None = UNSET
    daily_limit: int | UnsetType | None = UNSET
    version: int | None = None

    def __repr__(self) -> str:
        """Show no secret."""
        return f"UpdateConfig(config_id={self.config_id})"


class UpdateConfigHandler:
    """Change a number. Needs whatsapp:manage. Secrets are sealed and never shown; the log says which are new.

    A number that rested until tomorrow goes on when its daily limit is another.
    """

    def __init__(self, *, uow: UnitOfWork, secrets: SecretBox, clock: Clock) -> None:
        self._uow, self._secrets, self._clock = uow, secrets, clock

    async def __call__(self, actor: Actor, command: UpdateConfig) -> None:
        """Write it. Raises ConfigNotFoundError, NumberTakenError, InvalidError, StaleVersionError."""
        actor.require(Permission.WHATSAPP_MANAGE)
        _check(command)
        sealed = await self._sealed(actor.tenant_id, command)
        async with self._uow(actor.tenant_id) as tx:
            config = await tx.whatsapp_configs.get(command.config_id)
            if command.version is not None and command.version != config.version:
                raise StaleVersionError("The WhatsApp config was changed by somebody else; read it again.")
            before = _told(config)
            _change(config, command)
            for column, secret in sealed.items():
                setattr(config, f"{column}_sealed", secret)
            self._let_go(config, command)
            config.tell("settings")
            await tx.whatsapp_configs.save(config)
            tx.lanes.wake(LaneKind.NUMBER, str(config.id), due_at=self._clock.now())
            tx.audit.record(
                AuditAction.WHATSAPP_CONFIG_UPDATED,
                by=actor.author,
                on=Subject(type="whatsapp_config", id=config.id),
                before=before,
                after={**_told(config), "renewed": sorted(sealed)},
            )

    async def _sealed(self, tenant_id: TenantId, command: UpdateConfig) -> dict[str, bytes]:
        return {
            column: await self._secrets.seal(secret, tenant_id=tenant_id, place=place(command.config_id, column))
            for field, column in SECRETS.items()
            if (secret := getattr(command, field)) is not None
        }

    @staticmethod
    def _let_go(config: WhatsAppConfig, command: UpdateConfig) -> None:
        if command.daily_limit is not UNSET:
            config.resume_from(PauseReason.DAILY_LIMIT)


def _change(config: WhatsAppConfig, command: UpdateConfig) -> None:
    for field in _PLAIN:
        if (value := getattr(command, field)) is not None:
            setattr(config, field, value.strip() if isinstance(value, str) else value)
    for field in _CLEARABLE:
        if (value := getattr(command, field)) is not UNSET:
            setattr(config, field, value)
    if command.phone_number is not None:
        config.phone_number = digits(command.phone_number)
    if config.api_type is ApiType.EVOLUTION:
        _move_instance(config, command)


def _move_instance(config: WhatsAppConfig, command: UpdateConfig) -> None:
    """Name an Evolution number anew by its instance and its server."""
    if command.api_url is not None:
        wrong = wrong_server(command.api_url, instance=None)
        refuse(wrong, what="The WhatsApp config cannot be changed.")
        config.api_url = command.api_url.rstrip("/")
    number_id = number_id_of(instance_of(config.phone_number_id), api_url=config.api_url or "")
    config.phone_number_id = config.business_account_id = number_id


def _check(command: UpdateConfig) -> None:
    given: dict[str, str | None] = {
        name: value
        for name, value in msgspec.structs.asdict(command).items()
        if value is None or isinstance(value, str)
    }
    wrong: list[ErrorDetail] = blank(given, only=("name", "phone_number_id", "business_account_id", *SECRETS))
    wrong += wrong_phone(command.phone_number)
    wrong += wrong_limits(
        per_second=command.messages_per_second,
        per_minute=None if command.rate_limit_per_minute is UNSET else command.rate_limit_per_minute,
        per_day=None if command.daily_limit is UNSET else command.daily_limit,
    )
    refuse(wrong, what="The WhatsApp config cannot be changed.")


def _told(config: WhatsAppConfig) -> dict[str, object]:
    return {name: getattr(config, name) for name in _TOLD}
