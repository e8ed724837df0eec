"""A file of ours becomes the example in a template's header."""

from application.media.place_media import PlaceTools, outgoing
from application.media.visible_media import visible_media
from application.ports.file_store import FileMissingError
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials, ProviderRefusedError
from application.shared.actor import Actor
from domain.media.errors import MediaNotFoundError
from domain.shared.ids import MediaId


class PlaceExample:
    """Implements ExampleFiles. Meta keeps a handle for the review alone, so that each template uploads its own."""

    def __init__(self, tools: PlaceTools, *, uow: UnitOfWork) -> None:
        self._tools, self._uow = tools, uow

    async def place(self, actor: Actor, media_id: MediaId, *, credentials: Credentials) -> str:
        """Give the handle.

        Raises MediaNotFoundError, MediaNotReadyError, ProviderRefusedError, UnavailableError.
        """
        async with self._uow(actor.tenant_id) as tx:
            media = await visible_media(tx, media_id, actor.viewer)
        book = self._tools.providers.of(credentials.api_type).templates
        if book is None:
            raise ProviderRefusedError("NEVER_SENT", "The provider of this number has no templates.")
        try:
            return await book.place_example(outgoing(self._tools, media, actor.tenant_id), credentials=credentials)
        except FileMissingError as error:
            raise MediaNotFoundError("The file is gone.") from error
