"""People write for each other beside a conversation."""

import msgspec

from application.conversations.change import Change
from application.conversations.change_conversation import ChangeConversation
from application.ports.ids import Ids
from application.shared.actor import Actor
from domain.conversations.note import MAX_MENTIONS, MAX_NOTE, Note
from domain.conversations.visibility import Viewer, may_see
from domain.identity.errors import UserNotFoundError
from domain.identity.permissions import Permission
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ConversationId, NoteId, UserId
from domain.shared.notification import Notification

MENTION = "mention"
"""The kind of the notice that a mentioned person gets."""


class AddNote(msgspec.Struct, frozen=True, kw_only=True):
    """Write a note, perhaps for certain people."""

    conversation_id: ConversationId
    body: str
    mentions: tuple[UserId, ...] = ()


class AddNoteHandler:
    """Write a note that the contact never sees. Needs conversations:handle.

    Whoever is mentioned must be active and able to see the conversation, and gets a notice.
    """

    def __init__(self, *, change: ChangeConversation, ids: Ids) -> None:
        self._change, self._ids = change, ids

    async def __call__(self, actor: Actor, command: AddNote) -> Note:
        """Write it. Raises ConversationNotFoundError, InvalidError."""
        actor.require(Permission.CONVERSATIONS_HANDLE)
        body, mentions = command.body.strip(), tuple(dict.fromkeys(command.mentions))
        _require_sensible(body, mentions)
        async with self._change.beside(actor, command.conversation_id) as change:
            for user_id in mentions:
                await _require_reader(change, user_id, at=command.mentions.index(user_id))
            note = Note(
                id=NoteId(self._ids.new()),
                conversation_id=command.conversation_id,
                user_id=actor.user_id,
                body=body,
                mentions=mentions,
                created_at=change.now,
            )
            await change.tx.notes.add(note)
            change.conversation.tell_noted(note.id, by=change.by, now=change.now)
            _notify(change, note)
        return note


def _notify(change: Change, note: Note) -> None:
    others = tuple(user_id for user_id in note.mentions if user_id != note.user_id)
    if others:
        data: dict[str, object] = {"note_id": note.id, "by": note.user_id}
        change.conversation.record(
            Notification(kind=MENTION, user_ids=others, conversation_id=note.conversation_id, data=data)
        )


async def _require_reader(change: Change, user_id: UserId, *, at: int) -> None:
    """Make sure that whoever is mentioned, at this place of those that were given, may read the note."""
    if not await _can_read(change, user_id):
        raise _refused(f"mentions[{at}]", "may not see this conversation")


async def _can_read(change: Change, user_id: UserId) -> bool:
    conversation = change.conversation
    try:
        user = await change.tx.users.get(user_id)
    except UserNotFoundError:
        return False
    held = await change.tx.roles.permissions_of(user.role) or frozenset()
    if not user.is_active or Permission.CONVERSATIONS_READ not in held:
        return False
    team = conversation.department_id
    is_member = team is not None and user_id in await change.tx.departments.members(team)
    viewer = Viewer(
        user_id=user_id,
        departments=frozenset({team}) if team is not None and is_member else frozenset(),
        sees_all=Permission.CONVERSATIONS_READ_ALL in held,
    )
    return may_see(viewer, assigned_to=conversation.assigned_to, department_id=conversation.department_id)


def _require_sensible(body: str, mentions: tuple[UserId, ...]) -> None:
    if not 0 < len(body) <= MAX_NOTE:
        raise _refused("body", "1 to {limit} characters", limit=MAX_NOTE)
    if len(mentions) > MAX_MENTIONS:
        raise _refused("mentions", "at most {limit}", limit=MAX_MENTIONS)


def _refused(field: str, message: str, **values: object) -> InvalidError:
    return InvalidError(
        "This note cannot be kept.", details=(ErrorDetail(field=field, message=message, values=values),)
    )
