"""Examples about conversations: instances, so that they cannot drift from their types."""

from uuid import UUID

import msgspec

from application.conversations.bulk_change import BulkOutcome
from application.ports.readers.story import ConversationNoteRow, StoryRow, TransferRow
from domain.conversations.states import Priority
from domain.shared.ids import (
    DepartmentId,
    NoteId,
    TagId,
    TimelineEntryId,
    TransferId,
    UserId,
    WhatsAppConfigId,
)
from entrypoints.http.conversations.requests import (
    AddNoteRequest,
    AssignConversationRequest,
    BulkChangeRequest,
    KeepDraftRequest,
    MarkReadRequest,
    OpenConversationRequest,
    SetTagsRequest,
    SnoozeConversationRequest,
    TransferConversationRequest,
    TypingRequest,
    UpdateConversationRequest,
)
from entrypoints.http.conversations.responses import (
    BulkView,
    ConversationNoteView,
    ConversationTagsView,
    ConversationTagView,
    DraftView,
)
from entrypoints.http.examples import AT, CONTACT_ID, CONVERSATION_ID
from entrypoints.http.messages.sendable import SendText

_USER = UserId(UUID("0198a000-0000-7000-8000-000000000002"))
_COLLEAGUE = UserId(UUID("0198a000-0000-7000-8000-000000000052"))
_CONFIG = WhatsAppConfigId(UUID("0198a000-0000-7000-8000-000000000003"))
_DEPARTMENT = DepartmentId(UUID("0198a000-0000-7000-8000-000000000051"))
_TAG = TagId(UUID("0198a000-0000-7000-8000-000000000053"))
_NOTE = NoteId(UUID("0198a000-0000-7000-8000-000000000054"))

OPEN = OpenConversationRequest(
    contact_id=CONTACT_ID, whatsapp_config_id=_CONFIG, content=SendText(body="Bom dia, Bia! Sobre o seu pedido…")
)
UPDATE = UpdateConversationRequest(priority=Priority.HIGH, metadata={"subject": "Fatura de maio"})
ASSIGN = AssignConversationRequest(user_id=_COLLEAGUE)
TRANSFER = TransferConversationRequest(department_id=_DEPARTMENT, reason="Quer falar sobre a fatura.")
SNOOZE = SnoozeConversationRequest(until=AT)
READ = MarkReadRequest(tell_contact=True)
SET_TAGS = SetTagsRequest(tag_ids=(_TAG,))
TAGS = ConversationTagsView(tags=[ConversationTagView(id=_TAG, name="VIP", color="#dc2626")])
ADD_NOTE = AddNoteRequest(body="Prometi resposta até sexta.", mentions=(_COLLEAGUE,))
NOTE = ConversationNoteView(
    id=_NOTE, user_id=_USER, body=ADD_NOTE.body, mentions=list(ADD_NOTE.mentions), created_at=AT
)
NOTE_ROW = ConversationNoteRow(id=_NOTE, user_id=_USER, body=ADD_NOTE.body, mentions=[_COLLEAGUE], created_at=AT)
KEEP_DRAFT = KeepDraftRequest(body="Bia, a segunda via da fatura")
DRAFT = DraftView(body=KEEP_DRAFT.body, reply_to=None, updated_at=AT)
TYPING = TypingRequest(on=True)
TIMELINE = StoryRow(
    id=TimelineEntryId(UUID("0198a000-0000-7000-8000-000000000055")),
    contact_id=CONTACT_ID,
    conversation_id=CONVERSATION_ID,
    kind="taken_over",
    actor="user",
    user_id=_USER,
    data=msgspec.Raw(
        b'{"to_user": "0198a000-0000-7000-8000-000000000002", "to_department": null, "to_bot": false, '
        b'"reason": "takeover"}'
    ),
    at=AT,
)
TRANSFER_ROW = TransferRow(
    id=TransferId(UUID("0198a000-0000-7000-8000-000000000056")),
    from_user=None,
    from_department=None,
    from_bot=True,
    to_user=_USER,
    to_department=None,
    to_bot=False,
    reason="takeover",
    actor="user",
    user_id=_USER,
    at=AT,
)
BULK = BulkChangeRequest(conversation_ids=(CONVERSATION_ID,), action="resolve", resolution="solved")
BULK_DONE = BulkView(done=1, failed=0, outcomes=[BulkOutcome(conversation_id=CONVERSATION_ID, done=True)])
