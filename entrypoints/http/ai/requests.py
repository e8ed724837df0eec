"""What callers send about language models and knowledge. In a PUT an absent field stays as it is."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.ai.add_knowledge_base import AddKnowledgeBase
from application.ai.ask_model import Asked
from application.ai.try_ai import MAX_TOKENS
from application.ai.update_ai_settings import AiChanges, UpdateAiSettings
from application.ai.update_knowledge_base import UpdateKnowledgeBase
from domain.ai.knowledge import MAX_DESCRIPTION, MAX_FILE, MAX_NAME
from domain.ai.settings import MAX_KEY, MAX_MODEL, MAX_TOKENS_A_MONTH, MAX_URL, Provider
from domain.shared.ids import KnowledgeBaseId

LARGEST_FORM = MAX_FILE + 64 * 1024
"""Bytes: the largest document, and what stands around it."""
MAX_PROMPT = 8_000
MAX_QUESTION = 4_096

_PLAIN = r"^[^\x00]*$"
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME, pattern=r"^[^\x00\r\n]*$")]
Description = Annotated[str, msgspec.Meta(max_length=MAX_DESCRIPTION, pattern=_PLAIN)]
Model = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_MODEL, pattern=r"^[\x21-\x7e]+$")]
Url = Annotated[str, msgspec.Meta(max_length=MAX_URL, pattern=r"^https?://[\x21-\x7e]+$")]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_KEY, pattern=r"^[\x21-\x7e]+$")]
Amount = Annotated[str, msgspec.Meta(max_length=20, pattern=r"^[0-9]{1,7}(\.[0-9]{1,6})?$")]
Currency = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{3}$")]
Tokens = Annotated[int, msgspec.Meta(ge=0, le=MAX_TOKENS_A_MONTH)]
Prompt = Annotated[str, msgspec.Meta(max_length=MAX_PROMPT, pattern=_PLAIN)]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_QUESTION, pattern=_PLAIN)]
BaseName = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME, pattern=_PLAIN)]
AnswerTokens = Annotated[int, msgspec.Meta(ge=1, le=MAX_TOKENS)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a body may hold a key, or what somebody asks."""
        return f"{type(self).__name__}()"


class UpdateAiSettingsRequest(_Request, frozen=True):
    """What changes. Money is an amount such as `2.50`; prices are of a million tokens; a cap that is null is none."""

    provider: Provider | UnsetType = UNSET
    base_url: Url | UnsetType | None = UNSET
    model: Model | UnsetType = UNSET
    embedding_model: Model | UnsetType | None = UNSET
    api_key: Key | UnsetType | None = UNSET
    monthly_tokens: Tokens | UnsetType | None = UNSET
    monthly_cost: Amount | UnsetType | None = UNSET
    input_price: Amount | UnsetType = UNSET
    output_price: Amount | UnsetType = UNSET
    currency: Currency | UnsetType = UNSET

    def to_command(self, *, version: int | None) -> UpdateAiSettings:
        """Give what is wanted."""
        changes = AiChanges(**{name: getattr(self, name) for name in self.__struct_fields__})
        return UpdateAiSettings(changes=changes, version=version)


class TryAiRequest(_Request, frozen=True):
    """A question as a flow would ask it; `knowledge_base` by name or id."""

    question: Words
    prompt: Prompt = ""
    model: Model | None = None
    knowledge_base: BaseName | None = None
    only_sources: bool = False
    can_hand_over: bool = False
    max_tokens: AnswerTokens = 400

    def to_command(self) -> Asked:
        """Give what is asked."""
        return Asked(**{name: getattr(self, name) for name in self.__struct_fields__})


class AddKnowledgeBaseRequest(_Request, frozen=True):
    """What it is called, which flows name it by, and what it is about."""

    name: Name
    description: Description = ""

    def to_command(self) -> AddKnowledgeBase:
        """Give what is wanted."""
        return AddKnowledgeBase(name=self.name, description=self.description)


class UpdateKnowledgeBaseRequest(_Request, frozen=True):
    """What changes of a base."""

    name: Name | UnsetType = UNSET
    description: Description | UnsetType = UNSET

    def to_command(self, base_id: KnowledgeBaseId, *, version: int | None) -> UpdateKnowledgeBase:
        """Give what is wanted."""
        return UpdateKnowledgeBase(base_id=base_id, name=self.name, description=self.description, version=version)
