"""Use cases: APP-scoped and stateless, each made from the ports that its constructor names."""

from dishka import Provider, Scope, provide, provide_all

from application.conversations.get_conversation import GetConversation
from application.conversations.get_conversation_stats import GetConversationStats
from application.conversations.list_conversations import ListConversations
from application.conversations.list_messages import ListMessages
from application.conversations.search_messages import SearchMessagesHandler
from application.flows.create_flow import CreateFlowHandler
from application.flows.flow_versions import FlowVersions
from application.flows.gather_world import GatherWorld
from application.flows.publish_flow import Gates, PublishFlowHandler
from application.flows.rehearse_flow import RehearseFlowHandler
from application.flows.run_saved_tests import RunSavedTests
from application.flows.update_flow import UpdateFlowHandler
from application.flows.validate_flow import FlowInspector, ValidateFlowHandler
from application.inbound.answer_message import AnswerMessage
from application.inbound.apply_effects import ApplyEffects
from application.inbound.apply_status import ApplyStatus
from application.inbound.change_message import ChangeMessage
from application.inbound.choose_flow import ChooseFlow
from application.inbound.drain_contact_lane import DrainContactLane
from application.inbound.drain_journal_lane import DrainJournalLane
from application.inbound.fire_timer import FireTimer
from application.inbound.flow_items import FlowItems
from application.inbound.flow_tools import FlowTools
from application.inbound.follow_identity import FollowIdentity
from application.inbound.handle_items import ItemHandlers
from application.inbound.hear_answer import HearAnswer
from application.inbound.hear_preference import HearPreference
from application.inbound.join_contacts import JoinContacts
from application.inbound.receive_message import ReceiveMessage
from application.inbound.recognise_contact import RecogniseContact
from application.inbound.recognise_send import RecogniseSend
from application.inbound.record_echo import RecordEcho
from application.inbound.run_flow import Engine, RunFlow
from application.inbound.start_wanted_flow import StartWantedFlow
from application.inbound.tidy_up import TidyUp
from application.ports.clock import Clock
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.journal import Journal
from application.ports.provider_files import MediaForProvider
from application.ports.providers import Providers
from application.ports.rate_limits import SendRates
from application.ports.secrets import SecretBox
from application.ports.webhook_routes import WebhookRoutes
from application.ports.whatsapp import WebhookRouting
from application.tenants.create_tenant import CreateTenantHandler
from application.whatsapp.activate_config import ActivateConfig
from application.whatsapp.add_config import AddConfigHandler
from application.whatsapp.deactivate_config import DeactivateConfig
from application.whatsapp.drain_number_lane import DrainNumberLane, NumberTools
from application.whatsapp.get_config_health import GetConfigHealth
from application.whatsapp.prove_config import ProveConfig
from application.whatsapp.receive_webhook import ReceiveWebhook, Stamp
from application.whatsapp.refresh_number import RefreshNumber
from application.whatsapp.refresh_numbers import RefreshNumbersHandler
from application.whatsapp.remove_config import RemoveConfig
from application.whatsapp.renew_config import RenewConfigHandler
from application.whatsapp.subscribe_config import SubscribeConfig
from application.whatsapp.try_config import TryConfig
from application.whatsapp.update_config import UpdateConfigHandler
from application.whatsapp.verify_webhook import VerifyWebhook
from domain.flows import engine
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class UseCaseProvider(Provider):
    """What people and programs ask for."""

    scope = Scope.APP
    plain = provide_all(
        ActivateConfig,
        AddConfigHandler,
        CreateFlowHandler,
        CreateTenantHandler,
        DeactivateConfig,
        FlowInspector,
        GatherWorld,
        RunSavedTests,
        FlowVersions,
        GetConfigHealth,
        GetConversation,
        GetConversationStats,
        ListConversations,
        ListMessages,
        ProveConfig,
        PublishFlowHandler,
        RefreshNumber,
        RefreshNumbersHandler,
        RehearseFlowHandler,
        RemoveConfig,
        RenewConfigHandler,
        SearchMessagesHandler,
        SubscribeConfig,
        TryConfig,
        UpdateConfigHandler,
        UpdateFlowHandler,
        ValidateFlowHandler,
    ) + provide_tools(Gates)

    @provide
    def verify_webhook(self, routes: WebhookRoutes, settings: Settings) -> VerifyWebhook:
        """Answer Meta's question."""
        return VerifyWebhook(routes=routes, platform_token=settings.whatsapp_verify_token)

    @provide
    def stamp(self, clock: Clock, ids: Ids, counters: Counters) -> Stamp:
        """Stamp webhooks."""
        return Stamp(clock=clock, ids=ids, counters=counters)

    @provide
    def receive_webhook(
        self,
        routes: WebhookRoutes,
        providers: Providers,
        routing: WebhookRouting,
        journal: Journal,
        stamp: Stamp,
        settings: Settings,
    ) -> ReceiveWebhook:
        """Journal webhooks."""
        return ReceiveWebhook(
            routes=routes,
            providers=providers,
            routing=routing,
            journal=journal,
            stamp=stamp,
            app_secrets=settings.whatsapp_app_secrets,
        )


class LaneProvider(Provider):
    """What the lanes call for."""

    scope = Scope.APP
    plain = provide_all(
        AnswerMessage,
        ApplyEffects,
        ApplyStatus,
        ChangeMessage,
        ChooseFlow,
        DrainContactLane,
        DrainJournalLane,
        DrainNumberLane,
        FireTimer,
        FlowItems,
        FlowTools,
        FollowIdentity,
        HearAnswer,
        HearPreference,
        ItemHandlers,
        JoinContacts,
        ReceiveMessage,
        RecogniseContact,
        RecogniseSend,
        RecordEcho,
        RunFlow,
        StartWantedFlow,
        TidyUp,
    )

    @provide
    def engine(self) -> Engine:
        """Give the flow engine: a module is an object like any other."""
        return engine

    @provide
    def number_tools(
        self,
        providers: Providers,
        media: MediaForProvider,
        rates: SendRates,
        secrets: SecretBox,
        clock: Clock,
        ids: Ids,
        counters: Counters,
    ) -> NumberTools:
        """Collect what sending needs."""
        return NumberTools(
            providers=providers,
            media=media,
            rates=rates,
            secrets=secrets,
            clock=clock,
            ids=ids,
            counters=counters,
        )
