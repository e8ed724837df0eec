"""Clock, ids, counters, secrets, passwords, tokens, languages, the provider."""

import base64
from collections.abc import AsyncIterator

import httpx
from dishka import Provider, Scope, provide

from adapters.crypto.key_ring import KeyRing, generate_signing_key
from adapters.crypto.passwords import Argon2Passwords
from adapters.crypto.secret_box import AesGcmSecretBox
from adapters.crypto.tokens import JwtTokens
from adapters.expressions.cel import Cel
from adapters.expressions.liquid import Liquid
from adapters.expressions.regex import Re2
from adapters.postgres.signing_keys import PostgresSigningKeys
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
from application.ports.secrets import SecretBox
from application.ports.signing_keys import SigningKeys
from application.ports.tokens import Tokens
from application.ports.whatsapp import WebhookParser, WebhookRouting, WebhookSignature, WhatsAppGateway
from domain.flows.language import Language, Regex
from entrypoints.ioc.stores import PlatformDatabase
from entrypoints.settings import Settings

AUDIENCE = "pytake-api"


class SystemProvider(Provider):
    """What the machine gives."""

    scope = Scope.APP
    clock = provide(SystemClock, provides=Clock)
    ids = provide(SystemIds, provides=Ids)
    counters = provide(PrometheusCounters, provides=Counters)


class CryptoProvider(Provider):
    """Secrets, passwords, tokens."""

    scope = Scope.APP

    @provide
    def box(self, settings: Settings) -> SecretBox:
        """Seal with the master key."""
        return AesGcmSecretBox(base64.b64decode(settings.master_key))

    @provide
    def passwords(self) -> Passwords:
        """Hash passwords."""
        return Argon2Passwords()

    @provide
    def signing_keys(self, database: PlatformDatabase, box: SecretBox, clock: Clock) -> SigningKeys:
        """Keep key pairs."""
        return PostgresSigningKeys(database, box=box, clock=clock)

    @provide
    async def tokens(self, keys: SigningKeys, clock: Clock, settings: Settings) -> Tokens:
        """Sign and read tokens; the platform's first key is made by whoever needs it first."""
        if not await keys.active():
            await keys.add_first(generate_signing_key(), at=clock.now())
        return JwtTokens(KeyRing(await keys.active()), issuer=settings.public_url, audience=AUDIENCE)


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
