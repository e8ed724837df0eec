"""Every route about language models and what they may know."""

from entrypoints.http.ai.documents import document_routes
from entrypoints.http.ai.knowledge import knowledge_routes
from entrypoints.http.ai.models import model_routes

ai_routes = (model_routes, knowledge_routes, document_routes)
