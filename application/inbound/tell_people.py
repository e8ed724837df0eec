"""A flow tells people something: a note beside the conversation, and perhaps a notice that leads to it."""

from application.conversations.assignee import find_assignee
from application.inbound.scene import Dialogue
from application.ports.ids import Ids
from application.ports.repositories.flow_sessions import SessionRecord
from application.support.watchers import watchers_of
from domain.conversations.note import MAX_MENTIONS, MAX_NOTE, Note
from domain.conversations.timeline import BOT
from domain.flows.effects import Notify
from domain.flows.session import Answer
from domain.shared.ids import NoteId, UserId
from domain.shared.notification import Notification

BY_FLOW = "flow"
"""The kind of a flow's notice."""
_SUMMARIES = {
    "pt-BR": ("Resumo do que o cliente respondeu ao bot:", "(sem texto)"),
    "en": ("What the customer told the bot:", "(no words)"),
}
"""What stands above the questions and answers, and in place of an answer without words."""


async def write_note(dialogue: Dialogue, text: str, *, ids: Ids, mentions: tuple[UserId, ...] = ()) -> NoteId:
    """Write a note that nobody of the company wrote."""
    note = Note(
        id=NoteId(ids.new()),
        conversation_id=dialogue.conversation.id,
        user_id=None,
        body=text[:MAX_NOTE],
        mentions=mentions[:MAX_MENTIONS],
        created_at=dialogue.scene.now,
    )
    await dialogue.scene.tx.notes.add(note)
    dialogue.conversation.tell_noted(note.id, by=BOT, now=dialogue.scene.now)
    return note.id


async def notify(dialogue: Dialogue, record: SessionRecord, effect: Notify, *, ids: Ids) -> None:
    """Write the words into a note, and lead people to it: a notice itself holds nothing that a customer may have said.

    A person or a department that cannot be found, and nobody named, is whoever looks after the conversation.
    """
    people = await _people(dialogue, effect)
    named = people if effect.user else ()
    note_id = await write_note(dialogue, effect.text, ids=ids, mentions=named)
    if people:
        data: dict[str, object] = {"note_id": note_id, "flow_id": record.session.flow_id}
        conversation = dialogue.conversation
        conversation.record(Notification(kind=BY_FLOW, user_ids=people, conversation_id=conversation.id, data=data))


async def write_summary(dialogue: Dialogue, answers: tuple[Answer, ...], *, ids: Ids) -> None:
    """Write down what was asked and answered, a question and its answer a line, for whoever takes over."""
    if not answers:
        return
    language = (await dialogue.scene.tx.tenants.get()).language
    head, nothing = _SUMMARIES.get(language, _SUMMARIES["pt-BR"])
    lines = [f"• {answer.question} → {answer.answer or nothing}" for answer in answers]
    await write_note(dialogue, "\n".join([head, *lines]), ids=ids)


async def _people(dialogue: Dialogue, effect: Notify) -> tuple[UserId, ...]:
    tx, conversation = dialogue.scene.tx, dialogue.conversation
    person = await find_assignee(tx, effect.user) if effect.user else None
    if person is not None:
        return (person.id,)
    department_id = await tx.departments.find(effect.department) if effect.department else None
    members = await tx.departments.members(department_id) if department_id is not None else set()
    return tuple(sorted(members)) or await watchers_of(tx, conversation)
