"""What shows the inbox: its list, its counts, a thread, and what is found in messages."""

from dishka import Provider, Scope, provide

from adapters.postgres.readers.conversations import PostgresConversationList
from adapters.postgres.readers.inbox_counts import PostgresInboxCounter
from adapters.postgres.readers.message_search import PostgresMessageSearch
from adapters.postgres.readers.threads import PostgresThread
from application.ports.readers.conversations import ConversationList
from application.ports.readers.inbox_counts import InboxCounter
from application.ports.readers.message_search import MessageSearch
from application.ports.readers.messages import Thread
from entrypoints.ioc.stores import AppDatabase


class InboxReadersProvider(Provider):
    """A reader a screen of the inbox."""

    scope = Scope.APP

    @provide
    def conversations(self, database: AppDatabase) -> ConversationList:
        """Read the inbox."""
        return PostgresConversationList(database)

    @provide
    def thread(self, database: AppDatabase) -> Thread:
        """Read a conversation's messages."""
        return PostgresThread(database)

    @provide
    def inbox_counter(self, database: AppDatabase) -> InboxCounter:
        """Count the inbox."""
        return PostgresInboxCounter(database)

    @provide
    def message_search(self, database: AppDatabase) -> MessageSearch:
        """Look for messages."""
        return PostgresMessageSearch(database)
