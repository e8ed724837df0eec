"""Everything that is said by people and programs."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.canned_responses import PostgresCannedResponseList
from adapters.postgres.readers.scheduled_messages import PostgresScheduledMessageList
from adapters.postgres.readers.usable_templates import PostgresUsableTemplates
from application.messages.add_canned_response import AddCannedResponseHandler
from application.messages.cancel_scheduled_message import CancelScheduledMessage
from application.messages.delete_canned_response import DeleteCannedResponse
from application.messages.list_canned_responses import ListCannedResponses
from application.messages.list_scheduled_messages import ListScheduledMessages
from application.messages.mark_message_read import MarkMessageRead
from application.messages.react_to_message import ReactToMessageHandler
from application.messages.received import ProviderTools
from application.messages.render_canned_response import RenderCannedResponseHandler
from application.messages.retry_message import RetryMessage
from application.messages.schedule_message import ScheduleMessageHandler
from application.messages.send_media import SendMediaHandler
from application.messages.send_message import SendMessageHandler
from application.messages.send_scheduled_message import SendScheduledMessageHandler
from application.messages.send_to import SendToHandler
from application.messages.show_read import ShowReadHandler
from application.messages.show_typing import ShowTypingHandler
from application.messages.sweep_scheduled_messages import SweepScheduledMessagesHandler
from application.messages.tools import SendTools
from application.messages.update_canned_response import UpdateCannedResponseHandler
from application.ports.readers.canned_responses import CannedResponseList
from application.ports.readers.scheduled_messages import ScheduledMessageList
from application.ports.readers.usable_templates import UsableTemplates
from entrypoints.ioc.stores import AppDatabase
from entrypoints.ioc.tools import provide_tools


class MessagesProvider(Provider):
    """Everything that is said by people and programs."""

    scope = Scope.APP
    plain = provide_all(
        AddCannedResponseHandler,
        CancelScheduledMessage,
        DeleteCannedResponse,
        ListCannedResponses,
        ListScheduledMessages,
        MarkMessageRead,
        ReactToMessageHandler,
        RenderCannedResponseHandler,
        RetryMessage,
        ScheduleMessageHandler,
        SendMediaHandler,
        SendMessageHandler,
        SendScheduledMessageHandler,
        SendToHandler,
        ShowReadHandler,
        ShowTypingHandler,
        SweepScheduledMessagesHandler,
        UpdateCannedResponseHandler,
    ) + provide_tools(SendTools, ProviderTools)

    @provide
    def templates(self, database: AppDatabase) -> UsableTemplates:
        """Read which templates could be sent."""
        return PostgresUsableTemplates(database)

    @provide
    def scheduled(self, database: AppDatabase) -> ScheduledMessageList:
        """Read scheduled messages."""
        return PostgresScheduledMessageList(database)

    @provide
    def canned(self, database: AppDatabase) -> CannedResponseList:
        """Read canned responses."""
        return PostgresCannedResponseList(database)
