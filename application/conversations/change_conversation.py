"""A person changes a conversation: loaded if they may see it, changed, and written with its story."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from application.conversations.change import Change
from application.ports.clock import Clock
from application.ports.unit_of_work import UnitOfWork
from application.shared.actor import Actor
from domain.conversations.visibility import require_visible
from domain.shared.errors import StaleVersionError
from domain.shared.ids import ConversationId


class ChangeConversation:
    """The block in which every change by a person happens.

    async with self._change(actor, conversation_id) as change:
        change.conversation.release(by=change.by, now=change.now)
    """

    def __init__(self, *, uow: UnitOfWork, clock: Clock) -> None:
        self._uow, self._clock = uow, clock

    @asynccontextmanager
    async def __call__(
        self, actor: Actor, conversation_id: ConversationId, *, version: int | None = None
    ) -> AsyncIterator[Change]:
        """Load it, and write it at the end.

        Raises ConversationNotFoundError, also for what the actor may not see, StaleVersionError on a lost race.
        """
        async with self.beside(actor, conversation_id) as change:
            if version is not None and version != change.conversation.version:
                raise StaleVersionError("The conversation was changed by somebody else; read it again.")
            yield change
            await change.tx.conversations.save(change.conversation)

    @asynccontextmanager
    async def beside(self, actor: Actor, conversation_id: ConversationId) -> AsyncIterator[Change]:
        """Load it for what is kept beside it (notes, tags, drafts); it is not written, but what it tells is.

        Raises ConversationNotFoundError, also for what the actor may not see.
        """
        async with self.unseen(actor, conversation_id) as change:
            require_visible(change.conversation, actor.viewer)
            yield change
            await change.tx.conversations.tell(change.conversation)

    @asynccontextmanager
    async def unseen(self, actor: Actor, conversation_id: ConversationId) -> AsyncIterator[Change]:
        """Load it for whoever looks themselves at whether the actor may see it; nothing is written by itself."""
        async with self._uow(actor.tenant_id) as tx:
            conversation = await tx.conversations.get(conversation_id)
            yield Change(tx=tx, conversation=conversation, actor=actor, now=self._clock.now())
