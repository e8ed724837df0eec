"""Every model that a company may choose, behind one port."""

from application.ports.ai import Embedded, LanguageModels, ModelAccess, ModelAnswer
from domain.ai.question import Question
from domain.ai.settings import Provider


class ProviderModels:
    """Implements LanguageModels: asks the provider that the access names."""

    def __init__(self, *, local: LanguageModels, openai: LanguageModels, anthropic: LanguageModels) -> None:
        self._models = {Provider.LOCAL: local, Provider.OPENAI: openai, Provider.ANTHROPIC: anthropic}

    async def ask(self, access: ModelAccess, question: Question) -> ModelAnswer:
        """Ask one. Raises AiError."""
        return await self._models[access.provider].ask(access, question)

    async def embed(self, access: ModelAccess, texts: list[str]) -> Embedded:
        """Place texts. Raises AiError."""
        return await self._models[access.provider].embed(access, texts)
