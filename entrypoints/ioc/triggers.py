"""Flows that begin by themselves, or because somebody wants it."""

from dishka import Provider, Scope, provide, provide_all

from adapters.calendars.cron import LibraryCron
from adapters.postgres.readers.flow_runs import PostgresFlowRunList
from application.flows.check_trigger import CheckTrigger
from application.flows.keep_triggers import KeepTriggers
from application.ports.cron import Cron
from application.ports.readers.flow_runs import FlowRunList
from application.triggers.ask_audience import AskAudienceHandler
from application.triggers.cancel_flow_session import CancelFlowSession
from application.triggers.list_flow_runs import ListFlowRuns
from application.triggers.start_flow import StartFlowHandler
from application.triggers.start_flows_after import StartFlowsAfterHandler
from application.triggers.sweep_schedules import SweepSchedulesHandler
from entrypoints.ioc.stores import AppDatabase


class TriggersProvider(Provider):
    """Schedules, events, starts by hand."""

    scope = Scope.APP
    plain = provide_all(
        AskAudienceHandler,
        CancelFlowSession,
        CheckTrigger,
        KeepTriggers,
        ListFlowRuns,
        StartFlowHandler,
        StartFlowsAfterHandler,
        SweepSchedulesHandler,
    )

    @provide
    def cron(self) -> Cron:
        """Know when it is time."""
        return LibraryCron()

    @provide
    def runs(self, database: AppDatabase) -> FlowRunList:
        """Read what became of a schedule's times."""
        return PostgresFlowRunList(database)
