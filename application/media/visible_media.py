"""Whose eyes a file is for: those who may see a conversation that it is in."""

from application.ports.unit_of_work import Transaction
from domain.conversations.visibility import Viewer, may_see
from domain.media.errors import MediaNotFoundError
from domain.media.media import Media
from domain.shared.ids import MediaId


async def visible_media(tx: Transaction, media_id: MediaId, viewer: Viewer) -> Media:
    """Load a file that the viewer may see: in such a conversation, of their own, or in a canned response.

    Raises MediaNotFoundError: that it exists is a secret too.
    """
    media = await tx.media.get(media_id)
    if viewer.sees_all or media.created_by == viewer.user_id:
        return media
    places = await tx.media.places_of(media_id)
    if any(may_see(viewer, assigned_to=place.assigned_to, department_id=place.department_id) for place in places):
        return media
    if await tx.media.is_common(media_id):
        return media
    raise MediaNotFoundError("There is no such file.")
