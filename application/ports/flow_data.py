"""The part of a transaction that flows need beside themselves: calls, secrets, schedules, knowledge."""

from typing import Protocol

from application.ports.repositories.ai_settings import AiSettingsRepository
from application.ports.repositories.ai_usage import AiUsageRepository
from application.ports.repositories.api_hosts import ApiHostRepository
from application.ports.repositories.chatbots import ChatbotRepository
from application.ports.repositories.flow_calls import FlowCallRepository
from application.ports.repositories.flow_names import FlowNames
from application.ports.repositories.flow_starts import FlowStartRepository
from application.ports.repositories.flow_tests import FlowTestRepository
from application.ports.repositories.knowledge import KnowledgeRepository
from application.ports.repositories.passages import PassageRepository
from application.ports.repositories.secrets import SecretRepository


class FlowData(Protocol):
    """What flows ask for and live on; a transaction is also this."""

    @property
    def chatbots(self) -> ChatbotRepository:
        """Named groups of flows."""
        ...

    @property
    def flow_names(self) -> FlowNames:
        """What flows may name."""
        ...

    @property
    def flow_tests(self) -> FlowTestRepository:
        """The tests beside flows."""
        ...

    @property
    def flow_starts(self) -> FlowStartRepository:
        """Flows that begin by themselves."""
        ...

    @property
    def flow_calls(self) -> FlowCallRepository:
        """What flows asked of the world."""
        ...

    @property
    def secrets(self) -> SecretRepository:
        """What flows may send to others."""
        ...

    @property
    def api_hosts(self) -> ApiHostRepository:
        """How the hosts that flows call have been doing."""
        ...

    @property
    def ai_settings(self) -> AiSettingsRepository:
        """Which model answers."""
        ...

    @property
    def ai_usage(self) -> AiUsageRepository:
        """What models took."""
        ...

    @property
    def knowledge(self) -> KnowledgeRepository:
        """What bots may look things up in."""
        ...

    @property
    def passages(self) -> PassageRepository:
        """The passages of it."""
        ...
