"""A file that a customer sent is brought from the provider, while the provider still has it."""

from datetime import datetime, timedelta

import msgspec

from application.media.keep_file import KeepFile
from application.ports.clock import Clock
from application.ports.jobs import Job
from application.ports.provider_files import NotFetchedError
from application.ports.providers import Providers
from application.ports.repositories.media import MediaPlace
from application.ports.scratch import Scratch, ScratchFile, TooLongError
from application.ports.secrets import SecretBox
from application.ports.unit_of_work import UnitOfWork
from application.ports.whatsapp import Credentials
from application.whatsapp.credentials import credentials_of
from domain.conversations.events import MessageUpdated
from domain.media.errors import FileTooLargeError, MediaNotFoundError, MediaProblem, MediaRefusedError
from domain.media.kinds import LIMITS
from domain.media.media import Media, MediaState, StoredFile
from domain.shared.events import Event
from domain.shared.ids import MediaId, TenantId

PATIENCE = timedelta(minutes=10)
"""How long a file may be on its way before people see that it does not come; it is asked for all the same."""
STAYS = timedelta(days=7)
"""Meta: what customers send can be had for seven days (reference 5.2)."""


class FetchMedia(Job, frozen=True, tag="fetch_media"):
    """Bring one file. Idempotent by its state: one that is stored or refused is not asked for again."""

    tenant_id: TenantId
    media_id: MediaId


class StillComingError(Exception):
    """It could not be brought now; the job is to be done again. Its text is a word of ours."""


class FetchTools(msgspec.Struct, frozen=True, kw_only=True):
    """What bringing files needs of the world."""

    providers: Providers
    secrets: SecretBox
    scratch: Scratch
    clock: Clock


class FetchMediaHandler:
    """Ask for the address (it lives five minutes, so every time anew), download, check, clean, keep, tell."""

    def __init__(self, tools: FetchTools, *, keep: KeepFile, uow: UnitOfWork) -> None:
        self._tools, self._keep, self._uow = tools, keep, uow

    async def __call__(self, job: FetchMedia) -> None:
        """Bring it, or note why not. Raises StillComingError, StoreUnavailableError, SecretUnreadableError."""
        found = await self._open(job)
        if found is None:
            return
        media, credentials = found
        try:
            stored = await self._bring(media, credentials, tenant_id=job.tenant_id)
        except NotFetchedError as error:
            await self._miss(job, error.problem, may_come=error.may_come)
        except MediaRefusedError as error:
            await self._miss(job, error.problem, may_come=error.problem is MediaProblem.CHANGED)
        except (FileTooLargeError, TooLongError):
            await self._miss(job, MediaProblem.TOO_LARGE, may_come=False)
        else:
            await self._settle(job, stored)

    async def _open(self, job: FetchMedia) -> tuple[Media, Credentials] | None:
        """Load what is needed; None when there is nothing to do any more."""
        async with self._uow(job.tenant_id) as tx:
            try:
                media = await tx.media.get(job.media_id)
            except MediaNotFoundError:
                return None
            if media.state not in {MediaState.PENDING, MediaState.FAILED} or media.whatsapp_config_id is None:
                return None
            config = await tx.whatsapp_configs.get(media.whatsapp_config_id)
        return media, await credentials_of(config, tenant_id=job.tenant_id, secrets=self._tools.secrets)

    async def _bring(self, media: Media, credentials: Credentials, *, tenant_id: TenantId) -> StoredFile:
        files = self._tools.providers.of(credentials.api_type).files
        async with self._tools.scratch.file() as file:
            async with files.fetch(media.provider_media_id or "", credentials=credentials) as remote:
                limit = LIMITS[media.kind]
                if remote.size is not None and remote.size > limit:
                    raise TooLongError
                measure = await file.fill(remote.chunks, limit=limit)
                if any(said not in {None, measure.sha256} for said in (media.sha256, remote.sha256)):
                    raise MediaRefusedError("The hash is another.", problem=MediaProblem.CHANGED)
            return await self._kept(file, media, tenant_id=tenant_id)

    async def _kept(self, file: ScratchFile, media: Media, *, tenant_id: TenantId) -> StoredFile:
        return await self._keep(file, tenant_id=tenant_id, kind=media.kind, is_sent=False)

    async def _miss(self, job: FetchMedia, problem: MediaProblem, *, may_come: bool) -> None:
        """Show that it does not come, at once where it never will. Raises StillComingError where it may."""
        now = self._tools.clock.now()
        async with self._uow(job.tenant_id) as tx:
            media = await tx.media.get(job.media_id)
            age = now - media.created_at
        may_come = may_come and age < STAYS
        if not may_come or age > PATIENCE:
            await self._settle(job, problem)
        if may_come:
            raise StillComingError(problem.value)

    async def _settle(self, job: FetchMedia, outcome: StoredFile | MediaProblem) -> None:
        now = self._tools.clock.now()
        async with self._uow(job.tenant_id) as tx:
            media = await tx.media.get(job.media_id)
            before = (media.state, media.reason)
            if isinstance(outcome, StoredFile):
                media.store(outcome)
            else:
                media.give_up(outcome)
            if (media.state, media.reason) == before:
                return
            for place in await tx.media.places_of(media.id):
                media.record(_told(place, at=now))
            await tx.media.save(media)


def _told(place: MediaPlace, *, at: datetime) -> Event:
    return MessageUpdated(
        conversation_id=place.conversation_id,
        message_id=place.message_id,
        change="media",
        at=at,
        content=place.content,
    )
