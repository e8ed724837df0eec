"""Another model answers, or it may cost otherwise."""

import msgspec
from msgspec import UNSET, UnsetType

from application.ai.ai_settings_view import AiSettingsView, view_of
from application.ai.model_desk import key_place
from application.ai.place_passages import PlacePassages, order_placing
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.ai.pricing import micros_of
from domain.ai.settings import LOCAL_MODEL, AiSettings, Provider, wrong_in_settings
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError, StaleVersionError

_MONEY = {
    "monthly_cost": "monthly_cost_micros",
    "input_price": "input_price_micros",
    "output_price": "output_price_micros",
}
_PLAIN = ("provider", "base_url", "model", "embedding_model", "monthly_tokens", "currency")


class AiChanges(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; what is absent stays, null clears. Money is an amount such as `2.50`."""

    provider: Provider | UnsetType = UNSET
    base_url: str | UnsetType | None = UNSET
    model: str | UnsetType = UNSET
    embedding_model: str | UnsetType | None = UNSET
    api_key: str | UnsetType | None = UNSET
    monthly_tokens: int | UnsetType | None = UNSET
    monthly_cost: str | UnsetType | None = UNSET
    input_price: str | UnsetType = UNSET
    output_price: str | UnsetType = UNSET
    currency: str | UnsetType = UNSET

    def __repr__(self) -> str:
        """Show no secret."""
        return "AiChanges()"


class UpdateAiSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; `version` is the one that was read, where the caller cares."""

    changes: AiChanges
    version: int | None = None


class UpdateAiSettingsHandler:
    """Change which model answers. Needs settings:manage. The key is sealed and never shown.

    A key belongs to where it is sent: another provider or address without a new key leaves none. Another embedding
    model looks at all passages anew, in the background.
    """

    def __init__(self, *, uow: UnitOfWork, secrets: SecretBox, clock: Clock) -> None:
        self._uow, self._secrets, self._clock = uow, secrets, clock

    async def __call__(self, actor: Actor, command: UpdateAiSettings) -> AiSettingsView:
        """Write them, and show them. Raises InvalidError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        changes, tenant_id = command.changes, actor.tenant_id
        sealed = None
        if isinstance(changes.api_key, str):
            sealed = await self._secrets.seal(changes.api_key, tenant_id=tenant_id, place=key_place(tenant_id))
        async with self._uow(tenant_id) as tx:
            before = await tx.ai_settings.get()
            if command.version is not None and command.version != before.version:
                raise StaleVersionError("The settings were changed by somebody else; read them again.")
            changed = _changed(before, changes, sealed=sealed)
            changed = msgspec.structs.replace(changed, updated_at=self._clock.now())
            await tx.ai_settings.save(changed)
            if changed.embedding_model is not None and changed.embedding_model != before.embedding_model:
                order_placing(tx.jobs, PlacePassages(tenant_id=tenant_id))
            tx.audit.record(
                AuditAction.AI_SETTINGS_CHANGED,
                by=actor.author,
                on=Subject(type="ai_settings"),
                before=_told(before),
                after={**_told(changed), "is_key_new": sealed is not None},
            )
        return view_of(msgspec.structs.replace(changed, version=changed.version + 1))


def _changed(before: AiSettings, changes: AiChanges, *, sealed: bytes | None) -> AiSettings:
    """Put the changes in. Raises InvalidError."""
    given = {name: value for name in _PLAIN if (value := getattr(changes, name)) is not UNSET}
    if given.get("provider", before.provider) is not before.provider:
        given = {"base_url": None, "embedding_model": None, **given}
    if given.get("provider") is Provider.LOCAL:
        given = {"model": LOCAL_MODEL, **given}
    wrong: list[ErrorDetail] = []
    for name, column in _MONEY.items():
        amount = getattr(changes, name)
        if amount is UNSET:
            continue
        given[column] = None if amount is None else micros_of(amount)
        if amount is not None and given[column] is None:
            wrong.append(ErrorDetail(field=name, message="an amount such as 2.50, not below nothing"))
    if wrong:
        raise InvalidError("The settings cannot be so.", details=tuple(wrong))
    changed = msgspec.structs.replace(before, **given)
    if sealed is not None:
        changed = msgspec.structs.replace(changed, api_key_sealed=sealed)
    elif changes.api_key is None or changed.goes_elsewhere(before):
        changed = msgspec.structs.replace(changed, api_key_sealed=None)
    if found := wrong_in_settings(changed):
        raise InvalidError("The settings cannot be so.", details=found)
    return changed


def _told(settings: AiSettings) -> dict[str, object]:
    shown = msgspec.structs.asdict(view_of(settings))
    return {name: value for name, value in shown.items() if name not in {"version", "updated_at"}}
