"""A request of a person is a sign of life."""

from typing import Any

from litestar import Request

from application.people.keep_presence import KeepPresence
from domain.tenants.tenant import PLATFORM
from entrypoints.http.guards.authentication import Caller
from entrypoints.http.injection import container_of


async def note_presence(request: Request[Any, Any, Any]) -> None:
    """Notice it, after the answer is sent: nobody waits for it. Programs and operators are not people at work."""
    caller = request.scope.get("auth")
    if not isinstance(caller, Caller):
        return
    actor = caller.actor
    if actor.session_id is not None and actor.tenant_id != PLATFORM:
        presence = await container_of(request.app).get(KeepPresence)
        presence.note(actor.tenant_id, actor.user_id, is_active=True)
