"""A message that came speaks of a file: it is noted with the message, and brought by a job."""

from datetime import datetime

import msgspec

from application.media.fetch_media import FetchMedia
from application.ports.ids import Ids
from application.ports.unit_of_work import Transaction
from domain.media.filenames import safe_filename
from domain.media.hashes import sha256_in
from domain.media.kinds import kind_of
from domain.media.media import Announced, Media
from domain.shared.content import Content, Document, file_of, with_file
from domain.shared.ids import MediaId, WhatsAppConfigId


async def expect_file(
    tx: Transaction, content: Content, *, ids: Ids, config_id: WhatsAppConfigId, now: datetime
) -> Content:
    """Note the file, order it to be brought, and give the content that names it; other contents as they are."""
    file = file_of(content)
    kind = kind_of(file) if file is not None else None
    if file is None or kind is None or file.provider_media_id is None:
        return content
    media_id = MediaId(ids.new())
    announced = Announced(
        kind=kind,
        provider_media_id=file.provider_media_id,
        mime=file.mime_type,
        sha256=sha256_in(file.sha256),
        filename=safe_filename(file.filename) if isinstance(file, Document) else None,
    )
    await tx.media.add(Media.expect(announced, media_id=media_id, config_id=config_id, now=now))
    tx.jobs.put(FetchMedia(tenant_id=tx.tenant_id, media_id=media_id))
    return with_file(content, msgspec.structs.replace(file, media_id=media_id))
