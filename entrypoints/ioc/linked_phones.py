"""Phones that are linked by a QR code."""

import httpx
from dishka import Provider, Scope, provide, provide_all

from adapters.whatsapp.probe import HttpWebhookProbe
from application.ports.webhook_probe import WebhookProbe
from application.whatsapp.callbacks import Callbacks
from application.whatsapp.check_connections import CheckConnectionsHandler
from application.whatsapp.linked_phone import PhoneTools
from application.whatsapp.pair_phone import PairPhone
from application.whatsapp.restart_phone import RestartPhone
from application.whatsapp.settle_instance import SettleInstance
from application.whatsapp.show_connection import ShowConnection
from application.whatsapp.unlink_phone import UnlinkPhone
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class LinkedPhonesProvider(Provider):
    """Link, look after and unlink them."""

    scope = Scope.APP
    plain = provide_all(
        CheckConnectionsHandler, PairPhone, RestartPhone, SettleInstance, ShowConnection, UnlinkPhone
    ) + provide_tools(PhoneTools)

    @provide
    def callbacks(self, settings: Settings) -> Callbacks:
        """Know where webhooks go."""
        return Callbacks(settings.public_url)

    @provide
    def probe(self, client: httpx.AsyncClient) -> WebhookProbe:
        """Deliver to ourselves."""
        return HttpWebhookProbe(client)
