"""Files of ours as examples in a template that a provider reviews."""

from typing import Protocol

from application.ports.whatsapp import Credentials
from application.shared.actor import Actor
from domain.shared.ids import MediaId


class ExampleFiles(Protocol):
    """Brings them to the provider."""

    async def place(self, actor: Actor, media_id: MediaId, *, credentials: Credentials) -> str:
        """Give the handle by which the provider knows it.

        Raises MediaNotFoundError, also for a file that the actor may not see, MediaNotReadyError,
        ProviderRefusedError, UnavailableError.
        """
        ...
