"""What its writer took back is shown to nobody: not in the thread, and not where another message quotes it."""

import msgspec

from adapters.postgres.database import Database
from adapters.postgres.readers.threads import PostgresThread
from adapters.postgres.unit_of_work import PostgresUnitOfWork
from application.ports.readers.messages import MessageFilters
from application.shared.page import PageRequest
from domain.conversations.conversation import Conversation
from domain.conversations.reaction import MessageReaction, Side
from domain.conversations.visibility import Viewer
from domain.shared.content import Text
from domain.shared.ids import ProviderMessageId, TenantId, UserId
from tests.contract.repositories.stored import NOW, a_message, new_id

NAME = ProviderMessageId("wamid.secret")


async def test_neither_words_nor_quotes_of_it_are_shown(
    uow: PostgresUnitOfWork, tenant_id: TenantId, conversation: Conversation, app_database: Database
) -> None:
    secret = a_message(conversation, content=Text(body="segredo"), provider_message_id=NAME)
    quoting = a_message(conversation, content=Text(body="como assim?"), reply_to=NAME)
    async with uow(tenant_id) as tx:
        for message in (secret, quoting):
            await tx.messages.add(message)
        secret.revoke(at=NOW)
        await tx.message_changes.amend(secret)
        for side, emoji in ((Side.CONTACT, "👍"), (Side.BUSINESS, None)):
            reaction = MessageReaction(message_id=quoting.id, side=side, emoji=emoji, at=NOW)
            await tx.message_changes.react(reaction, conversation_id=conversation.id)

    viewer = Viewer(user_id=UserId(new_id()), sees_all=True)
    page = await PostgresThread(app_database).page(
        tenant_id, viewer=viewer, conversation_id=conversation.id, filters=MessageFilters(), page=PageRequest()
    )

    assert b"segredo" not in msgspec.json.encode(page.items)
    answer = next(row for row in page.items if row.id == quoting.id)
    assert answer.quoted is not None
    assert (answer.quoted.id, answer.quoted.revoked_at) == (secret.id, NOW)
    assert [(reaction.side, reaction.emoji) for reaction in answer.reactions] == [("contact", "👍")]
