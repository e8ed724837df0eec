"""Instances: made or adopted, linked by a QR code, restarted, unlinked (reference 3)."""

import msgspec

from adapters.whatsapp.evolution.answers import Instance, instances, is_failure, pairing_of, state_of
from adapters.whatsapp.evolution.calls import Calls
from adapters.whatsapp.evolution.client import webhook
from adapters.whatsapp.evolution.transport import EvolutionTransport
from application.ports.linked_phones import Connection, Pairing
from application.ports.whatsapp import Credentials, ProviderRefusedError
from domain.shared.phone import digits
from domain.whatsapp.config import ConnectionState

INTEGRATION = "WHATSAPP-BAILEYS"
FORBIDDEN = "HTTP_403"
NO_INSTANCE = "NO_SUCH_INSTANCE"


class EvolutionPhones:
    """Implements LinkedPhones."""

    def __init__(self, transport: EvolutionTransport) -> None:
        self._calls = Calls(transport)

    async def settle(self, credentials: Credentials, *, callback_url: str) -> None:
        """Have the instance, with its webhook set. One that exists is adopted. Raises ProviderRefusedError.

        The list of instances is asked first, for only it tells an unknown name from a wrong key, and because making
        one needs the server's own key where adopting needs the instance's token only.
        """
        if await self._row(credentials) is None:
            await self._create(credentials)
        await self._calls.ask_post("webhook", "set", credentials, content=webhook(credentials, callback_url))

    async def pair(self, credentials: Credentials, *, phone_number: str | None) -> Pairing | None:
        """Give a code; None where the phone is linked. Raises ProviderRefusedError, also while there is no code yet."""
        query = {"number": digits(phone_number)} if phone_number else None
        body = await self._calls.ask_get("instance", "connect", credentials, query=query)
        if state_of(body) is ConnectionState.OPEN:
            return None
        pairing = None if is_failure(body) else pairing_of(body)
        if pairing is None:
            raise ProviderRefusedError("NO_CODE_YET", "The server has no code yet; ask again in some seconds.")
        return pairing

    async def connection(self, credentials: Credentials) -> Connection:
        """Ask how the phone is. Raises ProviderRefusedError."""
        row = await self._row(credentials)
        if row is None:
            raise ProviderRefusedError(NO_INSTANCE, "The server has no instance of this name.")
        state = state_of(await self._calls.ask_get("instance", "connectionState", credentials))
        is_open = state is ConnectionState.OPEN
        return Connection(
            state=state or row.state,
            phone_number=row.phone,
            profile_name=row.profile_name,
            reason=None if is_open else row.reason or ("not_paired" if row.phone is None else None),
        )

    async def restart(self, credentials: Credentials) -> None:
        """Connect anew. Raises ProviderRefusedError, also where the server says no with a 200."""
        body = await self._calls.ask_post("instance", "restart", credentials, content=b"{}")
        if is_failure(body):
            raise ProviderRefusedError("NOT_CONNECTED", "The phone is not linked: there is nothing to restart.")

    async def log_out(self, credentials: Credentials) -> None:
        """Unlink the phone. Raises ProviderRefusedError; a phone that was not linked is none."""
        try:
            await self._calls.ask_delete("instance", "logout", credentials)
        except ProviderRefusedError as error:
            if error.code != "HTTP_400":
                raise

    async def _row(self, credentials: Credentials) -> Instance | None:
        try:
            body = await self._calls.ask_get("instance", "fetchInstances", credentials, by_query=True)
        except ProviderRefusedError as error:
            if error.code == NO_INSTANCE:
                return None
            raise
        name = self._calls.instance(credentials)
        return next((row for row in instances(body) or () if row.name == name), None)

    async def _create(self, credentials: Credentials) -> None:
        wanted: dict[str, object] = {
            "instanceName": self._calls.instance(credentials),
            "integration": INTEGRATION,
            "qrcode": False,
            "groupsIgnore": True,
            "readMessages": False,
            "readStatus": False,
            "alwaysOnline": False,
            "rejectCall": False,
            "syncFullHistory": False,
        }
        content = msgspec.json.encode(wanted)
        await self._calls.ask_post("instance", "create", credentials, content=content, by_name=False)
