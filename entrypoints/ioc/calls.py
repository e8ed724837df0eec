"""What flows ask of the world: who makes the calls, and what they may send."""

from collections.abc import AsyncIterator

from dishka import Provider, Scope, provide, provide_all

from adapters.fetching.api_calls import HttpApiCalls, new_api_client
from adapters.postgres.readers.api_hosts import PostgresApiHostList
from adapters.postgres.readers.secrets import PostgresSecretList
from application.calls.ask_ai import AskAiPerformer
from application.calls.call_api import CallApiPerformer
from application.calls.call_erp import CallErpPerformer
from application.calls.perform_call import PerformCallHandler, Performers
from application.calls.places import Places
from application.calls.remove_secret import RemoveSecret
from application.calls.set_secret import SecretTools, SetSecretHandler
from application.calls.sweep_calls import SweepCallsHandler
from application.ports.api_calls import ApiCalls
from application.ports.readers.api_hosts import ApiHostList
from application.ports.readers.secrets import SecretList
from entrypoints.ioc.stores import AppDatabase
from entrypoints.ioc.tools import provide_tools
from entrypoints.settings import Settings


class CallsProvider(Provider):
    """Calls, secrets, hosts."""

    scope = Scope.APP
    plain = provide_all(
        CallApiPerformer, PerformCallHandler, Places, RemoveSecret, SetSecretHandler, SweepCallsHandler
    ) + provide_tools(SecretTools)

    @provide
    def performers(self, api: CallApiPerformer, erp: CallErpPerformer, ai: AskAiPerformer) -> Performers:
        """Say who makes which calls."""
        return Performers(api=api, erp=erp, ai=ai)

    @provide
    async def api_calls(self, settings: Settings) -> AsyncIterator[ApiCalls]:
        """Ask web services."""
        async with new_api_client() as client:
            yield HttpApiCalls(client, trusted=settings.api_origins)

    @provide
    def secrets(self, database: AppDatabase) -> SecretList:
        """Read secrets' names."""
        return PostgresSecretList(database)

    @provide
    def hosts(self, database: AppDatabase) -> ApiHostList:
        """Read how hosts have been doing."""
        return PostgresApiHostList(database)
