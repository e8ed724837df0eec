"""A number's templates are read at its provider, page by page."""

from datetime import datetime

import msgspec

from application.ports.templates import TemplatePage
from application.ports.whatsapp import ProviderRefusedError
from application.whatsapp.templates.new_template import new_template
from application.whatsapp.templates.tools import Book, SyncTemplatesOf, TemplateTools, book_at, open_book
from domain.shared.ids import TemplateId
from domain.shared.phrases import phrase
from domain.whatsapp.errors import ConfigNotFoundError
from domain.whatsapp.templates.errors import TemplateRefusedError, TemplatesNotSupportedError
from domain.whatsapp.templates.sync import SyncState, TemplateSync

MAX_PAGES = 200
"""Of fifty: an account has at most 6,000 templates. What is not read to its end deletes nothing."""


class ReadTemplates:
    """Do the job. Idempotent: what is as it was is not written anew. What Meta has no more is shown as deleted.

    Each page is written by itself, and how far it is with it; what Meta refuses is shown, and the next day's reading
    tries again.
    """

    def __init__(self, tools: TemplateTools) -> None:
        self._tools = tools

    async def __call__(self, job: SyncTemplatesOf) -> None:
        """Read them; those of a number that was removed, or whose provider has none, are nobody's."""
        started = self._tools.clock.now()
        try:
            async with self._tools.uow(job.tenant_id) as tx:
                config = await tx.whatsapp_configs.get(job.config_id)
                last = await tx.templates.sync_of(job.config_id)
            book_at(self._tools, config)
        except (ConfigNotFoundError, TemplatesNotSupportedError):
            return
        sync = TemplateSync(
            whatsapp_config_id=job.config_id,
            state=SyncState.RUNNING,
            ordered_at=last.ordered_at if last and last.state is SyncState.QUEUED else started,
            started_at=started,
        )
        try:
            await self._read(job, await open_book(self._tools, job.tenant_id, config), sync)
        except ProviderRefusedError as error:
            await self._end(job, sync, SyncState.FAILED, error=f"{error.code}: {error.detail}")
        except TemplateRefusedError as error:
            await self._end(job, sync, SyncState.FAILED, error=error.details[0].text)

    async def _read(self, job: SyncTemplatesOf, book: Book, sync: TemplateSync) -> None:
        after, seen = None, set[str]()
        for _ in range(MAX_PAGES):
            asked = self._tools.clock.now()
            page = await book.templates.page(book.credentials, after=after)
            seen |= {told.provider_id for told in page.templates}
            sync = await self._take(job, page, sync, asked=asked)
            if page.after is None:
                gone = await self._drop(job, seen, before=sync.started_at or asked)
                await self._end(job, msgspec.structs.replace(sync, deleted=gone), SyncState.DONE)
                return
            after = page.after
        await self._end(
            job, sync, SyncState.FAILED, error=str(phrase("TOO_MANY: more than {limit} pages", limit=MAX_PAGES))
        )

    async def _take(
        self, job: SyncTemplatesOf, page: TemplatePage, sync: TemplateSync, *, asked: datetime
    ) -> TemplateSync:
        """Write a page. Raises StaleVersionError never: the rows are locked."""
        changed, same = 0, list[TemplateId]()
        async with self._tools.uow(job.tenant_id) as tx:
            names = {told.name for told in page.templates}
            found = await tx.templates.lock_named(job.config_id, names=names)
            known = {(template.name, template.language): template for template in found}
            for told in page.templates:
                template = known.get((told.name, told.language))
                if template is None:
                    template_id = TemplateId(self._tools.ids.new())
                    await tx.templates.add(new_template(template_id, job.config_id, told, now=asked))
                    changed += 1
                    continue
                if template.learn(told, at=asked):
                    await tx.templates.save(template)
                    changed += 1
                else:
                    same.append(template.id)
            await tx.templates.saw(same, at=asked)
            sync = msgspec.structs.replace(sync, found=sync.found + len(page.templates), changed=sync.changed + changed)
            await tx.templates.keep_sync(sync)
        return sync

    async def _drop(self, job: SyncTemplatesOf, seen: set[str], *, before: datetime) -> int:
        """Note what Meta has no more; what was made since the reading began is not meant."""
        async with self._tools.uow(job.tenant_id) as tx:
            missing = await tx.templates.lock_missing(job.config_id, seen=seen, before=before)
            for template in missing:
                template.lose()
                await tx.templates.save(template)
        return len(missing)

    async def _end(
        self, job: SyncTemplatesOf, sync: TemplateSync, state: SyncState, *, error: str | None = None
    ) -> None:
        ended = msgspec.structs.replace(sync, state=state, error=error, finished_at=self._tools.clock.now())
        async with self._tools.uow(job.tenant_id) as tx:
            await tx.templates.keep_sync(ended)
