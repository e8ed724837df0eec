"""A message that failed is sent again.

As a new message, linked from the one that failed (`retried_as`): the failed row keeps its error and its place in the
thread, and a late status of the first try, which carries its id, never touches the second. The link is also what
keeps two people from sending it twice.
"""

from application.messages.addressing import open_thread
from application.messages.say import Thread, Words, say, thread_of
from application.messages.seen_message import lock_seen
from application.messages.send_to import opener
from application.messages.speaker import speaker_of
from application.messages.tools import SendTools, in_transaction
from application.ports.unit_of_work import Transaction
from application.shared.actor import Actor
from domain.conversations.message import Direction, Message
from domain.identity.permissions import Permission
from domain.messages.errors import MessageNotFailedError
from domain.shared.ids import MessageId
from domain.shared.message_status import MessageStatus


class RetryMessage:
    """Send a failed message of ours again, once. Needs conversations:reply.

    Everything that holds for a new message holds for it: the limits, the window, the contact's wish. It goes where the
    contact is talked to now, if the conversation it was in is resolved.
    """

    def __init__(self, tools: SendTools) -> None:
        self._tools = tools

    async def __call__(self, actor: Actor, message_id: MessageId) -> Message:
        """Give the new message. Raises MessageNotFoundError, MessageNotFailedError, and as `say` does."""
        actor.require(Permission.CONVERSATIONS_REPLY)

        async def retry(tx: Transaction) -> Message:
            now = self._tools.clock.now()
            failed, conversation = await lock_seen(tx, actor, message_id)
            _require_failed(failed)
            thread = await thread_of(tx, conversation)
            if conversation.is_over:
                begun = await open_thread(
                    tx, thread.contact, thread.config, by=opener(actor), tools=self._tools, now=now
                )
                thread = Thread(conversation=begun, contact=thread.contact, config=thread.config)
            words = Words(content=failed.content, reply_to=failed.reply_to)
            message = await say(tx, thread, words, speaker=speaker_of(actor), tools=self._tools, now=now)
            await tx.messages.mark_retried(failed.id, retried_as=message.id)
            return message

        return await in_transaction(self._tools, actor.tenant_id, retry)


def _require_failed(message: Message) -> None:
    if message.direction is not Direction.OUTBOUND or message.status is not MessageStatus.FAILED:
        raise MessageNotFailedError("Only a message of ours that failed is sent again.")
    if message.retried_as is not None:
        raise MessageNotFailedError("It was sent again already.")
