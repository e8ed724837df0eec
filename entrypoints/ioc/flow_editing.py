"""How bots are edited: chatbots, flows, their versions, their tests."""

from dishka import Provider, Scope, provide, provide_all

from adapters.postgres.readers.chatbots import PostgresChatbotList
from adapters.postgres.readers.flow_versions import PostgresFlowVersionList
from application.flows.add_to_draft import AddToDraftHandler
from application.flows.change_in_draft import ChangeInDraftHandler
from application.flows.chatbots.activate_chatbot import ActivateChatbotHandler
from application.flows.chatbots.create_chatbot import CreateChatbotHandler
from application.flows.chatbots.create_chatbot_flow import CreateChatbotFlowHandler
from application.flows.chatbots.deactivate_chatbot import DeactivateChatbotHandler
from application.flows.chatbots.delete_chatbot import DeleteChatbotHandler
from application.flows.chatbots.duplicate_chatbot import DuplicateChatbotHandler
from application.flows.chatbots.show_chatbot_stats import ShowChatbotStats
from application.flows.chatbots.update_chatbot import UpdateChatbotHandler
from application.flows.compare_flow_versions import CompareFlowVersionsHandler
from application.flows.delete_flow import DeleteFlowHandler
from application.flows.duplicate_flow import DuplicateFlowHandler
from application.flows.edit_draft import EditDraft
from application.flows.export_flow import ExportFlowHandler
from application.flows.import_flow import ImportFlowHandler
from application.flows.remove_from_draft import RemoveFromDraftHandler
from application.flows.restore_flow_version import RestoreFlowVersionHandler
from application.flows.set_flow_tests import SetFlowTestsHandler
from application.flows.show_draft import ShowDraft
from application.flows.show_flow_tests import ShowFlowTests
from application.flows.unpublish_flow import UnpublishFlowHandler
from application.ports.readers.chatbots import ChatbotList
from application.ports.readers.flow_versions import FlowVersionList
from entrypoints.ioc.stores import AppDatabase


class FlowEditingProvider(Provider):
    """What the editor of bots asks for."""

    scope = Scope.APP
    plain = provide_all(
        ActivateChatbotHandler,
        AddToDraftHandler,
        ChangeInDraftHandler,
        CompareFlowVersionsHandler,
        CreateChatbotFlowHandler,
        CreateChatbotHandler,
        DeactivateChatbotHandler,
        DeleteChatbotHandler,
        DeleteFlowHandler,
        EditDraft,
        DuplicateChatbotHandler,
        DuplicateFlowHandler,
        ExportFlowHandler,
        ImportFlowHandler,
        RemoveFromDraftHandler,
        RestoreFlowVersionHandler,
        SetFlowTestsHandler,
        ShowChatbotStats,
        ShowDraft,
        ShowFlowTests,
        UnpublishFlowHandler,
        UpdateChatbotHandler,
    )

    @provide
    def chatbots(self, database: AppDatabase) -> ChatbotList:
        """Read chatbots."""
        return PostgresChatbotList(database)

    @provide
    def versions(self, database: AppDatabase) -> FlowVersionList:
        """Read versions."""
        return PostgresFlowVersionList(database)
