"""One message that Meta has to approve, in one language, on one number."""

from datetime import datetime, timedelta

import msgspec

from domain.shared.aggregate import Aggregate
from domain.shared.ids import TemplateId, WhatsAppConfigId
from domain.whatsapp.events import TemplateUpdated
from domain.whatsapp.templates.components import Parts, parts_of
from domain.whatsapp.templates.errors import (
    TemplateDisabledError,
    TemplateEditedTooOftenError,
    TemplateGoneError,
    TemplateNotDeletableError,
    TemplateNotEditableError,
    TemplatePausedError,
    TemplatePendingError,
    TemplateRejectedError,
)
from domain.whatsapp.templates.words import ParameterFormat, TemplateCategory, TemplateQuality, TemplateStatus

EDITABLE = frozenset({TemplateStatus.APPROVED, TemplateStatus.REJECTED, TemplateStatus.PAUSED})
EDITS_A_MONTH = 10
"""Meta: of an approved template, in 30 days."""
A_MONTH = timedelta(days=30)
BETWEEN_EDITS = timedelta(hours=24)

NOT_SENDABLE: dict[TemplateStatus, tuple[type[Exception], str]] = {
    TemplateStatus.PENDING: (TemplatePendingError, "Meta is still reviewing it: wait for its approval."),
    TemplateStatus.IN_APPEAL: (TemplatePendingError, "Meta is looking at the appeal: wait for its answer."),
    TemplateStatus.REJECTED: (TemplateRejectedError, "Meta rejected it: change it, and it is reviewed again."),
    TemplateStatus.PAUSED: (TemplatePausedError, "Meta paused it for its quality: wait, or use another."),
    TemplateStatus.DISABLED: (TemplateDisabledError, "Meta disabled it for its quality: make another."),
}
"""What to do about a template that cannot be sent; about any other nothing but to use another."""


class TemplateHistory(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """When it was changed while approved, and when what was last told of it, so that what is late is left out."""

    edits: tuple[datetime, ...] = ()
    told: dict[str, datetime] = {}


class ToldTemplate(msgspec.Struct, frozen=True, kw_only=True):
    """A template as its provider has it."""

    provider_id: str
    name: str
    language: str
    category: TemplateCategory
    status: TemplateStatus
    components: msgspec.Raw
    parameter_format: ParameterFormat = ParameterFormat.POSITIONAL
    quality: TemplateQuality = TemplateQuality.UNKNOWN
    rejected_reason: str | None = None


class MessageTemplate(Aggregate, kw_only=True, eq=False):
    """A template. `components` is Meta's JSON; one without `provider_id` never was at the provider."""

    id: TemplateId
    whatsapp_config_id: WhatsAppConfigId
    name: str
    language: str
    category: TemplateCategory
    status: TemplateStatus
    components: msgspec.Raw
    created_at: datetime
    provider_id: str | None = None
    parameter_format: ParameterFormat = ParameterFormat.POSITIONAL
    quality: TemplateQuality = TemplateQuality.UNKNOWN
    rejected_reason: str | None = None
    history: TemplateHistory = TemplateHistory()
    synced_at: datetime | None = None

    @property
    def parts(self) -> Parts:
        """Take it apart."""
        return parts_of(self.components)

    @property
    def is_deleted(self) -> bool:
        """Whether Meta has it no more."""
        return self.status is TemplateStatus.DELETED

    def require_sendable(self) -> None:
        """Raise, by what is to be done about it, unless it is approved."""
        if self.status is TemplateStatus.APPROVED:
            return
        kind, message = NOT_SENDABLE.get(self.status, (TemplateGoneError, "It is not to be had any more: use another."))
        raise kind(message)

    def require_editable(self, *, category: TemplateCategory, now: datetime) -> None:
        """Raise TemplateNotEditableError, TemplateEditedTooOftenError where Meta would not take a change now."""
        if self.status not in EDITABLE or self.provider_id is None:
            raise TemplateNotEditableError(f"It is {self.status.value}: it cannot be changed now.")
        if self.status is not TemplateStatus.APPROVED:
            return
        if category is not self.category:
            raise TemplateNotEditableError("The category of an approved template cannot be changed.")
        lately = [at for at in self.history.edits if at > now - A_MONTH]
        if len(lately) >= EDITS_A_MONTH or (lately and max(lately) > now - BETWEEN_EDITS):
            raise TemplateEditedTooOftenError("It was changed in the last 24 hours, or ten times in 30 days.")

    def require_deletable(self) -> None:
        """Raise TemplateNotDeletableError where Meta would not delete it."""
        if self.status is TemplateStatus.DISABLED:
            raise TemplateNotDeletableError("Meta keeps a template that it disabled.")

    def edit(self, components: msgspec.Raw, *, category: TemplateCategory, now: datetime) -> None:
        """Write what Meta took; it is reviewed anew."""
        if self.status is TemplateStatus.APPROVED:
            recent = tuple(at for at in self.history.edits if at > now - A_MONTH)
            self.history = msgspec.structs.replace(self.history, edits=(*recent, now))
        self.components, self.category = components, category
        self.status, self.rejected_reason = TemplateStatus.PENDING, None
        self.tell("components", "status")

    def learn(self, told: ToldTemplate, *, at: datetime) -> bool:
        """Take over what the provider has, which was asked at `at`; say whether any of it is new."""
        fresh = msgspec.structs.asdict(told)
        if self.history.told.get("template_status", at) > at:
            del fresh["status"]
        changes = [name for name, value in fresh.items() if getattr(self, name) != value]
        if "components" in changes and _same(told.components, self.components):
            changes.remove("components")
        for name in changes:
            setattr(self, name, fresh[name])
        self.synced_at = at
        if changes:
            self.tell(*changes)
        return bool(changes)

    def begin_again(self, told: ToldTemplate, *, now: datetime) -> None:
        """Become a new one of the same name: what was told of the old one does not count."""
        self.history = TemplateHistory()
        self.learn(told, at=now)

    def lose(self) -> None:
        """Note that Meta has it no more."""
        if not self.is_deleted:
            self.status = TemplateStatus.DELETED
            self.tell("status")

    def tell(self, *changes: str) -> None:
        """Record what is new."""
        self.record(
            TemplateUpdated(
                template_id=self.id,
                whatsapp_config_id=self.whatsapp_config_id,
                changes=changes,
                name=self.name,
                language=self.language,
                category=self.category.value,
                status=self.status.value,
                quality=self.quality.value,
                rejected_reason=self.rejected_reason,
            )
        )


def _same(one: msgspec.Raw, other: msgspec.Raw) -> bool:
    """Whether two texts of JSON say the same; the database writes it in its own way."""
    return bool(msgspec.json.decode(one) == msgspec.json.decode(other))
