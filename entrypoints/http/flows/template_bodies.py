"""What goes to and comes from the gallery."""

import msgspec

from application.flows.create_flow_from_template import CreateFlowFromTemplate
from application.ports.flow_gallery import FlowTemplateRow
from domain.shared.ids import ChatbotId
from entrypoints.http.requests import DEFAULT_PRIORITY, Name, Priority


class CreateFlowFromTemplateRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the flow is called, where the template's own name will not do; perhaps in a chatbot."""

    name: Name | None = None
    chatbot_id: ChatbotId | None = None
    priority: Priority = DEFAULT_PRIORITY

    def to_command(self, key: str) -> CreateFlowFromTemplate:
        """Build the order."""
        return CreateFlowFromTemplate(key=key, name=self.name, chatbot_id=self.chatbot_id, priority=self.priority)


class FlowTemplates(msgspec.Struct, frozen=True, kw_only=True):
    """All of them: they are few."""

    items: list[FlowTemplateRow]
