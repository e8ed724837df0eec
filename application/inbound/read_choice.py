"""A typed answer to a menu that went out as text is read as the choice it names."""

from application.inbound.scene import Scene
from domain.conversations.conversation import Conversation
from domain.conversations.message import Direction, Message
from domain.shared.content import Buttons, Content, ListMenu, Text
from domain.shared.ids import ProviderMessageId
from domain.whatsapp.capabilities import Menus, capabilities_of
from domain.whatsapp.inbound import MessageReceived
from domain.whatsapp.menus import answer_to


async def read_choice(scene: Scene, conversation: Conversation, item: MessageReceived) -> Content:
    """Give what the customer said: the choice, or their own words where they name none.

    The menu is the message that they quote, else the last one of ours in the conversation: what was asked after a menu
    is not answered by it.
    """
    if not isinstance(item.content, Text) or capabilities_of(scene.config.api_type).menus is not Menus.NUMBERED:
        return item.content
    quoted = item.context.message_id if item.context is not None else None
    menu = await _quoted(scene, quoted) if quoted is not None else await _last(scene, conversation)
    if menu is None or not isinstance(menu.content, Buttons | ListMenu):
        return item.content
    return answer_to(menu.content, item.content.body) or item.content


async def _quoted(scene: Scene, message_id: ProviderMessageId) -> Message | None:
    found = await scene.tx.messages.lock_by_provider_id(message_id, config_id=scene.config.id)
    return found if found is not None and found.direction is Direction.OUTBOUND else None


async def _last(scene: Scene, conversation: Conversation) -> Message | None:
    return await scene.tx.messages.latest_outbound(conversation.id)
