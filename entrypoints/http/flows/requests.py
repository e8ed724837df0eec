"""What callers send about chatbots and the parts of flows. In a PUT an absent field stays as it is."""

from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from application.flows.add_to_draft import AddToDraft
from application.flows.change_in_draft import ChangeInDraft
from application.flows.chatbots.create_chatbot import CreateChatbot
from application.flows.chatbots.duplicate_chatbot import DuplicateChatbot
from application.flows.chatbots.update_chatbot import UpdateChatbot
from application.flows.create_flow import CreateFlow
from application.flows.duplicate_flow import DuplicateFlow
from application.flows.edit_draft import Draft
from application.flows.import_flow import ImportFlow
from application.flows.set_flow_tests import SetFlowTests
from domain.flows.edit_graph import Item, Place
from domain.flows.saved_tests import MAX_TESTS
from domain.shared.errors import ErrorDetail, InvalidError
from domain.shared.ids import ChatbotId, FlowId
from entrypoints.http.requests import DEFAULT_PRIORITY, Name, Priority, Saying

MAX_VARIABLES = 500
Variables = Annotated[dict[str, object], msgspec.Meta(max_length=MAX_VARIABLES)]
"""More than anybody keeps apart by their names; the bytes are limited besides."""


class _Request(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Common base of all bodies."""

    def __repr__(self) -> str:
        """Show nothing: a variable may hold what nobody else is to read."""
        return f"{type(self).__name__}()"


class CreateChatbotRequest(_Request, frozen=True, kw_only=True):
    """A chatbot without flows; `variables` are what its flows will begin with."""

    name: Name
    description: Saying = ""
    variables: Variables = {}
    is_active: bool = True

    def to_command(self) -> CreateChatbot:
        """Build the order."""
        return CreateChatbot(**msgspec.structs.asdict(self))


class UpdateChatbotRequest(_Request, frozen=True, kw_only=True):
    """What changes; `variables` are replaced as a whole. Null takes the description, variables or main flow away."""

    name: Name | UnsetType = UNSET
    description: Saying | UnsetType | None = UNSET
    variables: Variables | UnsetType | None = UNSET
    main_flow_id: FlowId | UnsetType | None = UNSET

    def to_command(self, chatbot_id: ChatbotId, *, version: int | None) -> UpdateChatbot:
        """Build the order."""
        return UpdateChatbot(
            chatbot_id=chatbot_id,
            name=self.name,
            description="" if self.description is None else self.description,
            variables={} if self.variables is None else self.variables,
            main_flow_id=self.main_flow_id,
            version=version,
        )


class DuplicateRequest(_Request, frozen=True, kw_only=True):
    """What the copy is called; without a name it is called a copy."""

    name: Name | None = None

    def of_chatbot(self, chatbot_id: ChatbotId) -> DuplicateChatbot:
        """Build the order."""
        return DuplicateChatbot(chatbot_id=chatbot_id, name=self.name)

    def of_flow(self, flow_id: FlowId) -> DuplicateFlow:
        """Build the order."""
        return DuplicateFlow(flow_id=flow_id, name=self.name)


class CreateChatbotFlowRequest(_Request, frozen=True, kw_only=True):
    """A flow document for the chatbot; a higher priority is tried first."""

    document: msgspec.Raw
    description: Saying = ""
    priority: Priority = DEFAULT_PRIORITY

    def to_command(self, chatbot_id: ChatbotId) -> CreateFlow:
        """Build the order."""
        return CreateFlow(
            document=bytes(self.document),
            chatbot_id=chatbot_id,
            description=self.description,
            priority=self.priority,
        )


class NodeRequest(_Request, frozen=True, kw_only=True):
    """A node as it is written in a document; of one that is there, the fields that change (null removes one)."""

    node: msgspec.Raw

    def to_add(self, flow_id: FlowId, *, version: int | None) -> AddToDraft:
        """Build the order."""
        return _adding("nodes", "node", self.node, Draft(flow_id=flow_id, version=version))

    def to_change(self, flow_id: FlowId, node_id: str, *, version: int | None) -> ChangeInDraft:
        """Build the order."""
        draft = Draft(flow_id=flow_id, version=version)
        return ChangeInDraft(draft=draft, place="nodes", item_id=node_id, changes=_object(self.node, "node"))


class EdgeRequest(_Request, frozen=True, kw_only=True):
    """An edge as it is written in a document; of one that is there, the fields that change (null removes one)."""

    edge: msgspec.Raw

    def to_add(self, flow_id: FlowId, *, version: int | None) -> AddToDraft:
        """Build the order."""
        return _adding("edges", "edge", self.edge, Draft(flow_id=flow_id, version=version))

    def to_change(self, flow_id: FlowId, edge_id: str, *, version: int | None) -> ChangeInDraft:
        """Build the order."""
        draft = Draft(flow_id=flow_id, version=version)
        return ChangeInDraft(draft=draft, place="edges", item_id=edge_id, changes=_object(self.edge, "edge"))


class SetFlowTestsRequest(_Request, frozen=True, kw_only=True):
    """The whole set of tests, in its order (docs/guides/flows.md, Tests)."""

    tests: Annotated[list[msgspec.Raw], msgspec.Meta(max_length=MAX_TESTS)]

    def to_command(self, flow_id: FlowId, *, version: int | None) -> SetFlowTests:
        """Build the order."""
        return SetFlowTests(flow_id=flow_id, tests=self.tests, version=version)


class ImportFlowRequest(_Request, frozen=True, kw_only=True):
    """The file as it is: our own export, a flow's document, or what Typebot exports."""

    file: msgspec.Raw
    name: Name | None = None
    chatbot_id: ChatbotId | None = None
    priority: Priority = DEFAULT_PRIORITY

    def to_command(self) -> ImportFlow:
        """Build the order."""
        return ImportFlow(file=bytes(self.file), name=self.name, chatbot_id=self.chatbot_id, priority=self.priority)


def _adding(place: Place, field: str, raw: msgspec.Raw, draft: Draft) -> AddToDraft:
    return AddToDraft(draft=draft, place=place, item=_object(raw, field))


def _object(raw: msgspec.Raw, field: str) -> Item:
    try:
        return msgspec.json.decode(bytes(raw), type=dict[str, object])
    except msgspec.MsgspecError as error:
        wrong = ErrorDetail(field=field, message="Expected `object`")
        raise InvalidError("The body holds a wrong value.", details=(wrong,)) from error
