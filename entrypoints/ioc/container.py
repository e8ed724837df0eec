"""The composition root: the only place that knows which adapter stands behind which port."""

from dishka import AsyncContainer, Provider, make_async_container

from entrypoints.ioc.accounts import AccountsProvider
from entrypoints.ioc.ai import AiProvider
from entrypoints.ioc.audit import AuditProvider
from entrypoints.ioc.calls import CallsProvider
from entrypoints.ioc.contact_transfers import ContactTransfersProvider
from entrypoints.ioc.contacts import ContactsProvider
from entrypoints.ioc.conversations import ConversationsProvider
from entrypoints.ioc.erp import ErpProvider
from entrypoints.ioc.flow_editing import FlowEditingProvider
from entrypoints.ioc.flow_sessions import FlowSessionsProvider
from entrypoints.ioc.gallery import GalleryProvider
from entrypoints.ioc.guards import GuardsProvider
from entrypoints.ioc.health import HealthProvider
from entrypoints.ioc.identity import IdentityProvider
from entrypoints.ioc.inbox_readers import InboxReadersProvider
from entrypoints.ioc.jobs import JobsProvider
from entrypoints.ioc.keys import KeysProvider
from entrypoints.ioc.linked_phones import LinkedPhonesProvider
from entrypoints.ioc.media import MediaProvider
from entrypoints.ioc.messages import MessagesProvider
from entrypoints.ioc.people import PeopleProvider, PeopleReadersProvider
from entrypoints.ioc.realtime import RealtimeProvider
from entrypoints.ioc.stores import PostgresProvider, ReadersProvider, RedisProvider
from entrypoints.ioc.support import SupportProvider
from entrypoints.ioc.system import CryptoProvider, LanguageProvider, SystemProvider, WhatsAppProvider
from entrypoints.ioc.templates import TemplatesProvider
from entrypoints.ioc.tenants import TenantsProvider
from entrypoints.ioc.triggers import TriggersProvider
from entrypoints.ioc.use_cases import LaneProvider, UseCaseProvider
from entrypoints.settings import Settings

PROVIDERS: tuple[type[Provider], ...] = (
    PostgresProvider,
    ReadersProvider,
    InboxReadersProvider,
    RedisProvider,
    SystemProvider,
    CryptoProvider,
    LanguageProvider,
    WhatsAppProvider,
    UseCaseProvider,
    LaneProvider,
    IdentityProvider,
    AccountsProvider,
    TenantsProvider,
    PeopleProvider,
    PeopleReadersProvider,
    ContactsProvider,
    ContactTransfersProvider,
    AuditProvider,
    KeysProvider,
    JobsProvider,
    LinkedPhonesProvider,
    TemplatesProvider,
    ConversationsProvider,
    MediaProvider,
    MessagesProvider,
    SupportProvider,
    CallsProvider,
    AiProvider,
    RealtimeProvider,
    ErpProvider,
    GalleryProvider,
    FlowSessionsProvider,
    FlowEditingProvider,
    TriggersProvider,
    GuardsProvider,
    HealthProvider,
)
"""What knows how to make everything; of two that make the same, the later one counts."""


def make_container(settings: Settings, *overrides: Provider) -> AsyncContainer:
    """Wire everything; nothing is opened before it is asked for. A test may override a provider."""
    return make_async_container(
        *(provider() for provider in PROVIDERS),
        *overrides,
        context={Settings: settings},
    )
