"""Language models: who answers, and what they may know."""

from collections.abc import AsyncIterator

from dishka import Provider, Scope, provide, provide_all

from adapters.ai.anthropic import AnthropicModels
from adapters.ai.local import LocalModel
from adapters.ai.models import ProviderModels
from adapters.ai.openai import OpenAiModels
from adapters.documents.reading import DocumentWorkshop
from adapters.fetching.api_calls import HttpApiCalls, new_api_client
from adapters.postgres.readers.knowledge import PostgresKnowledgeList
from application.ai.add_knowledge_base import AddKnowledgeBaseHandler
from application.ai.add_knowledge_document import AddKnowledgeDocumentHandler, DocumentTools
from application.ai.ask_model import AskModel
from application.ai.delete_knowledge_base import DeleteKnowledgeBase
from application.ai.delete_knowledge_document import DeleteKnowledgeDocument
from application.ai.find_passages import FindPassages
from application.ai.get_ai_settings import GetAiSettings
from application.ai.model_desk import ModelDesk
from application.ai.place_passages import PlacePassagesHandler
from application.ai.read_document import ReadDocumentHandler, ReadingTools
from application.ai.search_knowledge import SearchKnowledge
from application.ai.show_ai_usage import ShowAiUsage
from application.ai.show_knowledge import ShowKnowledge
from application.ai.try_ai import TryAi
from application.ai.update_ai_settings import UpdateAiSettingsHandler
from application.ai.update_knowledge_base import UpdateKnowledgeBaseHandler
from application.calls.ask_ai import AskAiPerformer
from application.ports.ai import LanguageModels
from application.ports.document_texts import DocumentReader
from application.ports.readers.knowledge import KnowledgeList
from entrypoints.ioc.stores import AppDatabase
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class AiProvider(Provider):
    """Models, knowledge, documents."""

    scope = Scope.APP
    plain = provide_all(
        AddKnowledgeBaseHandler,
        AddKnowledgeDocumentHandler,
        AskAiPerformer,
        AskModel,
        DeleteKnowledgeBase,
        DeleteKnowledgeDocument,
        FindPassages,
        GetAiSettings,
        ModelDesk,
        PlacePassagesHandler,
        ReadDocumentHandler,
        SearchKnowledge,
        ShowAiUsage,
        ShowKnowledge,
        TryAi,
        UpdateAiSettingsHandler,
        UpdateKnowledgeBaseHandler,
    ) + provide_tools(DocumentTools, ReadingTools)

    @provide
    async def models(self, settings: Settings) -> AsyncIterator[LanguageModels]:
        """Ask models, through the guard of outgoing calls: their addresses are the companies' own word."""
        async with new_api_client() as client:
            calls = HttpApiCalls(client, trusted=settings.ai_origins)
            yield ProviderModels(local=LocalModel(), openai=OpenAiModels(calls), anthropic=AnthropicModels(calls))

    @provide
    def reader(self) -> DocumentReader:
        """Read documents in processes of their own."""
        return DocumentWorkshop()

    @provide
    def knowledge(self, database: AppDatabase) -> KnowledgeList:
        """Read what there is to know."""
        return PostgresKnowledgeList(database)
