"""What callers send. A field that we do not know is refused; in a PUT, an absent field stays as it is."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.flows.check_regressions import MAX_SESSIONS
from application.flows.create_flow import CreateFlow
from application.flows.publish_compared import PublishCompared
from application.flows.publish_flow import PublishFlow
from application.flows.rehearse_flow import RehearseFlow
from application.flows.update_flow import UpdateFlow
from application.messages.send_message import SendMessage
from domain.flows.expectations import Expectation
from domain.flows.limits import MAX_NAME, MAX_TEXT
from domain.flows.testing import FlowTest, FlowTestStep
from domain.shared.ids import ChatbotId, ConversationId, FlowId, FlowSessionId, ProviderMessageId
from entrypoints.http.messages.sendable import SendableContent

DEFAULT_PRIORITY = 0
HIGHEST_PRIORITY = 10_000
"""More steps than a tenant has flows."""

MAX_WORD = 500
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=MAX_NAME)]
"""A line on the widest screen."""
Word = Annotated[str, msgspec.Meta(max_length=MAX_WORD)]
"""Identifiers of others, e-mail addresses, a resolution: none is near it, and all are stored or looked up."""
Secret = Annotated[str, msgspec.Meta(max_length=4_096)]
"""Meta's tokens have some 300 characters; a password costs more to hash the longer it is."""
Saying = Annotated[str, msgspec.Meta(max_length=MAX_TEXT)]
"""What a contact can write at once."""
Priority = Annotated[int, msgspec.Meta(ge=-HIGHEST_PRIORITY, le=HIGHEST_PRIORITY)]


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a body may hold a password, a secret, or what a customer wrote."""
        return f"{type(self).__name__}()"


class CreateFlowRequest(_Request, frozen=True, kw_only=True):
    """A flow document, perhaps in a chatbot; a higher priority is tried first."""

    document: msgspec.Raw
    chatbot_id: ChatbotId | None = None
    description: Saying = ""
    priority: Priority = DEFAULT_PRIORITY

    def to_command(self) -> CreateFlow:
        """Build the order."""
        return CreateFlow(
            document=bytes(self.document),
            chatbot_id=self.chatbot_id,
            description=self.description,
            priority=self.priority,
        )


class UpdateFlowRequest(_Request, frozen=True, kw_only=True):
    """What changes. A null priority is the default one again; a flow is never without document and name.

    A null chatbot takes it out of its chatbot.
    """

    document: msgspec.Raw | UnsetType = UNSET
    name: Name | UnsetType = UNSET
    description: Saying | UnsetType | None = UNSET
    chatbot_id: ChatbotId | UnsetType | None = UNSET
    priority: Priority | UnsetType | None = UNSET

    def to_command(self, flow_id: FlowId, *, version: int | None) -> UpdateFlow:
        """Build the order; `version` is the one that the caller has read, where it said so."""
        priority = DEFAULT_PRIORITY if self.priority is None else self.priority
        return UpdateFlow(
            flow_id=flow_id,
            document=None if self.document is UNSET else bytes(self.document),
            name=None if self.name is UNSET else self.name,
            description=None if self.description is UNSET else self.description or "",
            chatbot_id=self.chatbot_id,
            priority=None if priority is UNSET else priority,
            version=version,
        )


class PublishFlowRequest(_Request, frozen=True, kw_only=True):
    """What is new in the version, for the company's own people; `force` publishes in spite of red tests.

    `regress` compares the draft with so many of the last sessions first; `strict` refuses it when one goes otherwise.
    """

    notes: Saying = ""
    force: bool = False
    regress: Annotated[int, msgspec.Meta(ge=0, le=MAX_SESSIONS)] = 0
    strict: bool = False

    def to_command(self, flow_id: FlowId, *, version: int | None) -> PublishCompared:
        """Build the order; `version` is the one that the caller has read, where it said so."""
        publish = PublishFlow(flow_id=flow_id, notes=self.notes, force=self.force, version=version)
        return PublishCompared(publish=publish, regress=self.regress, strict=self.strict)


class ExpectationDocument(Expectation, frozen=True, forbid_unknown_fields=True):
    """Everything named must be so."""


class StepDocument(FlowTestStep, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of: the contact says or chooses something, time passes, a send fails, something is expected."""

    say: Saying | None = None
    choose: Saying | None = None
    wait: Word | None = None
    fail: Word | None = None
    cancel: Word | None = None
    expect: ExpectationDocument | None = None


class FlowTestDocument(FlowTest, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A conversation and what it should come to."""

    name: Annotated[str, msgspec.Meta(max_length=MAX_NAME)] = ""
    from_node: Word | None = None
    seed: Word | int = ""
    steps: tuple[StepDocument, ...] = ()


class RehearseFlowRequest(_Request, frozen=True, kw_only=True):
    """Conversations to play against a flow's draft: these, the `saved` ones beside it, or a session that really was."""

    tests: list[FlowTestDocument] = []
    saved: bool = False
    session_id: FlowSessionId | None = None

    @property
    def has_tests(self) -> bool:
        """Whether tests are to be run; without a session they must be."""
        return bool(self.tests) or self.saved or self.session_id is None

    def to_command(self, flow_id: FlowId) -> RehearseFlow:
        """Build the order."""
        return RehearseFlow(flow_id=flow_id, tests=list(self.tests), saved=self.saved)


class SendMessageRequest(_Request, frozen=True, kw_only=True):
    """A message; `reply_to` quotes another one by the provider's id."""

    content: SendableContent
    reply_to: Annotated[ProviderMessageId, msgspec.Meta(max_length=MAX_WORD)] | None = None

    def to_command(self, conversation_id: ConversationId) -> SendMessage:
        """Build the order."""
        return SendMessage(conversation_id=conversation_id, content=self.content, reply_to=self.reply_to)


class ResolveConversationRequest(_Request, frozen=True, kw_only=True):
    """How the matter ended, in a word."""

    resolution: Word | None = None
