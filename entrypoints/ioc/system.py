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
from adapters.whatsapp.cloud.inbound import CloudParser
from adapters.whatsapp.cloud.limits import CloudContentRules
from adapters.whatsapp.cloud.signature import CloudSignature
from adapters.whatsapp.cloud.transport import new_http_client
from application.ports.clock import Clock
from application.ports.contents import ContentRules
from application.ports.counters import Counters
from application.ports.ids import Ids
from application.ports.passwords import Passwords
from application.ports.whatsapp import WebhookParser, WebhookRouting, WebhookSignature, WhatsAppGateway
from domain.flows.language import Language, Regex
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
    def regex(self, language: Language) -> Regex:
        """RE2 alone."""
        return language.regex


class WhatsAppProvider(Provider):
    """Meta's Cloud API."""

    scope = Scope.APP
    parser = provide(CloudParser, provides=WebhookParser)
    routing = provide(CloudParser, provides=WebhookRouting)
    signature = provide(CloudSignature, provides=WebhookSignature)
    rules = provide(CloudContentRules, provides=ContentRules)

    @provide
    async def client(self) -> AsyncIterator[httpx.AsyncClient]:
        """Keep connections to the provider."""
        async with new_http_client() as client:
            yield client

    @provide
    def gateway(self, client: httpx.AsyncClient, settings: Settings) -> WhatsAppGateway:
        """Send."""
        return CloudGateway(client, settings.whatsapp_base_url, settings.whatsapp_api_version)
