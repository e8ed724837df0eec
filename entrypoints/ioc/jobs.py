"""Background jobs and e-mail: which use case does which job, and what is ordered by the clock."""

from pathlib import Path
from typing import NewType

from dishka import AsyncContainer, Provider, Scope, provide

from adapters.email.message import Letterhead
from adapters.email.outbox import OutboxMailer
from adapters.email.smtp import SmtpMailer, parse_server
from adapters.email.templates import TextTemplates
from adapters.postgres.job_board import PostgresJobBoard
from adapters.postgres.job_engine import Pace, PostgresJobEngine
from adapters.postgres.job_queue import PostgresJobs
from application.ai.place_passages import PlacePassages, PlacePassagesHandler
from application.ai.read_document import ReadDocument, ReadDocumentHandler
from application.calls.perform_call import PerformCall, PerformCallHandler
from application.calls.sweep_calls import SweepCalls, SweepCallsHandler
from application.contacts.join_found_contacts import JoinFoundContacts, JoinFoundContactsHandler
from application.contacts.lead_score_jobs import ScoreLeads, ScoreLeadsOf
from application.contacts.run_contact_export import RunContactExport, RunContactExportHandler
from application.contacts.run_contact_import import RunContactImport, RunContactImportHandler
from application.contacts.score_leads import ScoreLeadsHandler
from application.contacts.score_leads_of import ScoreLeadsOfHandler
from application.conversations.wake_conversation import WakeConversation, WakeConversationHandler
from application.identity.forget_idempotency_keys import ForgetIdempotencyKeys, ForgetIdempotencyKeysHandler
from application.identity.forget_old_links import ForgetOldLinks, ForgetOldLinksHandler
from application.identity.forget_old_sessions import ForgetOldSessions, ForgetOldSessionsHandler
from application.identity.mail_user import MailUserHandler
from application.keys.forget_signing_keys import ForgetSigningKeys, ForgetSigningKeysHandler
from application.media.fetch_media import FetchMedia, FetchMediaHandler
from application.media.sweep_media import SweepMedia, SweepMediaHandler
from application.messages.send_scheduled_message import SendScheduledMessage, SendScheduledMessageHandler
from application.messages.show_read import ShowReadHandler
from application.messages.show_typing import ShowTypingHandler
from application.messages.sweep_scheduled_messages import SweepScheduledMessages, SweepScheduledMessagesHandler
from application.people.leave_conversations import LeaveConversations
from application.people.send_away import LeaveConversationsOf
from application.people.send_invitation import SendInvitation
from application.ports.assignment import AssignWaiting, ReturnUnanswered
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.emails import EmailTemplates, Mailer
from application.ports.ids import Ids
from application.ports.invitations import SendInvitationOf
from application.ports.jobs import Job, JobBoard, JobEngine, Jobs
from application.ports.mails import MailUser
from application.ports.receipts import ShowRead, ShowTyping
from application.ports.serving import ApplyRules, StartFlowsAfter, TendPromises
from application.support.apply_rules import ApplyRulesHandler
from application.support.assign_waiting import AssignWaitingHandler
from application.support.return_unanswered import ReturnUnansweredHandler
from application.support.sweep_promises import SweepPromises, SweepPromisesHandler
from application.support.sweep_waiting import SweepWaiting, SweepWaitingHandler
from application.support.tend_promises import TendPromisesHandler
from application.tenants.end_trials import EndTrials, EndTrialsHandler
from application.tenants.erase_tenants import EraseTenants, EraseTenantsHandler
from application.tenants.recount_usage import RecountUsage, RecountUsageHandler
from application.triggers.ask_audience import AskAudience, AskAudienceHandler
from application.triggers.start_flows_after import StartFlowsAfterHandler
from application.triggers.sweep_schedules import SweepSchedules, SweepSchedulesHandler
from application.whatsapp.check_connections import CheckConnections, CheckConnectionsHandler
from application.whatsapp.hear_notice import RefreshNumberOf
from application.whatsapp.refresh_number import RefreshNumber
from application.whatsapp.refresh_numbers import RefreshNumbers, RefreshNumbersHandler
from application.whatsapp.settle_instance import SettleInstance, SettleInstanceOf
from application.whatsapp.templates.read_templates import ReadTemplates
from application.whatsapp.templates.sync_all_templates import SyncAllTemplates, SyncAllTemplatesHandler
from application.whatsapp.templates.tools import SyncTemplatesOf
from entrypoints.consumers.jobs import Every, Handler, JobRunner, JobTools
from entrypoints.ioc.stores import PlatformDatabase
from entrypoints.settings import Settings

HANDLERS: dict[type[Job], type] = {
    MailUser: MailUserHandler,
    ForgetOldLinks: ForgetOldLinksHandler,
    LeaveConversationsOf: LeaveConversations,
    WakeConversation: WakeConversationHandler,
    SendInvitationOf: SendInvitation,
    AssignWaiting: AssignWaitingHandler,
    ReturnUnanswered: ReturnUnansweredHandler,
    SweepWaiting: SweepWaitingHandler,
    TendPromises: TendPromisesHandler,
    ApplyRules: ApplyRulesHandler,
    SweepPromises: SweepPromisesHandler,
    EndTrials: EndTrialsHandler,
    EraseTenants: EraseTenantsHandler,
    RecountUsage: RecountUsageHandler,
    ForgetSigningKeys: ForgetSigningKeysHandler,
    ForgetOldSessions: ForgetOldSessionsHandler,
    ForgetIdempotencyKeys: ForgetIdempotencyKeysHandler,
    ScoreLeads: ScoreLeadsHandler,
    ScoreLeadsOf: ScoreLeadsOfHandler,
    RunContactExport: RunContactExportHandler,
    RunContactImport: RunContactImportHandler,
    FetchMedia: FetchMediaHandler,
    SweepMedia: SweepMediaHandler,
    CheckConnections: CheckConnectionsHandler,
    SettleInstanceOf: SettleInstance,
    JoinFoundContacts: JoinFoundContactsHandler,
    RefreshNumberOf: RefreshNumber,
    RefreshNumbers: RefreshNumbersHandler,
    SyncTemplatesOf: ReadTemplates,
    SyncAllTemplates: SyncAllTemplatesHandler,
    SendScheduledMessage: SendScheduledMessageHandler,
    SweepScheduledMessages: SweepScheduledMessagesHandler,
    ShowRead: ShowReadHandler,
    ShowTyping: ShowTypingHandler,
    PerformCall: PerformCallHandler,
    ReadDocument: ReadDocumentHandler,
    PlacePassages: PlacePassagesHandler,
    SweepCalls: SweepCallsHandler,
    StartFlowsAfter: StartFlowsAfterHandler,
    SweepSchedules: SweepSchedulesHandler,
    AskAudience: AskAudienceHandler,
}
"""The use case that does each kind of job; the container makes it, and it is called with the job alone."""

EVERY: tuple[Every, ...] = (
    Every(cron="* * * * *", job=SweepWaiting()),
    Every(cron="*/5 * * * *", job=SweepPromises()),
    Every(cron="31 4 * * *", job=ForgetOldLinks()),
    Every(cron="17 * * * *", job=ForgetSigningKeys()),
    Every(cron="23 4 * * *", job=ForgetOldSessions()),
    Every(cron="37 * * * *", job=ForgetIdempotencyKeys()),
    Every(cron="53 * * * *", job=ScoreLeads()),
    Every(cron="7 * * * *", job=EndTrials()),
    Every(cron="41 3 * * *", job=EraseTenants()),
    Every(cron="11 5 * * *", job=RecountUsage()),
    Every(cron="53 3 * * *", job=SweepMedia()),
    Every(cron="* * * * *", job=CheckConnections()),
    Every(cron="* * * * *", job=SweepSchedules()),
    Every(cron="43 * * * *", job=RefreshNumbers()),
    Every(cron="19 5 * * *", job=SyncAllTemplates()),
    Every(cron="*/10 * * * *", job=SweepScheduledMessages()),
    Every(cron="*/2 * * * *", job=SweepCalls()),
)
"""What is ordered by the clock. Its kinds stand in `HANDLERS` like any other."""


CallEngine = NewType("CallEngine", PostgresJobEngine)
"""Does the jobs that only wait for others' servers."""
PACE_OF_CALLS = Pace(batch=16, at_once=64)
"""A call is a connection and a few kilobytes, and may take thirty seconds: two of them a second fill these places."""


async def job_handlers(container: AsyncContainer) -> dict[type[Job], Handler]:
    """Make every use case that does jobs."""
    return {job: await container.get(use_case) for job, use_case in HANDLERS.items()}


async def make_job_runners(container: AsyncContainer) -> tuple[JobRunner, JobRunner]:
    """Make what does the jobs of this process: calls beside all others, so that slow services hold nothing up."""
    jobs, counters = await container.get(Jobs), await container.get(Counters)
    handlers = await job_handlers(container)
    calls: dict[type[Job], Handler] = {PerformCall: handlers.pop(PerformCall)}
    everything = JobTools(engine=await container.get(JobEngine), jobs=jobs, counters=counters)
    outside = JobTools(engine=await container.get(CallEngine), jobs=jobs, counters=counters)
    return JobRunner(everything, handlers=handlers, every=EVERY), JobRunner(outside, handlers=calls)


class JobsProvider(Provider):
    """Background jobs and e-mail."""

    scope = Scope.APP

    @provide
    def engine(self, settings: Settings) -> JobEngine:
        """Do jobs."""
        return PostgresJobEngine(settings.database_url)

    @provide
    def call_engine(self, settings: Settings) -> CallEngine:
        """Make the calls of flows."""
        return CallEngine(PostgresJobEngine(settings.database_url, pace=PACE_OF_CALLS))

    @provide
    def jobs(self, database: PlatformDatabase) -> Jobs:
        """Order jobs outside a tenant's transaction."""
        return PostgresJobs(database)

    @provide
    def mailer(self, settings: Settings, clock: Clock, ids: Ids) -> Mailer:
        """Send e-mail, or keep it in a folder."""
        letterhead = Letterhead(settings.mail_from, clock=clock)
        scheme, _, rest = settings.mail_url.partition(":")
        if scheme == "file":
            return OutboxMailer(Path(rest.removeprefix("//")), letterhead=letterhead, ids=ids)
        return SmtpMailer(parse_server(settings.mail_url), letterhead=letterhead)

    @provide
    def templates(self) -> EmailTemplates:
        """Write e-mails."""
        return TextTemplates()

    @provide
    def board(self, database: PlatformDatabase) -> JobBoard:
        """Show jobs."""
        return PostgresJobBoard(database)
