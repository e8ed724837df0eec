"""When and how a company serves: hours, texts, queues."""

from dishka import Provider, Scope, provide, provide_all

from adapters.calendars.public_holidays import LibraryHolidays
from adapters.postgres.readers.automation_rules import PostgresAutomationRuleList
from adapters.postgres.readers.bot_flows import PostgresBotFlowList
from adapters.postgres.readers.csat import PostgresCsatReport
from adapters.postgres.readers.holidays import PostgresHolidayList
from adapters.postgres.readers.queues import PostgresQueueBoard
from adapters.postgres.readers.sla_policies import PostgresSlaPolicyList
from application.inbound.hear_score import HearScore
from application.inbound.serve_waiting import ServeWaiting
from application.ports.public_holidays import PublicHolidays
from application.ports.readers.automation_rules import AutomationRuleList
from application.ports.readers.bot_flows import BotFlowList
from application.ports.readers.csat import CsatReport
from application.ports.readers.holidays import HolidayList
from application.ports.readers.queues import QueueBoard
from application.ports.readers.sla_policies import SlaPolicyList
from application.support.add_automation_rule import AddAutomationRuleHandler
from application.support.add_holiday import AddHolidayHandler
from application.support.add_sla_policy import AddSlaPolicyHandler
from application.support.apply_rules import ApplyRulesHandler
from application.support.assign_waiting import AssignWaitingHandler
from application.support.delete_automation_rule import DeleteAutomationRule
from application.support.delete_sla_policy import DeleteSlaPolicy
from application.support.do_actions import DoActions
from application.support.dry_run_rule import DryRunRuleHandler
from application.support.get_business_hours import GetBusinessHours
from application.support.get_queue import GetQueue
from application.support.hours_book import HoursBook
from application.support.list_bot_flows import ListBotFlows
from application.support.list_bot_texts import ListBotTexts
from application.support.list_csat import ListCsat
from application.support.list_department_names import ListDepartmentNames
from application.support.list_public_holidays import ListPublicHolidays
from application.support.preview_hours import PreviewHours
from application.support.remove_business_hours import RemoveBusinessHours
from application.support.remove_holiday import RemoveHoliday
from application.support.return_unanswered import ReturnUnansweredHandler
from application.support.set_business_hours import SetBusinessHoursHandler
from application.support.sweep_promises import SweepPromisesHandler
from application.support.sweep_waiting import SweepWaitingHandler
from application.support.tend_promises import TendPromisesHandler
from application.support.update_automation_rule import UpdateAutomationRuleHandler
from application.support.update_bot_text import UpdateBotTextHandler
from application.support.update_sla_policy import UpdateSlaPolicyHandler
from entrypoints.ioc.stores import AppDatabase


class SupportProvider(Provider):
    """Hours, texts, queues."""

    scope = Scope.APP
    plain = provide_all(
        AddAutomationRuleHandler,
        AddHolidayHandler,
        AddSlaPolicyHandler,
        ApplyRulesHandler,
        AssignWaitingHandler,
        DeleteAutomationRule,
        DeleteSlaPolicy,
        DoActions,
        DryRunRuleHandler,
        GetBusinessHours,
        GetQueue,
        HearScore,
        HoursBook,
        ListBotFlows,
        ListBotTexts,
        ListCsat,
        ListDepartmentNames,
        ListPublicHolidays,
        PreviewHours,
        RemoveBusinessHours,
        RemoveHoliday,
        ReturnUnansweredHandler,
        ServeWaiting,
        SetBusinessHoursHandler,
        SweepPromisesHandler,
        SweepWaitingHandler,
        TendPromisesHandler,
        UpdateAutomationRuleHandler,
        UpdateBotTextHandler,
        UpdateSlaPolicyHandler,
    )

    @provide
    def public_holidays(self) -> PublicHolidays:
        """Know the law."""
        return LibraryHolidays()

    @provide
    def holidays(self, database: AppDatabase) -> HolidayList:
        """Read holidays."""
        return PostgresHolidayList(database)

    @provide
    def csat(self, database: AppDatabase) -> CsatReport:
        """Read what customers said."""
        return PostgresCsatReport(database)

    @provide
    def sla_policies(self, database: AppDatabase) -> SlaPolicyList:
        """Read promises."""
        return PostgresSlaPolicyList(database)

    @provide
    def automation_rules(self, database: AppDatabase) -> AutomationRuleList:
        """Read rules."""
        return PostgresAutomationRuleList(database)

    @provide
    def queues(self, database: AppDatabase) -> QueueBoard:
        """Read queues."""
        return PostgresQueueBoard(database)

    @provide
    def bot_flows(self, database: AppDatabase) -> BotFlowList:
        """Read what runs where."""
        return PostgresBotFlowList(database)
