"""Where an item is handled: one transaction, one number, one contact's lane, one moment."""

from dataclasses import dataclass
from datetime import datetime

from application.ports.unit_of_work import Transaction
from domain.contacts.contact import Contact
from domain.conversations.conversation import Conversation
from domain.whatsapp.config import WhatsAppConfig


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """What every handler of a contact's item needs."""

    tx: Transaction
    config: WhatsAppConfig
    lane_key: str
    now: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Dialogue:
    """A contact and a conversation, with a scene around them; both are loaded, and saved by whoever loaded them."""

    scene: Scene
    contact: Contact
    conversation: Conversation
