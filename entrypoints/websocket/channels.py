"""Which channels carry which events."""

from collections.abc import Iterable
from uuid import UUID

from domain.identity.permissions import Permission
from domain.shared.ids import ConversationId

_BY_PREFIX = {
    "message_": "messages",
    "conversation_": "conversations",
    "metrics_": "metrics",
    "agent_": "agents",
    "campaign_": "campaigns",
    "contact_": "contacts",
    "import_": "contacts",
    "whatsapp_": "settings",
    "template_": "settings",
}
_NAMES = frozenset(_BY_PREFIX.values())
_CONVERSATION = "conversation:"
_NEEDED = {
    "metrics": Permission.CONVERSATIONS_READ_ALL,
    "contacts": Permission.CONTACTS_READ,
    "settings": Permission.WHATSAPP_MANAGE,
}


def channels_of(event_type: str, conversation_id: ConversationId | None) -> list[str]:
    """Name the channels that carry an event: its kind's and its conversation's."""
    channels = [channel for prefix, channel in _BY_PREFIX.items() if event_type.startswith(prefix)]
    if conversation_id is not None:
        channels.append(f"{_CONVERSATION}{conversation_id}")
    return channels


def permission_for(event_type: str) -> Permission | None:
    """Give the permission without which nobody is told events of this type, besides reading conversations at all."""
    return next((_NEEDED.get(channel) for prefix, channel in _BY_PREFIX.items() if event_type.startswith(prefix)), None)


def forbidden_channels(channels: Iterable[str], permissions: frozenset[Permission]) -> set[str]:
    """Give those of the channels that carry nothing for somebody of these permissions."""
    return {channel for channel in channels if channel in _NEEDED and _NEEDED[channel] not in permissions}


def known_channels(names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Divide what a client named into channels, spelled our way, and what is none."""
    known, unknown = set(), set()
    for name in names:
        channel = _channel(name)
        if channel is None:
            unknown.add(name)
        else:
            known.add(channel)
    return known, unknown


def conversation_of(channel: str) -> ConversationId | None:
    """Give the conversation whose own channel it is."""
    if not channel.startswith(_CONVERSATION):
        return None
    return ConversationId(UUID(channel.removeprefix(_CONVERSATION)))


def _channel(name: str) -> str | None:
    if name in _NAMES:
        return name
    if not name.startswith(_CONVERSATION):
        return None
    try:
        return f"{_CONVERSATION}{UUID(name.removeprefix(_CONVERSATION))}"
    except ValueError:
        return None
