"""What people do with conversations."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.story import PostgresStory
from application.conversations.add_note import AddNoteHandler
from application.conversations.archive_conversation import ArchiveConversation
from application.conversations.assign_conversation import AssignConversationHandler
from application.conversations.bulk_change import BulkChangeHandler
from application.conversations.change_conversation import ChangeConversation
from application.conversations.get_draft import GetDraft
from application.conversations.keep_draft import KeepDraftHandler
from application.conversations.mark_read import MarkReadHandler
from application.conversations.read_story import ReadStory
from application.conversations.release_conversation import ReleaseConversation
from application.conversations.reopen_conversation import ReopenConversation
from application.conversations.resolve_conversation import ResolveConversation
from application.conversations.set_tags import SetTagsHandler
from application.conversations.snooze_conversation import SnoozeConversationHandler
from application.conversations.take_over_conversation import TakeOverConversation
from application.conversations.tell_customer import TellCustomer
from application.conversations.tell_typing import TellTypingHandler
from application.conversations.transfer_conversation import TransferConversationHandler
from application.conversations.update_conversation import UpdateConversationHandler
from application.conversations.wake_conversation import WakeConversationHandler
from application.messages.open_conversation import OpenConversationHandler
from application.ports.readers.story import Story
from entrypoints.ioc.stores import AppDatabase


class ConversationsProvider(Provider):
    """What people do with conversations."""

    scope = Scope.APP
    plain = provide_all(
        AddNoteHandler,
        ArchiveConversation,
        AssignConversationHandler,
        BulkChangeHandler,
        ChangeConversation,
        GetDraft,
        KeepDraftHandler,
        MarkReadHandler,
        OpenConversationHandler,
        ReadStory,
        ReleaseConversation,
        ReopenConversation,
        ResolveConversation,
        SetTagsHandler,
        SnoozeConversationHandler,
        TakeOverConversation,
        TellCustomer,
        TellTypingHandler,
        TransferConversationHandler,
        UpdateConversationHandler,
        WakeConversationHandler,
    )

    @provide
    def story(self, database: AppDatabase) -> Story:
        """Read what happened."""
        return PostgresStory(database)
