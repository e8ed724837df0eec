"""The company says something otherwise, or not at all."""

from collections.abc import Mapping

import msgspec

from application.ports.audit import Subject
from application.ports.expressions import Templates
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError, StaleVersionError
from domain.support.bot_texts import BotText, BotTextKey, wrong_in_texts
from domain.support.errors import BotTextNotFoundError


class UpdateBotText(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it. A text of None brings ours back. `version` is the one that was read."""

    key: str
    is_enabled: bool | None = None
    texts: dict[str, str | None] = {}
    version: int | None = None


class UpdateBotTextHandler:
    """Change what is said at a moment, in a language or several. Needs settings:manage."""

    def __init__(self, *, uow: UnitOfWork, templates: Templates) -> None:
        self._uow, self._templates = uow, templates

    async def __call__(self, actor: Actor, command: UpdateBotText) -> BotText:
        """Give it as it is now. Raises BotTextNotFoundError, InvalidError, StaleVersionError."""
        actor.require(Permission.SETTINGS_MANAGE)
        key = _known(command.key)
        if wrong := (*wrong_in_texts(command.texts), *self._no_templates(command.texts)):
            raise InvalidError("The text cannot be so.", details=wrong)
        async with self._uow(actor.tenant_id) as tx:
            text = await tx.bot_texts.find(key)
            if command.version is not None and command.version != text.version:
                raise StaleVersionError("The text was changed by somebody else; read it again.")
            before = _told(text)
            text.is_enabled = text.is_enabled if command.is_enabled is None else command.is_enabled
            for language, said in command.texts.items():
                text.write(language, said)
            await tx.bot_texts.save(text)
            tx.audit.record(
                AuditAction.BOT_TEXT_CHANGED,
                by=actor.author,
                on=Subject(type="bot_text"),
                before=before,
                after=_told(text),
            )
        return text

    def _no_templates(self, texts: Mapping[str, str | None]) -> tuple[ErrorDetail, ...]:
        problems = {language: self._templates.check(text) for language, text in texts.items() if text}
        return tuple(
            ErrorDetail(field=f"texts.{language}", message="it is no template: {reason}", values={"reason": problem})
            for language, problem in problems.items()
            if problem
        )


def _known(key: str) -> BotTextKey:
    if key not in set(BotTextKey):
        raise BotTextNotFoundError("There is no such text.")
    return BotTextKey(key)


def _told(text: BotText) -> dict[str, object]:
    return {"key": text.key, "is_enabled": text.is_enabled, "texts": dict(text.texts)}
