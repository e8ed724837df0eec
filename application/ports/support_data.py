"""The part of a transaction that says when and how the company serves."""

from typing import Protocol

from application.ports.repositories.automation_rules import AutomationRuleRepository
from application.ports.repositories.automation_runs import AutomationRunRepository
from application.ports.repositories.bot_texts import BotTextRepository
from application.ports.repositories.business_hours import BusinessHoursRepository
from application.ports.repositories.csat import CsatRepository
from application.ports.repositories.holidays import HolidayRepository
from application.ports.repositories.promises import PromiseRepository
from application.ports.repositories.sla_policies import SlaPolicyRepository
from application.ports.repositories.waiting import WaitingRepository


class SupportData(Protocol):
    """Hours, holidays, texts and the queue; a transaction is also this."""

    @property
    def business_hours(self) -> BusinessHoursRepository:
        """When the company is open."""
        ...

    @property
    def holidays(self) -> HolidayRepository:
        """The company's own holidays."""
        ...

    @property
    def csat(self) -> CsatRepository:
        """What customers said of the service."""
        ...

    @property
    def sla_policies(self) -> SlaPolicyRepository:
        """What the company promises."""
        ...

    @property
    def promises(self) -> PromiseRepository:
        """What was promised in conversations."""
        ...

    @property
    def automation_rules(self) -> AutomationRuleRepository:
        """What the company wants done by itself."""
        ...

    @property
    def automation_runs(self) -> AutomationRunRepository:
        """What became of rules."""
        ...

    @property
    def waiting(self) -> WaitingRepository:
        """The waiting queue."""
        ...

    @property
    def bot_texts(self) -> BotTextRepository:
        """What the company says by itself."""
        ...
