"""Who saw a file is written down."""

from application.ports.audit import AccessLog, Subject
from application.shared.actor import Actor
from domain.audit.actions import AuditAction
from domain.media.media import Media


async def note_seen(access: AccessLog, actor: Actor, media: Media) -> None:
    """Write down who saw it. Raises AccessLogUnavailableError."""
    subject = Subject(type="media", id=media.id)
    await access.note(actor.tenant_id, AuditAction.MEDIA_READ, by=actor.author, on=subject)
