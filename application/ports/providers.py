"""Everything that one provider brings, found by the word for it in a number's config."""

from typing import Protocol

import msgspec

from application.ports.contents import ContentRules
from application.ports.provider_files import ProviderFiles
from application.ports.templates import ProviderTemplates
from application.ports.whatsapp import WebhookParser, WebhookSignature, WhatsAppGateway
from domain.whatsapp.capabilities import Capabilities
from domain.whatsapp.config import ApiType


class Provider(msgspec.Struct, frozen=True, kw_only=True):
    """One provider: how it is sent to and asked, read, believed, what it lets through, how files come and go."""

    gateway: WhatsAppGateway
    parser: WebhookParser
    signature: WebhookSignature
    rules: ContentRules
    capabilities: Capabilities
    files: ProviderFiles
    templates: ProviderTemplates | None = None
    """None where it has none."""


class Providers(Protocol):
    """The providers that this installation speaks to."""

    def of(self, api_type: ApiType) -> Provider:
        """Give the provider of a number; there is one for each ApiType."""
        ...
