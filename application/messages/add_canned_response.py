"""Somebody writes down what is said often."""

import msgspec

from application.messages.acceptable import require_files
from application.messages.canned_checks import require_canned, require_named, shortcut_of
from application.ports.audit import Subject
from application.ports.clock import Clock
from application.ports.ids import Ids
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.flows.language import Language
from domain.identity.permissions import Permission
from domain.messages.canned_response import CannedResponse
from domain.shared.content import Content
from domain.shared.ids import CannedResponseId, DepartmentId


class AddCannedResponse(msgspec.Struct, frozen=True, kw_only=True):
    """Its shortcut, what it is called, and what it says; without a department it is for everybody."""

    shortcut: str
    title: str
    content: Content
    department_id: DepartmentId | None = None


class AddCannedResponseHandler:
    """Keep a canned response. Needs conversations:manage."""

    def __init__(self, *, uow: UnitOfWork, language: Language, clock: Clock, ids: Ids) -> None:
        self._uow, self._language, self._clock, self._ids = uow, language, clock, ids

    async def __call__(self, actor: Actor, command: AddCannedResponse) -> CannedResponseId:
        """Give its id. Raises ShortcutTakenError, ContentRefusedError, InvalidError, DepartmentNotFoundError."""
        actor.require(Permission.CONVERSATIONS_MANAGE)
        require_named(shortcut=command.shortcut, title=command.title)
        require_canned(command.content, templates=self._language.templates)
        response = CannedResponse(
            id=CannedResponseId(self._ids.new()),
            shortcut=shortcut_of(command.shortcut),
            title=command.title.strip(),
            content=command.content,
            created_at=self._clock.now(),
            department_id=command.department_id,
            created_by=actor.user_id,
        )
        async with self._uow(actor.tenant_id) as tx:
            if response.department_id is not None:
                await tx.departments.get(response.department_id)
            await require_files(tx, response.content)
            await tx.canned_responses.add(response)
            tx.audit.record(
                AuditAction.CANNED_RESPONSE_CREATED,
                by=actor.author,
                on=Subject(type="canned_response", id=response.id),
                after={"shortcut": response.shortcut, "title": response.title},
            )
        return response.id
