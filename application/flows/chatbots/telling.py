"""What the audit log tells of a chatbot."""

from domain.flows.definition import Chatbot


def told(chatbot: Chatbot) -> dict[str, object]:
    """Give what people decide; of variables their names."""
    return {
        "name": chatbot.name,
        "description": chatbot.description,
        "variables": sorted(chatbot.variables),
        "main_flow_id": chatbot.main_flow_id,
        "is_active": chatbot.is_active,
    }
