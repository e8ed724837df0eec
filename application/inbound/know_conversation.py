"""A flow changes its conversation."""

from application.contacts.tag_book import TagBook
from application.inbound.know_contact import known_tags
from application.inbound.scene import Dialogue
from domain.contacts.tag import MAX_TAGS_EACH
from domain.conversations.conversation import Priority
from domain.conversations.timeline import BOT
from domain.flows.effects import ChangeConversation
from domain.shared.text import fold


async def change_conversation(dialogue: Dialogue, effect: ChangeConversation, *, book: TagBook) -> None:
    """Write it. Of one that is over only words beside it change; an unknown department changes none."""
    conversation, scene = dialogue.conversation, dialogue.scene
    conversation.metadata = {**conversation.metadata, **effect.metadata}
    if effect.priority is not None and not conversation.is_over:
        conversation.set_priority(Priority(effect.priority), by=BOT, now=scene.now)
    if effect.department is not None and not conversation.is_over:
        department_id = await scene.tx.departments.find(effect.department)
        if department_id is not None:
            conversation.move_to_department(department_id, by=BOT, now=scene.now)
    if effect.add_tags or effect.remove_tags:
        await _retag(dialogue, effect, book=book)
    if effect.resolve and not conversation.is_over:
        conversation.resolve(resolution="bot", by=BOT, now=scene.now)


async def _retag(dialogue: Dialogue, effect: ChangeConversation, *, book: TagBook) -> None:
    conversation, scene = dialogue.conversation, dialogue.scene
    marks = scene.tx.conversation_marks
    gone = {fold(name) for name in effect.remove_tags}
    has = await scene.tx.tags.known(await marks.tags_of(conversation.id)) if gone else []
    unstuck = {tag.id: tag.name for tag in has if fold(tag.name) in gone}
    stuck = await known_tags(dialogue, effect.add_tags, book=book)
    removed = (await marks.untag(conversation.id, unstuck.keys())).removed if unstuck else frozenset()
    room = MAX_TAGS_EACH - await marks.count_tags(conversation.id) if stuck else 0
    fitting = list(stuck)[: max(room, 0)]
    added = (await marks.tag(conversation.id, fitting, by=None, at=scene.now)).added if fitting else frozenset()
    conversation.retag(
        added={tag_id: stuck[tag_id] for tag_id in added},
        removed={tag_id: unstuck[tag_id] for tag_id in removed},
        by=BOT,
        now=scene.now,
    )
