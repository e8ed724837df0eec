"""What is said often is said otherwise."""

import msgspec
from msgspec import UNSET, UnsetType

from application.messages.acceptable import require_files
from application.messages.canned_checks import require_canned, require_named, shortcut_of
from application.ports.audit import Subject
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.language import Language
from domain.identity.permissions import Permission
from domain.messages.canned_response import CannedResponse
from domain.shared.content import Content
from domain.shared.errors import StaleVersionError
from domain.shared.ids import CannedResponseId, DepartmentId


class UpdateCannedResponse(msgspec.Struct, frozen=True, kw_only=True):
    """What changes; None leaves it, and no department is everybody's. `version` is the one that was read."""

    response_id: CannedResponseId
    shortcut: str | None = None
    title: str | None = None
    content: Content | None = None
    department_id: DepartmentId | UnsetType | None = UNSET
    version: int | None = None


class UpdateCannedResponseHandler:
    """Change a canned response. Needs conversations:manage."""

    def __init__(self, *, uow: UnitOfWork, language: Language) -> None:
        self._uow, self._language = uow, language

    async def __call__(self, actor: Actor, command: UpdateCannedResponse) -> None:
        """Write it.

        Raises CannedResponseNotFoundError, ShortcutTakenError, ContentRefusedError, InvalidError,
        DepartmentNotFoundError, StaleVersionError.
        """
        actor.require(Permission.CONVERSATIONS_MANAGE)
        require_named(shortcut=command.shortcut, title=command.title)
        if command.content is not None:
            require_canned(command.content, templates=self._language.templates)
        async with self._uow(actor.tenant_id) as tx:
            response = await tx.canned_responses.get(command.response_id)
            if command.version is not None and command.version != response.version:
                raise StaleVersionError("The canned response was changed by somebody else; read it again.")
            before = _told(response)
            _change(response, command)
            if command.department_id is not UNSET and response.department_id is not None:
                await tx.departments.get(response.department_id)
            await require_files(tx, response.content)
            await tx.canned_responses.save(response)
            tx.audit.record(
                AuditAction.CANNED_RESPONSE_UPDATED,
                by=actor.author,
                on=Subject(type="canned_response", id=response.id),
                before=before,
                after=_told(response),
            )


def _change(response: CannedResponse, command: UpdateCannedResponse) -> None:
    if command.shortcut is not None:
        response.shortcut = shortcut_of(command.shortcut)
    if command.title is not None:
        response.title = command.title.strip()
    if command.content is not None:
        response.content = command.content
    if not isinstance(command.department_id, UnsetType):
        response.department_id = command.department_id


def _told(response: CannedResponse) -> dict[str, object]:
    return {"shortcut": response.shortcut, "title": response.title, "department_id": response.department_id}
