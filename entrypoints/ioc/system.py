"""Clock, ids, counters, passwords, languages, the provider."""

from collections.abc import AsyncIterator

import httpx
from dishka import Provider, Scope, provide

from adapters.crypto.passwords import Argon2Passwords
from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from adapters.system.clock import SystemClock
from adapters.system.ids import SystemIds
from adapters.system.metrics import PrometheusCounters
from adapters.whatsapp.cloud.client import CloudGateway
from adapters.whatsapp.cloud.files import CloudFiles
from adapters.whatsapp.cloud.inbound import CloudParser
from adapters.whatsapp.cloud.limits import CloudContentRules
from adapters.whatsapp.cloud.signature import CloudSignature
from adapters.whatsapp.cloud.templates import CloudTemplates
from adapters.whatsapp.cloud.transport import GraphTransport, new_http_client
from adapters.whatsapp.evolution.client import EvolutionGateway
from adapters.whatsapp.evolution.files import EvolutionFiles
from adapters.whatsapp.evolution.inbound import EvolutionParser
from adapters.whatsapp.evolution.limits import EvolutionContentRules
from adapters.whatsapp.evolution.phones import EvolutionPhones
from adapters.whatsapp.evolution.signature import EvolutionSignature
from adapters.whatsapp.evolution.transport import EvolutionTransport
from adapters.whatsapp.registry import ProviderRegistry
from application.ports.clock import Clock
from application.ports.contents import ContentRules
from application.ports.counters import Counters
from application.ports.downloads import Downloads
from application.ports.ids import Ids
from application.ports.linked_phones import LinkedPhones
from application.ports.passwords import Passwords
from application.ports.providers import Provider as WhatsAppPort
from application.ports.providers import Providers
from application.ports.whatsapp import WebhookRouting
from domain.flows.language import Language, Regex, Templates
from domain.whatsapp.capabilities import capabilities_of
from domain.whatsapp.config import ApiType
from entrypoints.settings import Settings


class SystemProvider(Provider):
    """What the machine gives."""

    scope = Scope.APP
    clock = provide(SystemClock, provides=Clock)
    ids = provide(SystemIds, provides=Ids)
    counters = provide(PrometheusCounters, provides=Counters)


class CryptoProvider(Provider):
    """Passwords."""

    scope = Scope.APP

    @provide
    def passwords(self) -> Passwords:
        """Hash passwords."""
        return Argon2Passwords()


class LanguageProvider(Provider):
    """Expressions, templates, patterns."""

    scope = Scope.APP

    @provide
    def language(self) -> Language:
        """CEL, Liquid and RE2."""
        return Language(expressions=Cel(), templates=Liquid(), regex=Re2())

    @provide
    def templates(self, language: Language) -> Templates:
        """Liquid alone."""
        return language.templates

    @provide
    def regex(self, language: Language) -> Regex:
        """RE2 alone."""
        return language.regex


class WhatsAppProvider(Provider):
    """Meta's Cloud API and Evolution API. The shared webhook address and its routing are Meta's alone."""

    scope = Scope.APP
    routing = provide(CloudParser, provides=WebhookRouting)
    rules = provide(CloudContentRules, provides=ContentRules)

    @provide
    async def client(self) -> AsyncIterator[httpx.AsyncClient]:
        """Keep connections to the provider."""
        async with new_http_client() as client:
            yield client

    @provide
    def evolution_transport(self, client: httpx.AsyncClient, settings: Settings) -> EvolutionTransport:
        """Reach the Evolution servers that this installation speaks to."""
        return EvolutionTransport(client, servers=settings.evolution_servers)

    @provide
    def linked_phones(self, transport: EvolutionTransport) -> LinkedPhones:
        """Link phones."""
        return EvolutionPhones(transport)

    @provide
    def providers(
        self,
        client: httpx.AsyncClient,
        transport: EvolutionTransport,
        downloads: Downloads,
        settings: Settings,
        clock: Clock,
    ) -> Providers:
        """Know both."""
        graph = GraphTransport(client, base_url=settings.whatsapp_base_url, api_version=settings.whatsapp_api_version)
        official = WhatsAppPort(
            gateway=CloudGateway(client, settings.whatsapp_base_url, settings.whatsapp_api_version),
            parser=CloudParser(),
            signature=CloudSignature(),
            rules=CloudContentRules(),
            capabilities=capabilities_of(ApiType.OFFICIAL),
            files=CloudFiles(graph, downloads=downloads, hosts=frozenset(settings.media_hosts)),
            templates=CloudTemplates(graph),
        )
        evolution = WhatsAppPort(
            gateway=EvolutionGateway(transport),
            parser=EvolutionParser(clock.now),
            signature=EvolutionSignature(),
            rules=EvolutionContentRules(),
            capabilities=capabilities_of(ApiType.EVOLUTION),
            files=EvolutionFiles(transport),
        )
        return ProviderRegistry({ApiType.OFFICIAL: official, ApiType.EVOLUTION: evolution})
